// Package rotated verifies with one key and then another, and looks at the audience where its own handlers read claims, as
// authorizer does.
package rotated

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type provider struct {
	key, old []byte
	audience string
}

func (p *provider) issue(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "aud": p.audience, "exp": time.Now().Add(time.Minute).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(p.key)
}

func (p *provider) parse(token string, key []byte) (jwt.MapClaims, error) {
	var claims jwt.MapClaims
	var err error
	_, err = jwt.ParseWithClaims(token, &claims, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}

// Parse tries both keys.
func (p *provider) Parse(token string) (jwt.MapClaims, error) {
	claims, err := p.parse(token, p.key)
	if err != nil {
		claims, err = p.parse(token, p.old)
	}
	return claims, err
}

func (p *provider) user(token string) (string, error) {
	claims, err := p.Parse(token)
	if err != nil {
		return "", err
	}
	if claims["aud"] != p.audience {
		return "", errors.New("for somebody else")
	}
	sub, _ := claims["sub"].(string)
	return sub, nil
}
