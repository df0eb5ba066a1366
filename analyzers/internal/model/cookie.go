package model

import "slices"

// cookies lists how a cookie is made and handed to the browser.
var cookies = []Library{
	{Paths: []string{"net/http"}, Rows: slices.Concat(cookieFields(SameSite, "HttpOnly"), []Row{
		{Send, "SetCookie(_, whole)"},
	})},
	{Paths: []string{"github.com/gin-gonic/gin"}, Rows: []Row{
		{Send, "(*Context).SetCookie(name, value, maxage, _, _, secure, httponly)"},
		{Send, "(*Context).SetCookieData(whole)"},
		{Cookie, "(*Context).SetSameSite(samesite)"},
	}},
	{Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"}, Rows: []Row{
		{Send, "(Context).SetCookie(whole)"},
	}},
	{Paths: []string{"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"}, Rows: slices.Concat(cookieFields(SameLax, "HTTPOnly"), []Row{
		{Send, "(*Ctx).Cookie(whole)"},
		{Send, "(*DefaultCtx).Cookie(whole)"},
		{Send, "(*DefaultRes).Cookie(whole)"},
		{Send, "(Res).Cookie(whole)"},
	})},
	{Paths: []string{"github.com/valyala/fasthttp", "github.com/cloudwego/hertz/pkg/protocol"}, Rows: []Row{
		{Build, "AcquireCookie() whole"},
		{Cookie, "(whole *Cookie).SetKey(name)"},
		{Cookie, "(whole *Cookie).SetKeyBytes(name)"},
		{Cookie, "(whole *Cookie).SetValue(value)"},
		{Cookie, "(whole *Cookie).SetValueBytes(value)"},
		{Cookie, "(whole *Cookie).SetMaxAge(maxage)"},
		{Cookie, "(whole *Cookie).SetExpire(expires)"},
		{Cookie, "(whole *Cookie).SetSecure(secure)"},
		{Cookie, "(whole *Cookie).SetHTTPOnly(httponly)"},
		{Cookie, "(whole *Cookie).SetSameSite(samesecure)"},
		{Send, "(*ResponseHeader).SetCookie(whole)"},
	}},
	{Paths: []string{"github.com/cloudwego/hertz/pkg/app"}, Rows: []Row{
		{Send, "(*RequestContext).SetCookie(name, value, maxage, _, _, samesecure, secure, httponly)"},
	}},
	{Paths: []string{"github.com/kataras/iris/v12/context"}, Rows: []Row{
		{Send, "(*Context).SetCookie(whole, options...)"},
	}},
	{Paths: []string{"github.com/appleboy/gin-jwt/v2", "github.com/appleboy/gin-jwt/v3"}, Rows: []Row{
		{Cookie, "GinJWTMiddleware.SendCookie sent"},
		{Cookie, "GinJWTMiddleware.SecureCookie secure"},
		{Cookie, "GinJWTMiddleware.CookieHTTPOnly httponly"},
		{Cookie, "GinJWTMiddleware.CookieSameSite samesite"},
	}},
	{Paths: []string{"github.com/hertz-contrib/jwt"}, Rows: []Row{
		{Cookie, "HertzJWTMiddleware.SendCookie sent"},
		{Cookie, "HertzJWTMiddleware.SecureCookie secure"},
		{Cookie, "HertzJWTMiddleware.CookieHTTPOnly httponly"},
		{Cookie, "HertzJWTMiddleware.CookieSameSite samesecure"},
	}},
}

// cookieFields are the fields of a type Cookie. Libraries differ in what they do with SameSite and in how they spell
// HttpOnly.
func cookieFields(sameSite Role, httpOnly string) []Row {
	return []Row{
		{Cookie, "Cookie.Name name"},
		{Cookie, "Cookie.Value value"},
		{Cookie, "Cookie.MaxAge maxage"},
		{Cookie, "Cookie.Expires expires"},
		{Cookie, "Cookie.Secure secure"},
		{Cookie, "Cookie." + httpOnly + " httponly"},
		{Cookie, "Cookie.SameSite " + string(sameSite)},
	}
}
