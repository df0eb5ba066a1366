// Package options configures a middleware that issues and verifies tokens.
package options

import (
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/spf13/viper"
)

func middleware() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{ // want insecure-cookie
		Realm:       "shop",
		Key:         []byte(viper.GetString("jwt.secret")),
		Timeout:     time.Hour,
		MaxRefresh:  24 * time.Hour,
		TokenLookup: "header: Authorization, cookie: jwt",
		SendCookie:  true,
	})
}
