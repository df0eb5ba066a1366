// Package urls lets tokens travel in URLs.
package urls

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

func verify(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) { return nil, nil })
}

func query(g *gin.Context, f *fiber.Ctx, e echo.Context, r *http.Request) {
	verify(g.Query("token"))           // want token-url "read from the URL query"
	verify(f.Query("token"))           // want token-url
	verify(e.QueryParam("token"))      // want token-url
	verify(r.URL.Query().Get("token")) // want token-url
	verify(g.GetHeader("token"))
	token := r.Header.Get("token")
	if token == "" {
		token = r.URL.Query().Get("access_token") // want token-url
	}
	verify(token)
	verify(g.Query("id_token_hint")) // as OpenID Connect wants it
	verify(r.FormValue("state"))     // as OAuth wants it
	verify(r.URL.Query().Get("state"))
	verify(r.PathValue("token")) // want token-url "read from the URL path"
	verify(g.Param("token"))     // want token-url
	verify(mux.Vars(r)["token"]) // want token-url
	jwt.NewParser().ParseUnverified(r.PathValue("ticket"), jwt.MapClaims{})
	g.Param("id")
	g.Query("token") // a ticket that is not verified as a token here
}

// Session is what another service gave us.
type Session struct{ AccessToken, Page string }

func put(w http.ResponseWriter, r *http.Request, key []byte, base string, s Session) {
	signed, _ := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	http.Redirect(w, r, "/app?token="+signed, http.StatusFound) // want token-url "put into the URL query"
	http.Redirect(w, r, "/app?state="+signed, http.StatusFound)
	answer := url.Values{"code": {signed}}
	answer.Set("state", signed)
	http.Redirect(w, r, s.Page+"?"+answer.Encode(), http.StatusFound)
	link := fmt.Sprintf("%s/login?next=%s&token=%s", base, s.Page, signed) // want token-url
	http.Get(link)
	address := base + "?access_token=" + s.AccessToken // want token-url
	http.Get(address)
	http.Redirect(w, r, base+"#state=1&access_token="+s.AccessToken, http.StatusFound) // a fragment
	http.Post(base, "application/x-www-form-urlencoded", strings.NewReader("grant_type=refresh_token&refresh_token="+s.AccessToken))
	verify(r.PostForm.Get("token"))
	http.Get(base + "?page_token=" + s.Page)
	http.Get(base + "?token_type=bearer&page=" + s.Page)
	fmt.Sprintf("%s/reset?token=%s", base, s.Page)
}
