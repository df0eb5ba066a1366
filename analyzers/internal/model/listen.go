package model

// listeners lists what answers requests until the program ends.
var listeners = []Library{
	{Paths: []string{"github.com/gin-gonic/gin"}, Rows: []Row{
		{Listen, "(*Engine).Run(bound...)"}, {Listen, "(*Engine).RunListener(object)"}, {Listen, "(*Engine).RunTLS(_, _, _) sealed"}, {Listen, "(*Engine).RunQUIC(_, _, _) sealed"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"}, Rows: []Row{
		{Listen, "(*Echo).Start(bound)"}, {Listen, "(*Echo).StartServer(object)"}, {Listen, "(*Echo).StartH2CServer(bound, _)"},
		{Listen, "(*Echo).StartTLS(_, _, _) sealed"}, {Listen, "(*Echo).StartAutoTLS(_) sealed"},
		{Build, "StartConfig.Address bound"}, {Listen, "(object StartConfig).Start(_, _)"}, {Listen, "(StartConfig).StartTLS(_, _, _, _) sealed"},
		{Build, "(Context).IsTLS() sealed"}, {Build, "(*Context).IsTLS() sealed"}, {Build, "(Context).Scheme() sealed"}, {Build, "(*Context).Scheme() sealed"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4/middleware", "github.com/labstack/echo/v5/middleware"}, Rows: []Row{
		{Build, "HTTPSRedirect() sealed"}, {Build, "HTTPSRedirectWithConfig(_) sealed"}, {Build, "HTTPSWWWRedirect() sealed"}, {Build, "HTTPSWWWRedirectWithConfig(_) sealed"},
		{Build, "HTTPSNonWWWRedirect() sealed"}, {Build, "HTTPSNonWWWRedirectWithConfig(_) sealed"}, {Hold, "SecureConfig.HSTSMaxAge sealed"},
	}},
	{Paths: []string{"github.com/kataras/iris/v12"}, Rows: []Row{
		{Listen, "(*Application).Run(object)"}, {Listen, "(*Application).Listen(bound, _...)"}, {Build, "Addr(bound) object"},
		{Build, "TLS(_, _, _) sealed"}, {Build, "AutoTLS(_, _, _) sealed"},
	}},
	{Paths: []string{"github.com/gorilla/handlers"}, Rows: []Row{{Build, "ProxyHeaders(_) sealed"}}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Listen, "Run(_...)"}}},
	{Paths: []string{"github.com/zeromicro/go-zero/rest"}, Rows: []Row{{Listen, "(*Server).Start()"}}},
}
