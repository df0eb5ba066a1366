package model

// listeners lists what answers requests until the program ends. What encrypts connections, or is told by others that they
// are, has the role [Sealed].
var listeners = []Library{
	{Paths: []string{"net"}, Rows: []Row{{Build, "Listen(scheme, bound) object, _"}, {Build, "ListenTCP(_, bound) object, _"}, {Build, "ListenUnix(scheme, _) object, _"}}},
	{Paths: []string{"net/http"}, Rows: []Row{
		{Listen, "ListenAndServe(bound, handler)"}, {Listen, "ListenAndServeTLS(_, _, _, _) sealed"},
		{Listen, "Serve(object, handler)"}, {Listen, "ServeTLS(_, _, _, _) sealed"},
		{Listen, "(object *Server).ListenAndServe()"}, {Listen, "(*Server).ListenAndServeTLS(_, _) sealed"},
		{Listen, "(*Server).Serve(object)"}, {Listen, "(*Server).ServeTLS(_, _, _) sealed"},
		{Build, "Server.Addr bound"}, {Build, "Server.Handler handler"}, {Hold, "Server.TLSConfig sealed"}, {Hold, "Request.TLS sealed"},
	}},
	{Paths: []string{"crypto/tls"}, Rows: []Row{
		{Build, "NewListener(_, _) sealed"}, {Build, "Listen(_, _, _) sealed"}, {Build, "LoadX509KeyPair(_, _) sealed"}, {Build, "X509KeyPair(_, _) sealed"},
		{Hold, "Config.GetCertificate sealed"}, {Hold, "Config.GetConfigForClient sealed"}, {Hold, "Config.ClientAuth sealed"},
	}},
	{Paths: []string{"google.golang.org/grpc"}, Rows: []Row{{Listen, "(*Server).Serve(object)"}, {Build, "Creds(_) sealed"}}},
	{Paths: []string{"google.golang.org/grpc/credentials"}, Rows: []Row{{Build, "NewServerTLSFromFile(_, _) sealed"}, {Build, "NewServerTLSFromCert(_) sealed"}}},
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
	{Paths: []string{"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"}, Rows: []Row{
		{Listen, "(*App).Listen(bound, _...)"}, {Listen, "(*App).Listener(object, _...)"}, {Listen, "(*App).ListenTLS(_, _, _) sealed"},
		{Listen, "(*App).ListenTLSWithCertificate(_, _) sealed"}, {Listen, "(*App).ListenMutualTLS(_, _, _, _) sealed"}, {Listen, "(*App).ListenMutualTLSWithCertificate(_, _, _) sealed"},
		{Hold, "ListenConfig.CertFile sealed"}, {Hold, "ListenConfig.TLSConfig sealed"}, {Hold, "ListenConfig.TLSConfigFunc sealed"}, {Hold, "ListenConfig.AutoCertManager sealed"},
		{Build, "(*Ctx).Secure() sealed"}, {Build, "(*Ctx).Protocol() sealed"}, {Build, "(Ctx).Secure() sealed"}, {Build, "(Ctx).Scheme() sealed"},
	}},
	{Paths: []string{"github.com/gofiber/fiber/v2/middleware/helmet", "github.com/gofiber/fiber/v3/middleware/helmet"}, Rows: []Row{{Hold, "Config.HSTSMaxAge sealed"}}},
	{Paths: []string{"github.com/valyala/fasthttp"}, Rows: []Row{
		{Listen, "ListenAndServe(bound, handler)"}, {Listen, "(*Server).ListenAndServe(bound)"}, {Listen, "Serve(object, handler)"}, {Listen, "(*Server).Serve(object)"},
		{Listen, "ListenAndServeTLS(_, _, _, _) sealed"}, {Listen, "ListenAndServeTLSEmbed(_, _, _, _) sealed"}, {Listen, "(*Server).ListenAndServeTLS(_, _, _) sealed"},
		{Listen, "(*Server).ListenAndServeTLSEmbed(_, _, _) sealed"}, {Listen, "ServeTLS(_, _, _, _) sealed"}, {Listen, "(*Server).ServeTLS(_, _, _) sealed"},
		{Hold, "Server.TLSConfig sealed"}, {Build, "(*RequestCtx).IsTLS() sealed"},
	}},
	{Paths: []string{"github.com/cloudwego/hertz/pkg/app/server"}, Rows: []Row{
		{Build, "Default(options...) object"}, {Build, "New(options...) object"}, {Build, "WithHostPorts(bound) options"}, {Build, "WithTLS(_) sealed"},
		{Listen, "(object *Hertz).Spin()"},
	}},
	{Paths: []string{"github.com/kataras/iris/v12"}, Rows: []Row{
		{Listen, "(*Application).Run(object)"}, {Listen, "(*Application).Listen(bound, _...)"}, {Build, "Addr(bound) object"},
		{Build, "TLS(_, _, _) sealed"}, {Build, "AutoTLS(_, _, _) sealed"},
	}},
	{Paths: []string{"github.com/gorilla/handlers"}, Rows: []Row{{Build, "ProxyHeaders(_) sealed"}}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Listen, "Run(_...)"}}},
	{Paths: []string{"github.com/zeromicro/go-zero/rest"}, Rows: []Row{{Listen, "(*Server).Start()"}}},
}
