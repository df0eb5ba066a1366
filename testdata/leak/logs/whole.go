package logs

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"go.uber.org/zap"
)

// Grant is what a client gets; the field holds a token because one is put there.
type Grant struct {
	User   string
	Access string
}

// Query holds what a client sends; its field is verified.
type Query struct{ Text string }

// Hidden is text that shows itself to nobody.
type Hidden string

// String says so.
func (Hidden) String() string { return "hidden" }

func grants(z *zap.Logger, r *http.Request) {
	token, _ := sign()
	g := &Grant{User: "u", Access: token}
	log.Printf("granted %+v", g) // want token-log "field Access"
	body, _ := json.Marshal(g)
	z.Info("granted", zap.ByteString("body", body)) // want token-log
	q := Query{Text: r.Header.Get("X-Value")}
	jwt.Parse(q.Text, nil)
	log.Println("query", q) // want token-log "field Text"
	log.Println(g.User, Hidden(token))
	parsed, _ := jwt.Parse(token, nil)
	log.Println("raw", parsed.Raw) // want token-log
}

func wholes(r *http.Request, f *fiber.Ctx, g *gin.Context, e echo.Context) {
	log.Println(f.Request().Header.String()) // want token-log "request with its credentials"
	log.Println(&f.Request().Header)         // want token-log "request with its credentials"
	log.Println(f.GetReqHeaders())           // want token-log
	log.Println(g.Request.Header)            // want token-log
	slog.Info("in", "request", g.Request)    // want token-log
	dump, _ := httputil.DumpRequestOut(r, true)
	fmt.Printf("%s", dump) // want token-log
	for name, values := range r.Header {
		log.Println(name, values) // want token-log
	}
	if c, err := r.Cookie("access_token"); err == nil {
		log.Println("cookie", c) // want token-log
		log.Println("cookie", c.Name)
	}
	log.Println("contexts print addresses", g, e) // fmt prints the address of the request in them
	log.Println(r.Method, r.URL.Path, r.Host)
	fmt.Printf("%p %T", r, r)
}

// account is filled from a header field whose name the operator sets, as a proxy in front passes a user's name on.
type account struct{ Name string }

func proxied(r *http.Request, field string) {
	a := &account{Name: r.Header.Get(field)}
	log.Println("user", a.Name, r.Header.Get(field))
}

func certificates(pair tls.Certificate, private *rsa.PrivateKey, other *ecdsa.PrivateKey) {
	jwt.New(jwt.SigningMethodRS256).SignedString(private)
	jwt.New(jwt.SigningMethodES256).SignedString(pair.PrivateKey)
	log.Println("key", private)        // want secret-log
	log.Printf("certificate %v", pair) // want secret-log "field PrivateKey"
	log.Println("public", private.PublicKey, private.N)
	log.Println("other", other) // a key of something else
}
