package unmaintained

import (
	"net/http"

	old "github.com/dgrijalva/jwt-go"       // reported where it is imported first
	"github.com/dgrijalva/jwt-go/request"   // a package of the same
	form3 "github.com/form3tech-oss/jwt-go" // want unmaintained-library "archived in favour"
	"github.com/golang-jwt/jwt/v4"
	"gopkg.in/square/go-jose.v2" // want unmaintained-library "use github.com/go-jose/go-jose/v4"
)

func verify(raw string, key []byte) error {
	_, err := old.Parse(raw, func(*old.Token) (interface{}, error) { return key, nil })
	return err
}

func verify3(raw string, key []byte) error {
	_, err := form3.Parse(raw, func(*form3.Token) (interface{}, error) { return key, nil })
	return err
}

func verify4(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil })
	return err
}

func verifyJOSE(raw string, key []byte) ([]byte, error) {
	signed, err := jose.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	return signed.Verify(key)
}

func fromRequest(r *http.Request, key []byte) error {
	_, err := request.ParseFromRequest(r, request.OAuth2Extractor, func(*old.Token) (interface{}, error) { return key, nil })
	return err
}
