package urls

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	auth0 "github.com/auth0/go-jwt-middleware/v2"
	"github.com/go-chi/jwtauth/v5"
	"github.com/go-resty/resty/v2"
	fiberjwt "github.com/gofiber/contrib/jwt"
	"github.com/golang-jwt/jwt/v5"
	hertzjwt "github.com/hertz-contrib/jwt"
	echojwt "github.com/labstack/echo-jwt/v4"
)

// named puts tokens into queries by their names.
func named(w http.ResponseWriter, r *http.Request, key []byte, base string, s Session) {
	signed, _ := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	u, _ := url.Parse(base)
	q := u.Query()
	q.Set("t", signed) // want token-url
	q.Set("page", s.Page)
	u.RawQuery = q.Encode()
	http.Redirect(w, r, u.String(), http.StatusFound)

	values := url.Values{"access_token": {s.AccessToken}, "page": {s.Page}} // want token-url
	http.Get(base + "?" + values.Encode())

	link := url.URL{Host: base, RawQuery: url.Values{"id_token": {s.AccessToken}}.Encode()} // want token-url
	http.Get(link.String())

	resty.New().R().SetQueryParam("access_token", s.AccessToken).Get(base) // want token-url

	// The first takes tokens in the query and nowhere else, the second in a header, too.
	http.Get("https://api.weixin.qq.com/sns/userinfo?openid=" + s.Page + "&access_token=" + s.AccessToken)
	http.Get("https://oauth2.googleapis.com/tokeninfo?id_token=" + s.AccessToken)
	http.Get("https://oauth2.googleapis.com/userinfo?access_token=" + s.AccessToken)             // want token-url
	http.Get(fmt.Sprintf("https://graph.facebook.com/me?access_token=%s", s.AccessToken))        // want token-url
	http.Get(fmt.Sprintf("https://weixin.qq.com.example.com/me?access_token=%s", s.AccessToken)) // want token-url
	const users = "https://oapi.dingtalk.com/topapi/v2/user/get"
	http.Get(fmt.Sprintf("%s?access_token=%s", users, s.AccessToken))

	form := url.Values{}
	form.Set("refresh_token", s.AccessToken)
	http.PostForm(base, form)
	http.Post(base, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
	fragment := url.Values{"access_token": {s.AccessToken}}
	http.Redirect(w, r, base+"#"+fragment.Encode(), http.StatusFound)
	resty.New().R().SetQueryParam("page_token", s.Page).Get(base)

	shown, _ := url.Parse(base)
	part := shown.Query()
	if val := part.Get("access_token"); val != "" {
		part.Set("access_token", val[:min(len(val)/2, 5)]+"...")
		shown.RawQuery = part.Encode()
	}
}

// Middlewares that look into the query.
var lookups = []any{
	ginjwt.GinJWTMiddleware{TokenLookup: "header: Authorization, query: token, cookie: jwt"}, // want token-url "looked up"
	hertzjwt.HertzJWTMiddleware{TokenLookup: "query: token"},                                 // want token-url
	echojwt.Config{TokenLookup: "query:token"},                                               // want token-url
	fiberjwt.Config{TokenLookup: "query:token"},                                              // want token-url
	jwtauth.Verify(nil, jwtauth.TokenFromHeader, jwtauth.TokenFromQuery),                     // want token-url
	auth0.WithTokenExtractor(auth0.ParameterTokenExtractor("token")),                         // want token-url
	ginjwt.GinJWTMiddleware{TokenLookup: "header: Authorization, cookie: query"},
	jwtauth.Verify(nil, jwtauth.TokenFromHeader, jwtauth.TokenFromCookie),
}

// asserted sends what it is given in the body, unlike sends it in the query.
func asserted(base string, params url.Values, key []byte) (*http.Request, error) {
	assertion, err := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	if err != nil {
		return nil, err
	}
	params.Set("client_assertion", assertion)
	return http.NewRequest(http.MethodPost, base, strings.NewReader(params.Encode()))
}

func unlike(base string, params url.Values) (*http.Request, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	u.RawQuery = params.Encode()
	return http.NewRequest(http.MethodGet, u.String(), nil)
}

func bySigning(base, subject string, key []byte, signs bool) (*http.Request, error) {
	params := url.Values{"sub": {subject}}
	if signs {
		return asserted(base, params, key)
	}
	return unlike(base, params)
}

// queried sends it in the query after all.
func queried(base string, key []byte) (*http.Request, error) {
	signed, err := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	if err != nil {
		return nil, err
	}
	params := url.Values{}
	params.Set("t", signed) // want token-url
	return unlike(base, params)
}
