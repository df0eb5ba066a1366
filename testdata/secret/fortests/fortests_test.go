package fortests

import (
	"testing"

	"github.com/golang-jwt/jwt/v5"
)

func TestToken(t *testing.T) {
	if _, err := initTestUsers().token(jwt.MapClaims{}); err != nil {
		t.Error(err)
	}
	if _, err := PrepareForTest().sign(jwt.MapClaims{}); err != nil {
		t.Error(err)
	}
}
