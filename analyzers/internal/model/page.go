package model

// pages lists how a program hands pages and scripts to browsers, and what a program in the browser does itself.
var pages = []Library{
	{Paths: []string{"html/template", "text/template"}, Rows: []Row{
		{Ship, "ParseFiles(path...)"}, {Ship, "ParseGlob(path)"}, {Ship, "(*Template).ParseFiles(path...)"}, {Ship, "(*Template).ParseGlob(path)"},
	}},
	{Paths: []string{"syscall/js"}, Rows: []Row{
		{Script, "(from Value).Get(name)"}, {Script, "(from Value).Set(name, value)"}, {Script, "(from Value).Call(name, value...)"}, {Script, "Null()"}, {Script, "Undefined()"},
	}},
}
