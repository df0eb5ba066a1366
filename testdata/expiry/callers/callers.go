// Package callers shares helpers that sign: what one caller hands over says nothing of another.
package callers

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/expiry/callers/maker"
)

func key(name string) []byte {
	k := os.Getenv(name)
	if len(k) < 32 {
		panic(name + " is too short")
	}
	return []byte(k)
}

func sign(sub string, ttl time.Duration, key []byte) (string, error) {
	c := jwt.MapClaims{"sub": sub, "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func short(sub string) (string, error) { return sign(sub, 15*time.Minute, key("CALLERS_A")) }

func years(sub string) (string, error) {
	return sign(sub, 10*365*24*time.Hour, key("CALLERS_A")) // want long-expiry "access token lifetime is 3650 days"
}

// Seconds, as settings give them.
func signSeconds(sub string, ttlSeconds int) (string, error) {
	c := jwt.RegisteredClaims{Subject: sub, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Duration(ttlSeconds) * time.Second))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key("CALLERS_A"))
}

func quarter(sub string) (string, error) { return signSeconds(sub, 900) }

func month(sub string) (string, error) {
	return signSeconds(sub, 30*24*3600) // want long-expiry "30 days"
}

// A number and its unit belong together: no caller means 15 days.
func signIn(sub string, n int, unit time.Duration) (string, error) {
	return sign(sub, time.Duration(n)*unit, key("CALLERS_A"))
}

func minutes(sub string) (string, error) { return signIn(sub, 90, time.Minute) }

func hours(sub string) (string, error) { return signIn(sub, 2, time.Hour) }

// Claims that callers make.
func out(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key("CALLERS_B"))
}

func ending(sub string) (string, error) {
	return out(jwt.RegisteredClaims{Subject: sub, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))})
}

func endless(sub string) (string, error) {
	return out(jwt.RegisteredClaims{Subject: sub}) // want missing-expiry
}

func endlessMap(sub string) (string, error) {
	c := jwt.MapClaims{"sub": sub}
	c["role"] = "reader"
	return out(c) // want missing-expiry
}

func setLater(sub string) (string, error) {
	c := jwt.MapClaims{"sub": sub}
	c["exp"] = time.Now().Add(time.Hour).Unix()
	return out(c)
}

// An end that callers may leave out.
func until(sub string, end *jwt.NumericDate) (string, error) {
	c := &jwt.RegisteredClaims{Subject: sub, ExpiresAt: end}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key("CALLERS_B"))
}

func untilNoon(sub string) (string, error) {
	return until(sub, jwt.NewNumericDate(time.Now().Add(12*time.Hour)))
}

func never(sub string) (string, error) {
	return until(sub, nil) // want missing-expiry
}

// A helper that ends what it is given ends it for all.
func closing(c jwt.MapClaims) (string, error) {
	c["exp"] = time.Now().Add(time.Hour).Unix()
	return out(c)
}

func closed(sub string) (string, error) { return closing(jwt.MapClaims{"sub": sub}) }

// Of several spans each counts.
func chosen(sub string, trusted bool) (string, error) {
	span := time.Hour
	if trusted {
		span = 72 * time.Hour // want long-expiry "3 days"
	}
	return sign(sub, span, key("CALLERS_C"))
}

func added(sub string) (string, error) {
	end := time.Now().Add(time.Hour).Add(48 * time.Hour) // want long-expiry "49 hours"
	return out(jwt.RegisteredClaims{Subject: sub, ExpiresAt: jwt.NewNumericDate(end)})
}

func remembered(sub string, remember bool) (string, error) {
	span := time.Hour
	if remember {
		span = 30 * 24 * time.Hour
	}
	return sign(sub, span, key("CALLERS_C"))
}

func rememberedForYears(sub string, remember bool) (string, error) {
	span := time.Hour
	if remember {
		span = 2 * 365 * 24 * time.Hour // want long-expiry "refresh token"
	}
	return sign(sub, span, key("CALLERS_C"))
}

// Kinds that callers name.
func signAs(sub, use string, ttl time.Duration, key []byte) (string, error) {
	c := jwt.MapClaims{"sub": sub, "token_use": use, "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func login(w http.ResponseWriter, r *http.Request) {
	a, err := signAs(r.FormValue("user"), "access", 10*time.Minute, key("CALLERS_D"))
	if err != nil {
		return
	}
	b, err := signAs(r.FormValue("user"), "refresh", 30*24*time.Hour, key("CALLERS_E"))
	if err != nil {
		return
	}
	w.Write([]byte(a + "\n" + b))
}

func loginForLong(w http.ResponseWriter, r *http.Request) {
	a, err := signAs(r.FormValue("user"), "access", 30*24*time.Hour, key("CALLERS_D")) // want long-expiry "access token"
	if err != nil {
		return
	}
	w.Write([]byte(a))
}

var registered func() jwt.RegisteredClaims

// Across packages.
func across(sub string) {
	maker.Sign(sub, time.Hour, key("CALLERS_F"))
	maker.Sign(sub, 1000*time.Hour, key("CALLERS_F")) // want long-expiry "41 days"
	maker.SignSeconds(sub, 600, key("CALLERS_F"))
	maker.SignSeconds(sub, 60*60*24*60, key("CALLERS_F")) // want long-expiry "60 days"
	maker.Ending(jwt.MapClaims{"sub": sub}, 15, key("CALLERS_F"))
	maker.Ending(jwt.MapClaims{"sub": sub}, 60*24*365, key("CALLERS_F")) // want long-expiry "365 days"
	maker.Embedding(maker.Claims{User: sub}, time.Hour, key("CALLERS_F"))
	maker.Embedding(maker.Claims{User: sub}, 500*time.Hour, key("CALLERS_F")) // want long-expiry "20 days"
	maker.Inside(maker.Claims{User: sub}, time.Hour, key("CALLERS_F"))
	maker.Inside(maker.Claims{User: sub}, 600*time.Hour, key("CALLERS_F")) // want long-expiry "25 days"
	maker.Given(maker.Claims{User: sub}, registered, key("CALLERS_F"))
	maker.In(maker.Claims{User: sub}, func() maker.Shop { return maker.Shop{} }, key("CALLERS_F")) // want missing-expiry
	maker.Until(sub, time.Now().Add(time.Hour), key("CALLERS_F"))
	maker.Until(sub, time.Now().AddDate(3, 0, 0), key("CALLERS_F")) // want long-expiry "1095 days"
	maker.New(key("CALLERS_F"), 15*time.Minute).Token(sub)
	maker.New(key("CALLERS_F"), 96*time.Hour).Token(sub) // want long-expiry "4 days"
	refreshLife := 45 * 24 * time.Hour
	maker.New(key("CALLERS_F"), refreshLife).Token(sub)
}

// Fields and variables of another package.
func configured(sub string) {
	maker.Config{Key: key("CALLERS_G"), Minutes: 15}.Token(sub)
	maker.Config{Key: key("CALLERS_G"), Minutes: 60 * 24 * 30}.Token(sub) // want long-expiry "30 days"
	c := maker.Config{Key: key("CALLERS_G")}
	c.Lifetime = 20 * time.Minute
	c.Token(sub)
	d := maker.Config{Key: key("CALLERS_G")}
	d.Lifetime = 96 * time.Hour // want long-expiry "4 days"
	d.Token(sub)
}

// A later option replaces what an earlier one sets.
type signer struct {
	key []byte
	ttl time.Duration
}

type option func(*signer)

func withTTL(d time.Duration) option { return func(s *signer) { s.ttl = d } }

func defaults() option { return func(s *signer) { s.ttl = 365 * 24 * time.Hour } }

func newSigner(key []byte, options ...option) *signer {
	s := &signer{key: key}
	for _, o := range options {
		o(s)
	}
	return s
}

func (s *signer) sign(sub string) (string, error) { return sign(sub, s.ttl, s.key) }

func withOptions(sub string) {
	newSigner(key("CALLERS_H"), defaults(), withTTL(time.Minute)).sign(sub)
}

type otherSigner struct {
	key []byte
	ttl time.Duration
}

type otherOption func(*otherSigner)

func otherTTL(d time.Duration) otherOption { return func(s *otherSigner) { s.ttl = d } }

func otherDefaults() otherOption {
	return func(s *otherSigner) { s.ttl = 365 * 24 * time.Hour } // want long-expiry "365 days"
}

func newOtherSigner(key []byte, options ...otherOption) *otherSigner {
	s := &otherSigner{key: key}
	for _, o := range options {
		o(s)
	}
	return s
}

func (s *otherSigner) sign(sub string) (string, error) { return sign(sub, s.ttl, s.key) }

func withOtherOptions(sub string) {
	newOtherSigner(key("CALLERS_H"), otherDefaults(), otherTTL(time.Minute)).sign(sub)
	newOtherSigner(key("CALLERS_H"), otherTTL(time.Minute), otherDefaults()).sign(sub)
}

// Units of callers.
func signUntil(sub string, exp int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "exp": exp}).SignedString(key("CALLERS_I"))
}

func untilSeconds(sub string) { signUntil(sub, time.Now().Add(time.Hour).Unix()) }

func untilMillis(sub string) { signUntil(sub, time.Now().Add(time.Hour).UnixMilli()) } // want expiry-unit "milliseconds"

// Settings that are kept as they are unless there are others: maker says what they can be.
func migrated(s *maker.Settings, life time.Duration) {
	s.Access.Lifetime = orElse(life, s.Access.Lifetime)
	s.Renewal.Lifetime = orElse(life, s.Renewal.Lifetime)
}

func orElse(a, b time.Duration) time.Duration {
	if a != 0 {
		return a
	}
	return b
}

// Interfaces of this package, with a decorator between.
type claimsSigner interface {
	sign(c jwt.Claims) (string, error)
}

type hmacSigner struct{ key []byte }

func (h hmacSigner) sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(h.key)
}

type counted struct {
	claimsSigner
	n int
}

func (c *counted) sign(claims jwt.Claims) (string, error) {
	c.n++
	return c.claimsSigner.sign(claims)
}

func throughInterface(s claimsSigner, sub string) {
	s.sign(jwt.RegisteredClaims{Subject: sub, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))})
	s.sign(jwt.RegisteredClaims{Subject: sub}) // want missing-expiry
}

func decorated() claimsSigner { return &counted{claimsSigner: hmacSigner{key("CALLERS_J")}} }

// A defect of a type is one of the type, not of those who use it.
type tenantClaims struct {
	jwt.Claims        // want shadowed-claim
	Tenant     string `json:"tenant"`
}

func nested(s claimsSigner, sub string) {
	s.sign(&tenantClaims{jwt.RegisteredClaims{Subject: sub, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}, "a"})
}

// What the other package makes of a life, and for which tokens.
func pairs(sub string) {
	maker.Pair(sub, time.Hour, key("CALLERS_K"), key("CALLERS_L"))
	maker.Pair(sub, 36*time.Hour, key("CALLERS_K"), key("CALLERS_L")) // want long-expiry
	maker.Renewal(sub, 30*24*time.Hour, key("CALLERS_L"))
	maker.Renewal(sub, 365*24*time.Hour, key("CALLERS_L")) // want long-expiry "refresh token"
}

// Claims that the other package puts among its own.
func besides(sub string) {
	maker.With(sub, map[string]any{"email": sub}, key("CALLERS_M"))
	maker.With(sub, map[string]any{}, key("CALLERS_M"))
	maker.WithOut(sub, map[string]any{"email": sub}, key("CALLERS_M")) // elements of maps are not told apart
	maker.WithOut(sub, map[string]any{"exp": time.Now().Add(time.Hour).Unix()}, key("CALLERS_M"))
}

func through(user string, key []byte) (string, error) {
	return maker.Through(map[string]any{"sub": user}, 15, key)
}

func named(user string, key []byte) (string, error) {
	return maker.Named(map[string]any{"sub": user}, key) // want missing-expiry
}
