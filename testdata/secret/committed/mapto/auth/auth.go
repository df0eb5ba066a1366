// Package auth signs with a setting of another package.
package auth

import (
	"example.com/testdata/secret/committed/mapto/setting"
	"github.com/golang-jwt/jwt/v5"
)

func Token() (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(setting.AppSetting.JwtSecret))
}
