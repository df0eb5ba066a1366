package model

import (
	"slices"
	"strings"
	"sync"
)

// pages lists how a program hands pages and scripts to browsers, and what a program in the browser does itself.
var pages = []Library{
	{Paths: []string{"html/template", "text/template"}, Rows: []Row{
		{Ship, "ParseFiles(path...)"}, {Ship, "ParseGlob(path)"}, {Ship, "(*Template).ParseFiles(path...)"}, {Ship, "(*Template).ParseGlob(path)"},
	}},
	{Paths: []string{"net/http"}, Rows: []Row{{Ship, "ServeFile(_, _, path)"}, {Ship, "FileServer(path)"}}},
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
	{Paths: []string{"github.com/gofiber/fiber/v2"}, Rows: []Row{{Ship, "(*App).Static(_, path, _...)"}, {Ship, "(*Group).Static(_, path, _...)"}}},
	{Paths: []string{"github.com/gofiber/fiber/v3/middleware/static"}, Rows: []Row{{Ship, "New(path, _...)"}}},
	{Paths: []string{"github.com/gofiber/template/html/v2"}, Rows: []Row{{Ship, "New(path, _)"}}},
	{Paths: []string{"github.com/cloudwego/hertz/pkg/route"}, Rows: []Row{
		{Ship, "(*Engine).LoadHTMLFiles(path...)"}, {Ship, "(*Engine).LoadHTMLGlob(path)"},
		{Ship, "(*RouterGroup).Static(_, path)"}, {Ship, "(*RouterGroup).StaticFile(_, path)"},
	}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Ship, "SetStaticPath(_, path)"}, {Ship, "SetViewsPath(path)"}}},
	{Paths: []string{"github.com/kataras/iris/v12/core/router"}, Rows: []Row{{Ship, "(*APIBuilder).HandleDir(_, path, _...)"}}},
	{Paths: []string{"syscall/js"}, Rows: []Row{
		{Script, "(from Value).Get(name)"}, {Script, "(from Value).Set(name, value)"}, {Script, "(from Value).Call(name, value...)"}, {Script, "Null()"}, {Script, "Undefined()"},
	}},
}

// shipping holds, by the import paths of what hands files to browsers, the names of its functions and methods.
var shipping = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, lib := range pages {
		for _, row := range lib.Rows {
			sig, ok := row.Parse()
			if !ok || row.Verb != Ship {
				continue
			}
			name := sig.Name[strings.LastIndexByte(sig.Name, '.')+1:]
			for _, p := range lib.Paths {
				if !slices.Contains(m[p], name) {
					m[p] = append(m[p], name)
				}
			}
		}
	}
	return m
})

// Ships returns the names of the functions and methods of a package that hand files to browsers.
func Ships(path string) []string { return shipping()[path] }

// MarkupSource returns the end of the names of the files that code which imports path is generated from, "" for none.
func MarkupSource(path string) string {
	switch path {
	case "github.com/a-h/templ":
		return ".templ"
	case "github.com/valyala/quicktemplate":
		return ".qtpl"
	}
	return ""
}

// Browses reports whether a package that imports path runs in a browser: all of it is handed to whoever loads the page.
func Browses(path string) bool { return path == "syscall/js" }

// Drives reports whether a package that imports path runs scripts in a browser of its own, as tests and crawlers do.
func Drives(path string) bool {
	for _, p := range []string{"github.com/chromedp/", "github.com/go-rod/rod", "github.com/playwright-community/playwright-go", "github.com/mxschmitt/playwright-go", "github.com/tebeka/selenium"} {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}
