package ignored

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
)

// an error that is logged is no refusal
func logged(r *http.Request) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "is used although"
	if err != nil {
		log.Println("bad token:", err)
	}
	return c.Role
}

func loggedToken(r *http.Request) any {
	token, err := jwt.Parse(r.Header.Get("X-Token"), pick, methods) // want ignored-error "is used although"
	if err != nil {
		slog.WarnContext(r.Context(), "token", "err", err)
	}
	return token.Claims.(jwt.MapClaims)["sub"]
}

// an answer is none either where the function goes on
func answered(w http.ResponseWriter, r *http.Request, find func(string) string) {
	c := &claims{}
	if _, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods); err != nil { // want ignored-error "is used although"
		http.Error(w, "no", http.StatusUnauthorized)
	}
	fmt.Fprintln(w, find(c.Subject))
}

func printed(r *http.Request, find func(string) (string, error)) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "is used although"
	if err != nil {
		println(err.Error())
	}
	name, err := find(c.Subject)
	if err != nil {
		return "", err
	}
	return name, nil
}

// report writes what is wrong and returns.
func report(w http.ResponseWriter, status int, err error) {
	http.Error(w, err.Error(), status)
}

func reported(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	if _, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods); err != nil { // want ignored-error "is used although"
		report(w, http.StatusUnauthorized, err)
	}
	fmt.Fprintln(w, c.Role)
}

func (v *verifier) session(raw string) (*claims, error) {
	c := &claims{}
	if _, err := jwt.ParseWithClaims(raw, c, pick, methods); err != nil {
		return nil, err
	}
	return c, nil
}

type verifier struct{ key []byte }

// the program's own function returns no claims with the error
func wrapped(v *verifier, r *http.Request) string {
	c, err := v.session(r.Header.Get("X-Token")) // want ignored-error "is used although"
	if err != nil {
		log.Println(err)
	}
	return c.Role
}

// What follows is good.

func leaves(r *http.Request) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println(err)
		return "", err
	}
	return c.Role, nil
}

// who has no good token is a guest
func guests(r *http.Request) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println(err)
		c = &claims{Role: "guest"}
	}
	return c.Role
}

func emptied(r *http.Request) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		*c = claims{}
	}
	return c.Role
}

func flagged(r *http.Request) string {
	c := &claims{}
	signedIn := true
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println(err)
		signedIn = false
	}
	if !signedIn {
		return ""
	}
	return c.Role
}

func later(r *http.Request) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println(err)
	}
	if err == nil {
		return c.Role, nil
	}
	return "", err
}

func returned(r *http.Request) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println(err)
	}
	return c, err
}

func expired(r *http.Request) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		if !errors.Is(err, jwt.ErrTokenExpired) {
			return "", err
		}
		log.Println("expired")
	}
	return c.Subject, nil
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func musts(r *http.Request) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		must(err)
	}
	return c.Role
}

func ends(raw string, fail func(error)) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	if err != nil {
		fail(err)
	}
	return c.Role
}

func exits(raw string) string {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return c.Role
}

// only the claims that say nothing of who it is are used: they are logged
func audited(r *http.Request) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	if err != nil {
		log.Println("bad token of", c.Subject, err)
	}
	log.Println("request")
}

// this library fills no claims before it has verified them
func filledLater(raw string, key any) string {
	token, err := josejwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return ""
	}
	c := josejwt.Claims{}
	if err := token.Claims(key, &c); err != nil {
		log.Println(err)
	}
	if err := c.Validate(josejwt.Expected{Time: time.Now()}); err != nil {
		log.Println(err)
	}
	return c.Subject
}

func tested(ctx context.Context, v *oidc.IDTokenVerifier, raw string) string {
	token, err := v.Verify(ctx, raw)
	if err != nil {
		log.Println(err)
	}
	if token == nil {
		return "guest"
	}
	return token.Subject
}

// the function asked returns no claims with the error, and the caller looks at that
func wrappedTested(v *verifier, r *http.Request) string {
	c, err := v.session(r.Header.Get("X-Token"))
	if err != nil {
		log.Println(err)
	}
	if c != nil {
		return c.Role
	}
	return "guest"
}

// retried reads another key until one fits
func retried(raw string, keys [][]byte) *claims {
	for _, k := range keys {
		c := &claims{}
		_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return k, nil }, methods)
		if err != nil {
			log.Println(err)
			continue
		}
		return c
	}
	return nil
}

// a token that was made a line before
func demonstrated(v *verifier) string {
	raw, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"role": "x", "exp": 1}).SignedString(v.key)
	c, err := v.session(raw)
	if err != nil {
		log.Println(err)
	}
	return c.Role
}
