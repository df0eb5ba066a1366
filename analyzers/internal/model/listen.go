package model

import "slices"

// listeners lists what answers requests until the program ends.
var listeners = []Library{
	{Paths: []string{"net/http"}, Rows: slices.Concat(
		plain(Listen, "", "_, _", "ListenAndServe", "Serve"), plain(Listen, "", "_, _, _, _", "ListenAndServeTLS"),
		[]Row{{Listen, "(*Server).ListenAndServe()"}, {Listen, "(*Server).ListenAndServeTLS(_, _)"}, {Listen, "(*Server).Serve(_)"}},
	)},
	{Paths: []string{"google.golang.org/grpc"}, Rows: []Row{{Listen, "(*Server).Serve(_)"}}},
	{Paths: []string{"github.com/gin-gonic/gin"}, Rows: []Row{{Listen, "(*Engine).Run(_...)"}, {Listen, "(*Engine).RunTLS(_, _, _)"}}},
	{Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"}, Rows: []Row{{Listen, "(*Echo).Start(_)"}, {Listen, "(*Echo).StartTLS(_, _, _)"}}},
	{Paths: []string{"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"}, Rows: []Row{{Listen, "(*App).Listen(_)"}, {Listen, "(*App).ListenTLS(_, _, _)"}}},
	{Paths: []string{"github.com/valyala/fasthttp"}, Rows: []Row{{Listen, "ListenAndServe(_, _)"}, {Listen, "(*Server).ListenAndServe(_)"}}},
	{Paths: []string{"github.com/cloudwego/hertz/pkg/app/server"}, Rows: []Row{{Listen, "(*Hertz).Spin()"}}},
	{Paths: []string{"github.com/kataras/iris/v12"}, Rows: []Row{{Listen, "(*Application).Run(_)"}, {Listen, "(*Application).Listen(_)"}}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Listen, "Run(_...)"}}},
	{Paths: []string{"github.com/zeromicro/go-zero/rest"}, Rows: []Row{{Listen, "(*Server).Start()"}}},
}
