// Package peeked takes tokens out of requests by the methods that a framework has from fasthttp.
package peeked

import (
	"context"
	"os"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/golang-jwt/jwt/v5"
)

func guard(ctx context.Context, c *app.RequestContext) {
	header := string(c.Request.Header.Peek("Authorization"))
	if header == "" {
		header = c.Request.Header.Get("X-Token")
	}
	if header == "" {
		header = string(c.Request.Header.Cookie("jwt"))
	}
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(header, "Bearer "), claims,
		func(*jwt.Token) (any, error) { return []byte(os.Getenv("PEEKED_KEY")), nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(401)
		return
	}
	c.Set("user", claims["sub"])
	c.Next(ctx)
}

var _ = guard
