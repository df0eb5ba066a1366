package model

// huma is the framework for APIs that describe themselves. Its middlewares are functions that get
// the next one as a parameter.
var huma = []Library{
	{Family: "github.com/danielgtaylor/huma", Server: true},
	{
		Paths: []string{"github.com/danielgtaylor/huma/v2"},
		Rows: []Row{
			{Read, "(Context).Header(name) request"},
			{Read, "(Context).Query(name) query"},
			{Read, "(Context).Param(name) route"},
			{Read, "ReadCookie(_, name) request, _"},
			{Respond, "WriteErr(_, _, status, response, response...)"},
			{Respond, "(Context).SetStatus(status)"},
			{Header, "(Context).SetHeader(name, value)"},
			{Header, "(Context).AppendHeader(name, value)"},
		},
	},
}
