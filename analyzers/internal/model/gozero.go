package model

import "slices"

// goZero is zeromicro/go-zero. It takes secrets only, so that a token is always one of an HMAC.
var goZero = []Library{
	{Family: "github.com/zeromicro/go-zero/rest", Server: true},
	{
		Tokens: true, MinKeyLen: 8, PinsAlg: true, AcceptsStringKey: true,
		Paths: []string{"github.com/zeromicro/go-zero/rest"},
		Rows: []Row{
			{Verify, "WithJwt(key)"},
			{Verify, "WithJwtTransition(key, key)"},
			{Listen, "(*Server).Start()"},
		},
	},
	{
		Tokens: true, PinsAlg: true, AcceptsStringKey: true,
		Paths: []string{
			"github.com/zeromicro/go-zero/rest/handler",
			"github.com/zeromicro/go-zero/rest/token",
		},
		Rows: []Row{
			{Verify, "Authorize(key, options...)"},
			{Build, "WithPrevSecret(key)"},
			{Verify, "(*TokenParser).ParseToken(_, key, key) object"},
		},
	},
	{
		Paths: []string{"github.com/zeromicro/go-zero/rest/httpx"},
		Rows: []Row{
			{Read, "Parse(_, posted)"}, {Read, "ParseJsonBody(_, posted)"},
			{Read, "ParseForm(_, posted)"},
		},
	},
	{
		Paths: []string{"github.com/zeromicro/go-zero/core/conf"},
		Rows: []Row{
			{Fill, "Load(settings, filled, _...)"}, {Fill, "MustLoad(settings, filled, _...)"},
			{Fill, "LoadConfig(settings, filled, _...)"},
			{Fill, "LoadFromYamlBytes(_, filled)"}, {Fill, "LoadFromJsonBytes(_, filled)"},
			{Fill, "LoadFromTomlBytes(_, filled)"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"github.com/zeromicro/go-zero/core/logx"},
		Rows: slices.Concat(
			plain(Log, "", "logged...", "Debug", "Info", "Error", "Slow", "Severe"),
			plain(Log, "", "logged", "Alert"),
			plain(Log, "", "format, logged...", "Debugf", "Infof", "Errorf", "Slowf", "Severef"),
			plain(Log, "", "encoded", "Infov", "Errorv"), plain(Log, "", "_, encoded", "Field"),
			plain(Log, "(Logger).", "logged...", "Debug", "Info", "Error", "Slow"),
			plain(Log, "(Logger).", "format, logged...", "Debugf", "Infof", "Errorf", "Slowf"),
			plain(Log, "(Logger).", "encoded", "Debugv", "Infov", "Errorv", "Slowv"),
			plain(Log, "(Logger).", "logged, _...", "Debugw", "Infow", "Errorw", "Sloww"),
		),
	},
}
