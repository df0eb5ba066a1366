package model

import "slices"

// kratos is go-kratos/kratos. Its middleware compares the algorithm, with HS256 unless another is
// named.
var kratos = []Library{
	{Family: "github.com/go-kratos/kratos", Server: true},
	{
		Tokens: true,
		Paths:  []string{"github.com/go-kratos/kratos/v2/middleware/auth/jwt"},
		Rows: []Row{
			{Verify, "Server(keyfunc, options...) HS256"},
			{Sign, "Client(keyfunc, options...) HS256"},
			{PinAlg, "WithSigningMethod(method)"},
			{ErrorVar, "ErrTokenExpired expired"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"github.com/go-kratos/kratos/v2/log"},
		Rows: slices.Concat(
			plain(Log, "", "logged...", "Debug", "Info", "Warn", "Error"),
			plain(Exit, "", "logged...", "Fatal"),
			plain(Log, "", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Exit, "", "format, logged...", "Fatalf"),
			plain(Log, "", "encoded...", "Debugw", "Infow", "Warnw", "Errorw"),
			plain(Log, "(*Helper).", "logged...", "Debug", "Info", "Warn", "Error"),
			plain(Log, "(*Helper).", "format, logged...", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Log, "(*Helper).", "encoded...", "Debugw", "Infow", "Warnw", "Errorw"),
			plain(Log, "", "_, encoded...", "With"),
			plain(Log, "(Logger).", "_, encoded...", "Log"),
		),
	},
}
