package model

// cookies lists how a cookie is made and handed to the browser.
var cookies = []Library{
	{Paths: []string{"github.com/gin-gonic/gin"}, Rows: []Row{
		{Send, "(*Context).SetCookie(name, value, maxage, _, _, secure, httponly)"},
		{Send, "(*Context).SetCookieData(whole)"},
		{Cookie, "(*Context).SetSameSite(samesite)"},
		{Header, "(*Context).Header(name, value)"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"}, Rows: []Row{
		{Send, "(Context).SetCookie(whole)"},
	}},
	{Paths: []string{"github.com/kataras/iris/v12/context"}, Rows: []Row{
		{Send, "(*Context).SetCookie(whole, options...)"},
		{Send, "(*Context).UpsertCookie(whole, options...)"},
		{Send, "(*Context).SetCookieKV(name, value, options...) httponly"},
		{Header, "(*Context).Header(name, value)"},
	}},
	{Paths: []string{"github.com/beego/beego/v2/server/web/context"}, Rows: []Row{
		{Send, "(*Context).SetCookie(name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Send, "(*Context).SetSecureCookie(_, name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Send, "(*BeegoOutput).Cookie(name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Header, "(*BeegoOutput).Header(name, value)"},
	}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{
		{Send, "(*Controller).SetSecureCookie(_, name, value, maxage, path, _, secure, httponly, samesite...)"},
	}},
	{Paths: []string{"github.com/gorilla/securecookie"}, Rows: []Row{
		{Pass, "(*SecureCookie).Encode(_, from) _, _"},
		{Pass, "EncodeMulti(_, from, _...) _, _"},
	}},
	{Paths: []string{"github.com/gorilla/sessions", "github.com/gin-contrib/sessions"}, Rows: []Row{
		{Cookie, "Options.Path path"},
		{Cookie, "Options.MaxAge maxage"},
		{Cookie, "Options.Secure secure"},
		{Cookie, "Options.HttpOnly httponly"},
		{Cookie, "Options.SameSite samesite"},
		{Hold, "Session.Values kept"},
		{Keep, "(Session).Set(name, value)"},
	}},
	{Paths: []string{"github.com/alexedwards/scs/v2"}, Rows: []Row{
		{Send, "New() httponly, samesite"},
		{Hold, "SessionManager.Cookie whole"},
		{Cookie, "SessionCookie.Path path"},
		{Cookie, "SessionCookie.Secure secure"},
		{Cookie, "SessionCookie.HttpOnly httponly"},
		{Cookie, "SessionCookie.SameSite samesite"},
		{Keep, "(*SessionManager).Put(_, name, value)"},
	}},
}

// cors lists how a server says which pages of other origins may read its answers. Where a library answers a wildcard with
// a wildcard, browsers send no cookies: such fields are no rows.
var cors = []Library{
	{Paths: []string{"github.com/gin-contrib/cors"}, Rows: []Row{
		{Cors, "Config.AllowOriginFunc origins"},
		{Cors, "Config.AllowOriginWithContextFunc origins"},
		{Cors, "Config.AllowCredentials credentials"},
	}},
	{Paths: []string{"github.com/rs/cors", "github.com/go-chi/cors"}, Rows: []Row{
		{Cors, "Options.AllowOriginFunc origins"},
		{Cors, "Options.AllowOriginRequestFunc origins"},
		{Cors, "Options.AllowCredentials credentials"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4/middleware", "github.com/labstack/echo/v5/middleware"}, Rows: []Row{
		{Cors, "CORSConfig.AllowOriginFunc origins"},
		{Cors, "CORSConfig.UnsafeAllowOriginFunc origins"},
		{Cors, "CORSConfig.UnsafeWildcardOriginWithAllowCredentials origins"},
		{Cors, "CORSConfig.AllowCredentials credentials"},
	}},
}
