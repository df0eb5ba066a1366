// Command echosecure redirects with the middleware of echo.
package main

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	e := echo.New()
	e.Pre(middleware.HTTPSRedirect())
	e.Any("/", echo.WrapHandler(auth.Require(http.NotFoundHandler())))
	e.Logger.Fatal(e.Start(":8080"))
}
