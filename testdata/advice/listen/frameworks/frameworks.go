// Command frameworks listens with everything but net/http.
package main

import (
	"context"
	"log"
	"net"
	"os"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	log.Print(cookieOf("").Name)
	go ofGin()
	go ofEcho()
	go ofFiber()
	go ofHertz()
	go ofIris()
	go ofFasthttp()
	ofGRPC()
}

func ofGin() {
	r := gin.Default()
	r.GET("/", func(c *gin.Context) {
		if _, err := auth.Subject(c.GetHeader("Authorization")); err != nil {
			c.AbortWithStatus(401)
		}
	})
	go r.Run() // want plaintext-listener
	go r.Run("localhost:8080")
	go r.RunUnix("/run/app.sock")
	log.Fatal(r.Run(":" + os.Getenv("PORT"))) // want plaintext-listener
}

func ofEcho() {
	e := echo.New()
	go e.Start("127.0.0.1:1323")
	if l, err := net.Listen("unix", "/run/app.sock"); err == nil { // as wireguard-ui does
		e.Listener = l
		e.Logger.Fatal(e.Start(""))
	}
	go echo5.New().Start(":1323") // want plaintext-listener
	sc := echo5.StartConfig{Address: ":1323"}
	go sc.Start(context.Background(), echo5.New()) // want plaintext-listener
	go (echo5.StartConfig{Address: "localhost:1323"}).Start(context.Background(), echo5.New())
	e.Logger.Fatal(e.Start(":1323")) // want plaintext-listener
}

// The flag of a cookie is called as a method that looks at the connection.
func cookieOf(token string) *fiber.Cookie {
	return &fiber.Cookie{Name: "token", Value: token, Secure: true, HTTPOnly: true, SameSite: "Lax"}
}

func ofFiber() {
	app := fiber.New()
	go app.Listen("localhost:3000")
	go fiber3.New().Listen(":3000")                                                   // want plaintext-listener
	go fiber3.New().Listen(":3000", fiber3.ListenConfig{DisableStartupMessage: true}) // want plaintext-listener
	log.Fatal(app.Listen(":3000"))                                                    // want plaintext-listener
}

func ofHertz() {
	go server.Default(server.WithHostPorts("127.0.0.1:8888")).Spin()
	h := server.Default(server.WithHostPorts(":8888"))
	go server.New().Spin() // want plaintext-listener
	h.Spin()               // want plaintext-listener
}

func ofIris() {
	app := iris.New()
	go app.Listen("localhost:8080")
	go app.Run(iris.Addr(":8080")) // want plaintext-listener
	app.Listen(":8080")            // want plaintext-listener
}

func ofFasthttp() {
	h := func(ctx *fasthttp.RequestCtx) {}
	go fasthttp.ListenAndServe("localhost:8080", h)
	go fasthttp.ListenAndServe(":8080", h) // want plaintext-listener
	srv := &fasthttp.Server{Handler: h}
	log.Fatal(srv.ListenAndServe(":8080")) // want plaintext-listener
}

func ofGRPC() {
	l, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(grpc.NewServer().Serve(l)) // want plaintext-listener
}
