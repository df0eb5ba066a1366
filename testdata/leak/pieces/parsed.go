package pieces

import (
	"errors"
	"log/slog"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// named is a key with its id. The text that both come from is a parameter.
type named struct {
	ID     string
	secret []byte
}

// Parse reads ID:SECRET.
func Parse(text string) (named, error) {
	id, secret, ok := strings.Cut(text, ":")
	if !ok {
		slog.Error("no key", "text", text) // want secret-log
		return named{}, errors.New("ID:SECRET wanted")
	}
	slog.Info("key", "id", id)
	slog.Info("key", "secret", secret) // want secret-log
	return named{id, []byte(secret)}, nil
}

// LogValue shows the id alone.
func (n named) LogValue() slog.Value { return slog.StringValue(n.ID) }

func (n named) sign(c jwt.Claims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	t.Header["kid"] = n.ID
	slog.Info("signed", "key", n.ID, "of", n)
	return t.SignedString(n.secret)
}
