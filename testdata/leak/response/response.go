// Package response writes keys to HTTP responses.
package response

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

var secret = os.Getenv("SIGNING")

// Config is sent to the page.
type Config struct {
	Addr      string
	JWTSecret string
}

func (c Config) sign() (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.JWTSecret))
}

func handle(w http.ResponseWriter, c Config, t *template.Template) {
	signed, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(secret))
	w.Write([]byte(secret))                        // want secret-response
	fmt.Fprintf(w, "secret %s", secret)            // want secret-response
	io.WriteString(w, secret)                      // want secret-response
	http.Error(w, "bad key "+secret, 500)          // want secret-response
	json.NewEncoder(w).Encode(c)                   // want secret-response "field JWTSecret"
	t.Execute(w, map[string]string{"key": secret}) // want secret-response
	t.Execute(w, c)                                // the template says which fields it shows
	json.NewEncoder(w).Encode(map[string]string{"token": signed})
	json.NewEncoder(os.NewFile(3, "f")).Encode(c)
}

func frameworks(g *gin.Context, f *fiber.Ctx, e echo.Context, c Config) error {
	g.JSON(200, gin.H{"secret": secret}) // want secret-response
	g.String(200, "%s", secret)          // want secret-response
	f.JSON(c)                            // want secret-response
	g.JSON(200, gin.H{"addr": c.Addr})
	return e.JSON(200, &c) // want secret-response
}
