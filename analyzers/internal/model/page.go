package model

// pages lists how a program hands pages and scripts to browsers, and what a program in the browser does itself.
var pages = []Library{
	{Paths: []string{"html/template", "text/template"}, Rows: []Row{
		{Ship, "ParseFiles(path...)"}, {Ship, "ParseGlob(path)"}, {Ship, "(*Template).ParseFiles(path...)"}, {Ship, "(*Template).ParseGlob(path)"},
	}},
	{Paths: []string{"github.com/gin-gonic/gin"}, Rows: []Row{
		{Ship, "(*Engine).LoadHTMLFiles(path...)"}, {Ship, "(*Engine).LoadHTMLGlob(path)"},
		{Ship, "(*RouterGroup).Static(_, path)"}, {Ship, "(*RouterGroup).StaticFile(_, path)"}, {Ship, "(*RouterGroup).StaticFS(_, path)"},
		{Ship, "(IRoutes).Static(_, path)"}, {Ship, "(IRoutes).StaticFile(_, path)"}, {Ship, "(*Context).File(path)"},
	}},
	{Paths: []string{"github.com/gin-contrib/static"}, Rows: []Row{{Ship, "LocalFile(path, _)"}}},
	{Paths: []string{"github.com/julienschmidt/httprouter"}, Rows: []Row{{Ship, "(*Router).ServeFiles(_, path)"}}},
	{Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"}, Rows: []Row{
		{Ship, "(*Echo).Static(_, path)"}, {Ship, "(*Echo).File(_, path, _...)"}, {Ship, "(*Group).Static(_, path)"}, {Ship, "(*Group).File(_, path, _...)"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4/middleware", "github.com/labstack/echo/v5/middleware"}, Rows: []Row{{Ship, "Static(path)"}}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Ship, "SetStaticPath(_, path)"}, {Ship, "SetViewsPath(path)"}}},
	{Paths: []string{"github.com/kataras/iris/v12/core/router"}, Rows: []Row{{Ship, "(*APIBuilder).HandleDir(_, path, _...)"}}},
	{Paths: []string{"syscall/js"}, Rows: []Row{
		{Script, "(from Value).Get(name)"}, {Script, "(from Value).Set(name, value)"}, {Script, "(from Value).Call(name, value...)"}, {Script, "Null()"}, {Script, "Undefined()"},
	}},
}
