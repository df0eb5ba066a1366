package ignored

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// A call that comes after the same one has succeeded, and calls where nothing says so.

func tokenOf(r *http.Request) (*jwt.Token, error) {
	return jwt.ParseWithClaims(r.Header.Get("X-Token"), &claims{}, pick, methods)
}

func require(r *http.Request) error {
	token, err := tokenOf(r)
	if err != nil {
		return err
	}
	if token.Claims.(*claims).Role == "" {
		return errors.New("no role")
	}
	return nil
}

// sometimes lets requests pass that bring no token.
func sometimes(r *http.Request) error {
	if r.Header.Get("X-Token") == "" {
		return nil
	}
	_, err := tokenOf(r)
	if err != nil {
		return err
	}
	return nil
}

func afterRequire(r *http.Request) string {
	if err := require(r); err != nil {
		return ""
	}
	token, _ := tokenOf(r)
	return token.Claims.(*claims).Role
}

func afterItself(r *http.Request) string {
	_, err := tokenOf(r)
	if err != nil {
		return ""
	}
	token, _ := tokenOf(r)
	return token.Claims.(*claims).Role
}

func afterSometimes(r *http.Request) string {
	if err := sometimes(r); err != nil {
		return ""
	}
	token, _ := tokenOf(r) // want ignored-error "the result of tokenOf is ignored"
	return token.Claims.(*claims).Role
}

func ofAnother(r, other *http.Request) string {
	if err := require(other); err != nil {
		return ""
	}
	token, _ := tokenOf(r) // want ignored-error
	return token.Claims.(*claims).Role
}

func goesOn(r *http.Request, w http.ResponseWriter) string {
	if err := require(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
	token, _ := tokenOf(r) // want ignored-error
	return token.Claims.(*claims).Role
}

// explain has no keyfunc: the token was refused, and the error is to say what it was.
func explain(raw string, err error) error {
	token, _ := jwt.ParseWithClaims(raw, &claims{}, nil, jwt.WithIssuedAt())
	if token == nil {
		return err
	}
	text, _ := json.Marshal(token.Claims)
	return errors.Join(err, errors.New(string(text)))
}

// orNil returns no token beside an error: to ask a nil token whether it is valid panics.
func orNil(r *http.Request) (*jwt.Token, error) {
	token, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), &claims{}, pick, methods)
	if err != nil {
		return nil, err
	}
	return token, err
}

func asksNil(r *http.Request) string {
	token, _ := orNil(r) // want ignored-error "accepted or panics"
	if c, ok := token.Claims.(*claims); ok && token.Valid {
		return c.Role
	}
	return ""
}

func asksFirst(r *http.Request) string {
	token, _ := orNil(r)
	if token != nil && token.Valid {
		return token.Claims.(*claims).Role
	}
	return ""
}

func asksToken(r *http.Request) string {
	token, _ := tokenOf(r) // may be a token beside the error
	if token.Valid {
		return token.Claims.(*claims).Role
	}
	return ""
}
