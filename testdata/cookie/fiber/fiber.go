// Package fiber sends tokens in cookies of fiber, which writes SameSite=Lax by itself, and of fasthttp under it.
package fiber

import (
	"time"

	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/valyala/fasthttp"
)

func login(c *fiber.Ctx, token string) {
	cookie := fiber.Cookie{ // want insecure-cookie "which carries a token, lacks Secure: it is sent"
		Name:     "jwt",
		Value:    token,
		Expires:  time.Now().Add(time.Hour * 24),
		HTTPOnly: true,
	}
	c.Cookie(&cookie)
}

func disabled(c *fiber.Ctx, token string) {
	c.Cookie(&fiber.Cookie{Name: "refresh_token", Value: token, Secure: true, SameSite: "disabled"}) // want insecure-cookie "lacks HttpOnly and SameSite"
}

func third(c fiber3.Ctx, token string) {
	c.Cookie(&fiber3.Cookie{Name: "token", Value: token, Secure: false, HTTPOnly: true}) // want insecure-cookie "lacks Secure"
}

func fast(ctx *fasthttp.RequestCtx, token string) {
	cookie := fasthttp.AcquireCookie() // want insecure-cookie "lacks HttpOnly and SameSite"
	defer fasthttp.ReleaseCookie(cookie)
	cookie.SetKey("token")
	cookie.SetValue(token)
	cookie.SetSecure(true)
	ctx.Response.Header.SetCookie(cookie)
}

// Near misses.

func fine(c *fiber.Ctx, token string) {
	c.Cookie(&fiber.Cookie{Name: "jwt", Value: token, Secure: true, HTTPOnly: true})
	c.Cookie(&fiber.Cookie{Name: "jwt", Value: token, SameSite: "None", HTTPOnly: true})
	c.Cookie(&fiber.Cookie{Name: "jwt", Value: token, Secure: c.Secure(), HTTPOnly: true})
}

func logout(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{Name: "jwt", Value: "", Expires: time.Now().Add(-time.Hour)})
	c.Cookie(&fiber.Cookie{Name: "jwt", Value: "logged out"})
	c.ClearCookie("jwt")
	return nil
}

func fastFine(ctx *fasthttp.RequestCtx, token string) {
	var cookie fasthttp.Cookie
	cookie.SetKey("token")
	cookie.SetValue(token)
	cookie.SetHTTPOnly(true)
	cookie.SetSameSite(fasthttp.CookieSameSiteNoneMode)
	ctx.Response.Header.SetCookie(&cookie)
}
