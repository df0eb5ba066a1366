// Package none makes and accepts tokens without a signature. The key that a library has for that is no secret: jwtverify
// reports it, once.
package none

import "github.com/golang-jwt/jwt/v5"

var unsigned any = jwt.UnsafeAllowNoneSignatureType

func sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"events": 1}).SignedString(jwt.UnsafeAllowNoneSignatureType)
}

func signWithVariable() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"events": 1}).SignedString(unsigned)
}

func verify(token string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(token, func(t *jwt.Token) (any, error) {
		if t.Method == jwt.SigningMethodNone {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return key, nil
	})
}
