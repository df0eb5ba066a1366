// Package others sends tokens in cookies of iris and beego, and keeps them in sessions.
package others

import (
	"net/http"
	"os"

	"github.com/beego/beego/v2/server/web"
	"github.com/gin-contrib/sessions"
	"github.com/golang-jwt/jwt/v5"
	gorilla "github.com/gorilla/sessions"
	"github.com/kataras/iris/v12"
)

func keep(ctx iris.Context, token string) {
	ctx.SetCookie(&http.Cookie{Name: "token", Value: token, HttpOnly: true, Secure: true}) // want insecure-cookie "lacks SameSite"

	ctx.SetCookieKV("token", token) // want insecure-cookie "lacks Secure and SameSite"
	ctx.SetCookieKV("token", token, iris.CookieSecure, iris.CookieSameSite(iris.SameSiteLaxMode))
}

// Login is a controller of beego.
type Login struct{ web.Controller }

// Post logs in.
func (l *Login) Post(token string) {
	l.Ctx.SetCookie("token", token) // want insecure-cookie "Secure, HttpOnly and SameSite"

	l.Ctx.SetCookie("token", token, 3600, "/", "", true, true) // want insecure-cookie "lacks SameSite"

	l.SetSecureCookie("k", "token", token, 3600, "/", "", true)          // want insecure-cookie "HttpOnly and SameSite"
	l.Ctx.SetCookie("token", token, 3600, "/", "", true, true, "Strict") // a near miss
	l.Ctx.SetCookie("theme", "dark")
}

var store = gorilla.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

func session(w http.ResponseWriter, r *http.Request) {
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString([]byte(os.Getenv("K")))
	s, _ := store.Get(r, "login")
	s.Options = &gorilla.Options{Path: "/", MaxAge: 3600, HttpOnly: true} // want insecure-cookie "session that keeps a token lacks Secure and SameSite"
	s.Values["token"] = token
	s.Save(r, w)
}

func contrib(s sessions.Session) {
	s.Options(sessions.Options{Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	s.Set("user", 1)
}
