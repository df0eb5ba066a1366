// Package across hands its keys to the makers of another package.
package across

import (
	"os"

	"example.com/testdata/secret/across/config"
	"example.com/testdata/secret/across/maker"

	"github.com/golang-jwt/jwt/v5"
)

func loose() *maker.Loose { return maker.NewLoose(os.Getenv("ACROSS_A")) } // want unchecked-secret

func written() *maker.Loose { return maker.NewLoose("written here") } // want hardcoded-secret "12 bytes"

func writtenFirm() (*maker.Firm, error) {
	return maker.NewFirm("written here, and long enough to pass") // want hardcoded-secret "37 bytes"
}

// A variable of another package can be tested where the program starts, which is not seen here.

func issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.AuthSecret))
}

func renew() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.AuthSecret))
}

// A field of another package that may be empty is one defect, however often it is used here; two secrets are two.

func issueField() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Current().Secret)) // want unchecked-secret "via config.Secret"
}

func renewField() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Current().Secret))
}

func issueAccess() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Get("ACCESS_SECRET"))) // want unchecked-secret
}

func issueRefresh() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Get("REFRESH_SECRET"))) // want unchecked-secret
}

// Near misses: the maker tests the key itself, and a constant is reported once, where it is used first.

func firm() (*maker.Firm, error) { return maker.NewFirm(os.Getenv("ACROSS_B")) }

func client() *maker.Client { return maker.New(maker.Options{Key: os.Getenv("ACROSS_C")}) }

func verify(token string) {
	jwt.Parse(token, func(*jwt.Token) (any, error) { return []byte(maker.Password), nil })
}

// Other is a type whose fields another package declares.
type Other maker.Options

func (o Other) client() *maker.Client { return maker.New(maker.Options(o)) }
