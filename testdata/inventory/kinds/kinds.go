// Package kinds has helpers that sign tokens of several kinds. Callers say which: each of them is an
// entry where it is seen, and where none is, nothing is said of the kind.
package kinds

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	pascal "github.com/pascaldekloe/jwt"
)

// Service has lives that are read elsewhere.
type Service struct {
	key                           []byte
	accessMinutes, refreshMinutes int
}

// New reads them.
func New(accessMinutes, refreshMinutes int) *Service {
	return &Service{[]byte(os.Getenv("KINDS_KEY")), accessMinutes, refreshMinutes}
}

// Generate gets the kind of the token and its life. Callers in this package want two kinds.
func (s *Service) Generate(user string, minutes int, kind string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "type": kind,
		"exp": time.Now().Add(time.Duration(minutes) * time.Minute).Unix(),
	}).SignedString(s.key)
}

// Login wants both.
func (s *Service) Login(user string) (string, string, error) {
	first, err := s.Generate(user, s.accessMinutes, "access")
	if err != nil {
		return "", "", err
	}
	second, err := s.Generate(user, s.refreshMinutes, "refresh")
	return first, second, err
}

// Verify gets tokens of either kind.
func (s *Service) Verify(raw, kind string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}

// Pair makes two tokens, whose subject says what they are for.
func Pair(id string) (string, string, error) {
	key := []byte(os.Getenv("PAIR_KEY"))
	first, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		ID: id, Subject: "access", ExpiresAt: jwt.NewNumericDate(time.Now().Add(5 * time.Minute)),
	}).SignedString(key)
	if err != nil {
		return "", "", err
	}
	second, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		ID: id, Subject: "refresh", ExpiresAt: jwt.NewNumericDate(time.Now().Add(20 * 24 * time.Hour)),
	}).SignedString(key)
	return first, second, err
}

// Sign is called from another package only, for both kinds.
func Sign(user string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(life).Unix(),
	}).SignedString([]byte(os.Getenv("SIGN_KEY")))
}

// Anything is called from nowhere: what its tokens are for is not known.
func Anything(user string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(life).Unix(),
	}).SignedString([]byte(os.Getenv("ANYTHING_KEY")))
}

// Named is not called either, and its name says it.
func NamedRefreshToken(user string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(life).Unix(),
	}).SignedString([]byte(os.Getenv("NAMED_KEY")))
}

// Chosen has the branch decide.
func Chosen(user, kind string) (string, error) {
	end := time.Now().Add(10 * time.Minute)
	if kind == "refresh" {
		end = time.Now().Add(10 * 24 * time.Hour)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": end.Unix(),
	}).SignedString([]byte(os.Getenv("CHOSEN_KEY")))
}

// One caller wants what the other does: they are one entry.

func short(user string, minutes int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(time.Duration(minutes) * time.Minute).Unix(),
	}).SignedString([]byte(os.Getenv("SHORT_KEY")))
}

// SignIn and SignUp hand over the same setting.
func (s *Service) SignIn(user string) (string, error) { return short(user, s.accessMinutes) }

// SignUp does what SignIn does.
func (s *Service) SignUp(user string) (string, error) { return short(user, s.accessMinutes) }

// SignClaims gets all claims from other packages: what for is not known. The header has none.
func SignClaims(claims jwt.Claims) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Header["kid"] = "current"
	token.Claims = claims
	return token.SignedString([]byte(os.Getenv("CLAIMS_KEY")))
}

// KeyID names its key in the header.
func KeyID(user string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Header["kid"] = "current"
	claims := token.Claims.(jwt.MapClaims)
	claims["sub"], claims["exp"] = user, time.Now().Add(10*time.Minute).Unix()
	return token.SignedString([]byte(os.Getenv("KID_KEY")))
}

// Apart verifies with a library that leaves the times to another call.
func Apart(raw []byte) (string, error) {
	claims, err := pascal.HMACCheck(raw, []byte(os.Getenv("APART_KEY")))
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}
