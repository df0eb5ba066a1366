// Package middleware sets how long the tokens of middlewares live, which set exp by themselves.
package middleware

import (
	"os"
	"time"

	ginjwt2 "github.com/appleboy/gin-jwt/v2"
	ginjwt "github.com/appleboy/gin-jwt/v3"
	gokit "github.com/go-kit/kit/auth/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	hertz "github.com/hertz-contrib/jwt"
	"github.com/ory/fosite"

	"example.com/testdata/expiry/middleware/maker"
)

func gin(key []byte) {
	ginjwt2.New(&ginjwt2.GinJWTMiddleware{
		Key:        key,
		Timeout:    30 * 24 * time.Hour,  // want long-expiry "30 days"
		MaxRefresh: 365 * 24 * time.Hour, // want long-expiry "365 days"
	})
	mw := &ginjwt.GinJWTMiddleware{Key: key}
	mw.Timeout = 24 * 7 * time.Hour // want long-expiry "7 days"
	ginjwt.New(mw)
}

func servers(key []byte) {
	hertz.New(&hertz.HertzJWTMiddleware{Key: key, Timeout: 100 * time.Hour})   // want long-expiry "100 hours"
	_ = &fosite.Config{AccessTokenLifespan: 48 * time.Hour, GlobalSecret: key} // want long-expiry "2 days"
}

func kit(key []byte) {
	gokit.NewSigner("one", key, jwt4.SigningMethodHS256, jwt4.MapClaims{"sub": "me"}) // want missing-expiry
}

// Near misses.

const day = 24 * time.Hour

func usual(key []byte, cfg struct{ Timeout time.Duration }) {
	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: key, Timeout: time.Hour, MaxRefresh: 7 * day, RefreshTokenTimeout: 30 * day})
	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: key, Timeout: cfg.Timeout})
	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: key})
	life, _ := time.ParseDuration(os.Getenv("LIFE"))
	hertz.New(&hertz.HertzJWTMiddleware{Key: key, Timeout: life})
	_ = &fosite.Config{RefreshTokenLifespan: 30 * day, GlobalSecret: key}
}

// A signer of another package knows how long its tokens live.
func elsewhere(key []byte) { maker.New(key).Sign(map[string]any{"sub": "me"}) }

func generated(mw *ginjwt2.GinJWTMiddleware) { mw.TokenGenerator(map[string]any{"id": 1}) }
