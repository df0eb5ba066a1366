package model

import (
	"slices"
	"strings"
)

// servers are the import paths of what answers requests.
var servers = []string{
	"net/rpc", "google.golang.org/grpc", "github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/gofiber/fiber",
	"github.com/go-chi/chi", "github.com/gorilla/mux", "github.com/julienschmidt/httprouter", "github.com/valyala/fasthttp",
	"github.com/cloudwego/hertz", "github.com/kataras/iris", "github.com/beego/beego", "github.com/zeromicro/go-zero/rest",
	"github.com/go-kratos/kratos", "github.com/emicklei/go-restful",
}

// flags are the import paths of what reads a command line, commands of what gives a program commands of their own.
var (
	flags    = []string{"flag", "github.com/spf13/pflag", "github.com/jessevdk/go-flags", "github.com/docopt/docopt-go"}
	commands = []string{"github.com/spf13/cobra", "github.com/urfave/cli", "github.com/alecthomas/kong", "github.com/alecthomas/kingpin"}
)

// Serves reports whether code that imports path answers requests.
func Serves(path string) bool { return path == "net/http" || within(servers, path) }

// Flags reports whether code that imports path is run from a command line.
func Flags(path string) bool { return within(flags, path) || Commands(path) }

// Commands reports whether code that imports path is one command of a program that can have others.
func Commands(path string) bool { return within(commands, path) }

// within reports whether a path is one of the list, a major version of one or a package of one.
func within(list []string, path string) bool {
	return slices.ContainsFunc(list, func(p string) bool { return path == p || strings.HasPrefix(path, p+"/") })
}

// Routes reports whether a package at path is one of a router, whose own middlewares ask for no token.
func Routes(path string) bool {
	return within([]string{"github.com/go-chi/chi", "github.com/go-chi/cors", "github.com/go-chi/httplog", "github.com/go-chi/render", "github.com/rs/cors"}, path)
}
