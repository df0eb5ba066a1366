package model

// templates lists what writes pages and other texts: the packages of the standard library, and
// compilers whose input stands beside the Go files.
var templates = []Library{
	{
		Paths: []string{"html/template", "text/template"},
		Rows: []Row{
			{Log, "(*Template).Execute(writer, rendered)"},
			{Log, "(*Template).ExecuteTemplate(writer, _, rendered)"},
			{Ship, "ParseFiles(path...)"}, {Ship, "ParseGlob(path)"},
			{Ship, "(*Template).ParseFiles(path...)"}, {Ship, "(*Template).ParseGlob(path)"},
		},
	},
	{Paths: []string{"github.com/a-h/templ"}, Markup: ".templ"},
	{Paths: []string{"github.com/valyala/quicktemplate"}, Markup: ".qtpl"},
}
