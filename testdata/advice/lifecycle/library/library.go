// Command library has a middleware of a library verify tokens that live for a day.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

var key = []byte(os.Getenv("JWT_SECRET"))

func issue(c echo.Context) error {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: c.FormValue("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}).SignedString(key)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]string{"token": token})
}

func main() {
	e := echo.New()
	e.POST("/token", issue)
	e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusOK) },
		echojwt.WithConfig(echojwt.Config{SigningKey: key})) // want no-revocation "tokens live 24h0m0s"
	log.Fatal(e.Start("localhost:8080"))
}
