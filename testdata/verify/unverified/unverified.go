// Package unverified reads tokens without a look at their signature.
package unverified

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"example.com/testdata/verify/peek"
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type handler struct{ key []byte }

func (h *handler) pick(*jwt.Token) (any, error) { return h.key, nil }

var methods = jwt.WithValidMethods([]string{"HS256"})

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (h *handler) admin(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	if _, _, err := jwt.NewParser().ParseUnverified(bearer(r), c); err != nil { // want unverified-token "role"
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if c.Role != "admin" {
		http.Error(w, "no", http.StatusForbidden)
	}
}

func whois(r *http.Request) (string, error) {
	cookie, err := r.Cookie("token")
	if err != nil {
		return "", err
	}
	token, _, err := new(jwt.Parser).ParseUnverified(cookie.Value, jwt.MapClaims{}) // want unverified-token "sub"
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func byHand(r *http.Request) (string, error) {
	parts := strings.Split(r.Header.Get("X-Token"), ".")
	if len(parts) != 3 {
		return "", errors.New("no token")
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1]) // want unverified-token "sub"
	if err != nil {
		return "", err
	}
	var c struct {
		Subject string `json:"sub"`
	}
	if err := json.Unmarshal(payload, &c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

func across(r *http.Request) string {
	c, err := peek.Claims(r.Header.Get("X-Forwarded-Token")) // want unverified-token "email"
	if err != nil {
		return ""
	}
	return c["email"].(string)
}

// What follows is good.

func (h *handler) issuer(raw string) (string, error) {
	c := &claims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return "", err
	}
	return c.Issuer, nil
}

func (h *handler) chosen(r *http.Request) (string, error) {
	raw := r.Header.Get("X-Chosen")
	if _, err := h.issuer(raw); err != nil {
		return "", err
	}
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, h.pick, methods)
	return c.Role, err
}

func (h *handler) decodeThenVerify(r *http.Request) (string, error) {
	raw := r.Header.Get("X-Tenant-Token")
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return "", err
	}
	tenant, _ := c["tenant"].(string)
	if err := h.verify(raw, tenant); err != nil {
		return "", err
	}
	return c["sub"].(string), nil
}

func (h *handler) verify(raw, tenant string) error {
	_, err := jwt.Parse(raw, h.pick, methods, jwt.WithIssuer(tenant))
	return err
}

func (h *handler) verifyThenDecode(r *http.Request) (string, error) {
	raw := r.Header.Get("X-Session-Token")
	if err := peek.Verify(raw, h.key); err != nil {
		return "", err
	}
	c, err := peek.Claims(raw)
	if err != nil {
		return "", err
	}
	return c["sub"].(string), nil
}

func (h *handler) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := request.ParseFromRequest(r, request.OAuth2Extractor, h.pick); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// the token of a request that a function of another package looks at in a way that is not seen
type authority interface{ Authenticate(token string) error }

func delegated(a authority, r *http.Request) (string, error) {
	raw := r.Header.Get("X-Delegated")
	if err := a.Authenticate(raw); err != nil {
		return "", err
	}
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return "", err
	}
	return c["sub"].(string), nil
}

// a token that this program got from where it comes from
func exchanged(resp *http.Response) (string, error) {
	var answer struct {
		IDToken string `json:"id_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return "", err
	}
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(answer.IDToken, c); err != nil {
		return "", err
	}
	return c["email"].(string), nil
}

// what is behind an interface is not seen, whatever one type does
func found(f peek.Finder, r *http.Request) (string, error) {
	raw := r.Header.Get("X-Found")
	if _, err := f.Find(raw); err != nil {
		return "", err
	}
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return "", err
	}
	return c["sub"].(string), nil
}
