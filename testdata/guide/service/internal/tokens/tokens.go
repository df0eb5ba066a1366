// Package tokens issues and verifies the tokens of the service. Each kind has keys and an audience
// of its own, so that none can take the place of another.
package tokens

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

// How long tokens live. What can be used without a look at the password lives for minutes.
const (
	AccessLife       = 15 * time.Minute
	RefreshLife      = 7 * 24 * time.Hour
	ConfirmationLife = 5 * time.Minute
)

// Who issues the tokens, and whom they are for.
const (
	issuer        = "https://notes.example.com"
	forAPI        = "notes-api"
	forRefresh    = "notes-refresh"
	forOperations = "notes-operations"
)

// Claims are those of all kinds. They identify the token (jti) and the user (sub), and say when it
// was issued (iat) and when it ends (exp): revocation needs all of it.
type Claims struct {
	Action string `json:"action,omitempty"` // what a confirmation is for
	jwt.RegisteredClaims
}

// Validate implements [jwt.ClaimsValidator]: a token that lacks what revocation needs is refused.
func (c *Claims) Validate() error {
	if c.ID == "" || c.Subject == "" || c.IssuedAt == nil {
		return errors.New("the token lacks a claim")
	}
	return nil
}

// Rings are the keys, one ring for each kind of token.
type Rings struct{ Access, Refresh, Confirmation *Ring }

// Service issues and verifies tokens.
type Service struct{ rings Rings }

// New returns a service.
func New(rings Rings) *Service { return &Service{rings} }

// Access issues a token for the API.
func (s *Service) Access(user string) (string, error) {
	return issue(s.rings.Access, user, forAPI, "", AccessLife)
}

// Refresh issues a token that can be exchanged, once, for new ones.
func (s *Service) Refresh(user string) (string, error) {
	return issue(s.rings.Refresh, user, forRefresh, "", RefreshLife)
}

// Confirmation issues a token for one action of a user who has just given the password.
func (s *Service) Confirmation(user, action string) (string, error) {
	return issue(s.rings.Confirmation, user, forOperations, action, ConfirmationLife)
}

func issue(ring *Ring, user, audience, action string, life time.Duration) (string, error) {
	now := time.Now()
	return ring.Sign(&Claims{
		Action: action,
		RegisteredClaims: jwt.RegisteredClaims{
			ID:        uuid.NewString(),
			Issuer:    issuer,
			Subject:   user,
			Audience:  jwt.ClaimStrings{audience},
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(life)),
		},
	})
}

// VerifyAccess returns the claims of a token for the API.
func (s *Service) VerifyAccess(raw string) (*Claims, error) {
	return verify(raw, s.rings.Access, forAPI)
}

// VerifyRefresh returns the claims of a refresh token.
func (s *Service) VerifyRefresh(raw string) (*Claims, error) {
	return verify(raw, s.rings.Refresh, forRefresh)
}

// VerifyConfirmation returns the claims of a confirmation. The caller compares user and action.
func (s *Service) VerifyConfirmation(raw string) (*Claims, error) {
	return verify(raw, s.rings.Confirmation, forOperations)
}

func verify(raw string, ring *Ring, audience string) (*Claims, error) {
	var claims Claims
	_, err := jwt.ParseWithClaims(raw, &claims, ring.Keyfunc,
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithIssuer(issuer),
		jwt.WithAudience(audience),
		jwt.WithIssuedAt(),
		jwt.WithExpirationRequired(),
	)
	if err != nil {
		return nil, err
	}
	return &claims, nil
}
