// Package served serves folders.
package served

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/template/html/v2"
	"github.com/labstack/echo/v4"
)

// Serve serves with net/http.
func Serve() {
	http.Handle("/", http.StripPrefix("/", http.FileServer(http.Dir("./public"))))
	http.Handle("/all/", http.FileServer(http.Dir(".")))
}

// Echo serves with echo.
func Echo(e *echo.Echo, g *echo.Group) {
	e.Static("/", "public") // as above: reported once
	g.File("/sw", "sw.js")
}

// Fiber serves with fiber.
func Fiber() *fiber.App {
	app := fiber.New(fiber.Config{Views: html.New("./layouts", ".html")})
	app.Static("/", "static")
	return app
}
