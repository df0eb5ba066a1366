// Package app has handlers, which hand keys and lifetimes to auth.
package app

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	"example.com/testdata/inventory/auth"
	"github.com/golang-jwt/jwt/v5"
)

type denied interface {
	IsRevoked(ctx context.Context, jti string) (bool, error)
	RevokeToken(ctx context.Context, jti string) error
	RevokeUserTokens(ctx context.Context, user string) error
}

type app struct {
	maker  *auth.Maker
	denied denied
}

func newApp(d denied) (*app, error) {
	maker, err := auth.NewMaker(os.Getenv("JWT_SECRET"))
	return &app{maker, d}, err
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	access, err := a.maker.Create("ann", 10*time.Minute)
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: "access_token", Value: access, Path: "/", MaxAge: 600,
		Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		token, err := a.maker.Verify(raw)
		if err != nil {
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		jti, _ := token.Claims.(jwt.MapClaims)["jti"].(string)
		if revoked, err := a.denied.IsRevoked(r.Context(), jti); err != nil || revoked {
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("access_token")
	if err != nil {
		return
	}
	token, err := a.maker.Verify(cookie.Value)
	if err != nil {
		return
	}
	jti, _ := token.Claims.(jwt.MapClaims)["jti"].(string)
	a.denied.RevokeToken(r.Context(), jti)
	http.SetCookie(w, &http.Cookie{Name: "access_token", MaxAge: -1}) // takes the cookie back
}

func (a *app) lost(r *http.Request, user string) error {
	return a.denied.RevokeUserTokens(r.Context(), user)
}

func serve(mux http.Handler) error {
	return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", mux)
}

func stock(token, host, id string) error {
	for _, address := range []string{"https://stock.example.com/v1", "https://" + host} {
		req, err := http.NewRequest("GET", address, nil)
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+token)
		req.Header.Set("X-Request-Id", id)
	}
	req, _ := http.NewRequest("GET", "https://stock.example.com/items/"+id, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	_, err := http.DefaultClient.Do(req)
	return err
}

// renew trades a refresh token for an access token: what it is given is the former.
func renew(raw string) (string, error) { return auth.NewAccessToken(raw) }

func handlerOfRenew(w http.ResponseWriter, r *http.Request) {
	if token, err := renew(r.FormValue("refresh")); err == nil {
		w.Write([]byte(token))
	}
}

func newService() *auth.Service {
	return auth.NewService([]byte(os.Getenv("ACCESS_KEY")), []byte(os.Getenv("REFRESH_KEY")))
}
