package sibling

import (
	"errors"
	"time"

	"github.com/pascaldekloe/jwt"
)

// twofold reads each token by parse, which asks for the issuer and the audience, before it asks whether it is valid.
type twofold struct{ key []byte }

func (t *twofold) sign(user, audience string) ([]byte, error) {
	var c jwt.Claims
	c.Issuer, c.Subject, c.Audiences = "twofold", user, []string{audience}
	c.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return c.HMACSign(jwt.HS256, t.key)
}

// IsValid only says whether there is a point in going on.
func (t *twofold) IsValid(token []byte) bool {
	c, err := jwt.HMACCheck(token, t.key)
	return err == nil && c.Valid(time.Now())
}

// Parse returns who sent the token.
func (t *twofold) Parse(token []byte) (string, error) {
	c, err := jwt.HMACCheck(token, t.key)
	if err != nil {
		return "", err
	}
	if !c.Valid(time.Now()) || c.Issuer != "twofold" || !c.AcceptAudience("api") {
		return "", errors.New("refused")
	}
	return c.Subject, nil
}
