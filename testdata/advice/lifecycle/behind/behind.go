// Command behind has one middleware verify tokens and another, behind it, ask whose they are.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func issue(c echo.Context) error {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: c.FormValue("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}).SignedString(key)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]string{"token": token})
}

func active(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		who, _ := c.Get("user").(*jwt.Token).Claims.GetSubject()
		var is bool
		err := db.QueryRow("SELECT active FROM users WHERE name = $1", who).Scan(&is)
		if err != nil || !is {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

func main() {
	e := echo.New()
	e.POST("/token", issue)
	e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusOK) },
		echojwt.WithConfig(echojwt.Config{SigningKey: key}), active)
	log.Fatal(e.Start("localhost:8080"))
}
