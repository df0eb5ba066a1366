// Package bodies takes tokens out of what requests bring besides their headers.
package bodies

import (
	"encoding/json"
	"io"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/zeromicro/go-zero/rest/httpx"
)

type claims struct {
	jwt.RegisteredClaims
	Email string `json:"email"`
}

var key []byte

func byKey(*jwt.Token) (any, error) { return key, nil }

// signIn believes the credential of a provider that a page sends.
func signIn(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Credential string `json:"credential"`
	}
	if json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&in) != nil {
		return
	}
	var c claims
	jwt.NewParser().ParseUnverified(in.Credential, &c) // want unverified-token
	io.WriteString(w, c.Email)
}

type linking struct {
	Provider string
	IDToken  string `json:"id_token"`
}

// link reads the body as a whole first, in a helper for any type.
func link(w http.ResponseWriter, r *http.Request) {
	in, err := read[linking](r)
	if err != nil {
		return
	}
	var c claims
	jwt.NewParser().ParseUnverified(in.IDToken, &c) // want unverified-token
	io.WriteString(w, c.Email)
}

func read[T any](r *http.Request) (*T, error) {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	v := new(T)
	return v, json.Unmarshal(data, v)
}

// bound has its fields filled by a framework.
func bound(g *gin.Context) {
	var in struct{ Token string }
	if g.ShouldBindJSON(&in) != nil {
		return
	}
	var c claims
	jwt.NewParser().ParseUnverified(in.Token, &c) // want unverified-token
	g.JSON(http.StatusOK, c.Email)
}

func parsed(f *fiber.Ctx) error {
	var in map[string]string
	if err := f.BodyParser(&in); err != nil {
		return err
	}
	var c claims
	jwt.NewParser().ParseUnverified(in["token"], &c) // want unverified-token
	return f.SendString(c.Email)
}

type renewal struct{ Refresh string }

// renew verifies the same token when it knows whose it is.
func renew(w http.ResponseWriter, r *http.Request) {
	var in renewal
	json.NewDecoder(r.Body).Decode(&in)
	var seen, c claims
	jwt.NewParser().ParseUnverified(in.Refresh, &seen)
	if seen.Email == "" {
		return
	}
	if _, err := jwt.ParseWithClaims(in.Refresh, &c, byKey); err != nil {
		return
	}
	io.WriteString(w, c.Email)
}

// granted is what the token endpoint answers over TLS, which need not be verified again (OpenID
// Connect Core section 3.1.3.7).
func granted(w http.ResponseWriter, res *http.Response) {
	var in struct {
		IDToken string `json:"id_token"`
	}
	json.NewDecoder(res.Body).Decode(&in)
	var c claims
	jwt.NewParser().ParseUnverified(in.IDToken, &c)
	io.WriteString(w, c.Email)
}

// kept comes from a file of this program's own.
func kept(w http.ResponseWriter) {
	data, _ := os.ReadFile("session.json")
	var in struct{ Token string }
	json.Unmarshal(data, &in)
	var c claims
	jwt.NewParser().ParseUnverified(in.Token, &c)
	io.WriteString(w, c.Email)
}

// zero has its fields filled by go-zero.
func zero(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Token string `json:"token"`
	}
	if httpx.Parse(r, &in) != nil {
		return
	}
	var c claims
	jwt.NewParser().ParseUnverified(in.Token, &c) // want unverified-token
	io.WriteString(w, c.Email)
}
