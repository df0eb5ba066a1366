// Command server has both kinds of routes.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/testdata/verify/stacked/more"
	"example.com/testdata/verify/stacked/routes"

	"github.com/labstack/echo/v4"
)

func main() {
	key := os.Getenv("STACKED_KEY")
	if len(key) < 32 {
		log.Fatal("STACKED_KEY is too short")
	}
	e := echo.New()
	list := func(c echo.Context) error { return c.NoContent(http.StatusNoContent) }
	routes.Signed(e, []byte(key), list)
	routes.Open(e, list)
	more.Members(e, []byte(key), list)
	more.Strangers(e, []byte(key), list)
	log.Fatal(e.Start("localhost:8080"))
}
