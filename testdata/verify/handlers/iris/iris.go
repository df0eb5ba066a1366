// Package iris has filters of frameworks that answer without a status of their own.
package iris

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
	beego "github.com/beego/beego/v2/server/web/context"
	"github.com/golang-jwt/jwt/v5"
	"github.com/kataras/iris/v12"
)

type api struct{ key []byte }

func (a *api) verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func (a *api) require(ctx iris.Context) {
	if err := a.verify(ctx.GetHeader("X-Iris-Token")); err != nil {
		ctx.StatusCode(http.StatusUnauthorized)
		ctx.JSON(iris.Map{"error": "no"})
		return
	}
	ctx.Next()
}

func (a *api) me(ctx iris.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(ctx.GetHeader("X-Iris-Token"), claims); err != nil {
		return
	}
	ctx.JSON(claims["sub"])
}

// a filter of beego answers, and what follows is not called then
func (a *api) filter(ctx *beego.Context) {
	if err := a.verify(ctx.Input.Header("X-Beego-Token")); err != nil {
		ctx.WriteString("no")
	}
}

func (a *api) beegoMe(ctx *beego.Context) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(ctx.Input.Header("X-Beego-Token"), claims); err != nil {
		return
	}
	ctx.WriteString(claims["sub"].(string))
}

func (a *api) routes(app *iris.Application) {
	app.Get("/me", a.require, a.me)
	web.InsertFilter("/*", web.BeforeRouter, a.filter)
	web.Get("/me", a.beegoMe)
}
