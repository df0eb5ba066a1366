package model

import "slices"

// Libraries returns every table.
func Libraries() []Library {
	return slices.Concat(
		tokenLibraries, joseLibraries, middlewares, sources, generators, passes, times,
		netHTTP, tls, oauth2, grpc, httpClients, webSockets, fastHTTP, hertz, fiber, gin, gorilla, scs, chi, rsCORS, routers, echo, iris, beego, goZero, kratos, goKit,
		requests, stdLog, logging, sentry, openTelemetry, loggers, databases, pages, families,
	)
}

// joseLibraries lists the libraries that make and check tokens beside the jwt-go family.
var joseLibraries = slices.Concat(jwx, goJose, cristalhq, pascaldekloe, kataras, sermoDigital, fosite, oidc, keyfunc)

// middlewares lists what checks the tokens of requests before a server answers them.
var middlewares = slices.Concat(ginJWT, echoJWT, fiberJWT, jwtauth, auth0)

// families lists what is known of all packages of a library.
var families = []Library{

	{Family: "flag", CLI: true},
	{Family: "github.com/spf13/pflag", CLI: true},
	{Family: "github.com/jessevdk/go-flags", CLI: true},
	{Family: "github.com/docopt/docopt-go", CLI: true},
	{Family: "github.com/spf13/cobra", Commands: true},
	{Family: "github.com/urfave/cli", Commands: true},
	{Family: "github.com/alecthomas/kong", Commands: true},
	{Family: "github.com/alecthomas/kingpin", Commands: true},

	{Paths: []string{"github.com/a-h/templ"}, Markup: ".templ"},
	{Paths: []string{"github.com/valyala/quicktemplate"}, Markup: ".qtpl"},

	{Family: "github.com/chromedp", Browser: true},
	{Family: "github.com/go-rod/rod", Browser: true},
	{Family: "github.com/playwright-community/playwright-go", Browser: true},
	{Family: "github.com/mxschmitt/playwright-go", Browser: true},
	{Family: "github.com/tebeka/selenium", Browser: true},
}
