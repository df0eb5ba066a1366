// Package tokens declares the claims of access and refresh tokens.
package tokens

import "github.com/golang-jwt/jwt/v5"

type Access struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

type Refresh struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

// Typed says what it is for.
type Typed struct {
	UserID string `json:"user_id"`
	Type   string `json:"type"`
	jwt.RegisteredClaims
}
