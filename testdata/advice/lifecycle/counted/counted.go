// Command counted counts wrong passwords and has tokens that end soon.
package main

import (
	"html/template"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"golang.org/x/crypto/bcrypt"
)

var key = []byte(os.Getenv("JWT_SECRET"))

type account struct {
	hash     []byte
	failures int
}

var accounts = map[string]*account{}

func login(c echo.Context) error {
	a := accounts[c.FormValue("name")]
	if a == nil || a.failures > 5 {
		return c.NoContent(http.StatusUnauthorized)
	}
	if err := bcrypt.CompareHashAndPassword(a.hash, []byte(c.FormValue("password"))); err != nil {
		a.failures++
		return c.NoContent(http.StatusUnauthorized)
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: c.FormValue("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]string{"token": token})
}

func guard(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		who := &jwt.RegisteredClaims{}
		if _, err := jwt.ParseWithClaims(c.Request().Header.Get("Authorization"), who,
			func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"})); err != nil {
			return refuse(c)
		}
		return next(c)
	}
}

// refuse tells operators, in another function.
func refuse(c echo.Context) error {
	slog.Warn("token refused", "path", c.Path())
	return c.NoContent(http.StatusUnauthorized)
}

var letter = template.Must(template.New("letter").Parse("Welcome, {{.}}"))

// welcome writes a mail, which is no page.
func welcome(name string) (string, error) {
	var b strings.Builder
	err := letter.Execute(&b, name)
	return b.String(), err
}

func main() {
	e := echo.New()
	e.POST("/login", login)
	e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusOK) }, guard)
	log.Fatal(e.Start("localhost:8080"))
}
