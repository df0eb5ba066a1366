// Package masks logs keys and tokens of which most is masked, beside some that are not.
package masks

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/leak/masks/show"
)

var secret = os.Getenv("PORTAL_SECRET")

func ready() error {
	if len(secret) < 32 {
		return errors.New("PORTAL_SECRET must have 32 bytes")
	}
	return nil
}

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": 1}).SignedString([]byte(secret))
}

// ends shows the first and the last characters.
func ends(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return "(missing)"
	}
	if len(s) <= 10 {
		return s // too short to be one
	}
	return s[:6] + "..." + s[len(s)-4:]
}

// tail shows the last characters alone.
func tail(s string, n int) string {
	if len(s) <= n {
		return strings.Repeat("*", len(s))
	}
	start := len(s) - n
	return strings.Repeat("*", start) + s[start:]
}

// starred overwrites all but the beginning.
func starred(s string) string {
	b := []byte(s)
	for i := range b {
		if i >= 4 {
			b[i] = '*'
		}
	}
	return string(b)
}

// dotted does so by runes.
func dotted(s string) string {
	r := []rune(s)
	for i := 3; i < len(r); i++ {
		r[i] = '.'
	}
	return string(r)
}

// stars shows the length alone.
func stars(s string) string { return strings.Repeat("*", len(s)) }

// digest shows a hash.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return fmt.Sprintf("%x", sum[:6])
}

// without takes the secret out of a text.
func without(text, s string) string {
	if s == "" {
		return text
	}
	return strings.ReplaceAll(text, s, "***")
}

// cut shortens what is too long for a line.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "..."
}

// shown masks by a helper that masks.
func shown(s string) string { return "key " + ends(s) }

// bare takes the quotes off, which hides nothing.
func bare(s string) string {
	if len(s) > 1 && s[0] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

// rest takes the scheme off, which hides nothing.
func rest(h string) string {
	i := strings.IndexByte(h, ' ')
	return h[i+1:]
}

// either is one of two texts, of which only the other is masked.
func either(s, t string) string {
	if t != "" {
		return s
	}
	return t[:4]
}

// both has a part and the whole.
func both(s string) string { return s[:4] + " of " + s }

func masked(w http.ResponseWriter, r *http.Request) {
	signed, err := sign(r.FormValue("user"))
	if err != nil {
		return
	}
	log.Printf("key %s, token %s", ends(secret), ends(signed))
	log.Printf("key %s, token %s", tail(secret, 4), tail(signed, 4))
	log.Println(starred(secret), dotted(secret), stars(secret), digest(secret))
	log.Println(starred(signed), dotted(signed), stars(signed), digest(signed))
	log.Println(without(r.URL.Path, secret), without("token "+signed, signed))
	log.Println(cut(signed, 12), shown(secret), shown(signed))
	log.Println(show.MaskToken(signed), show.SecretEnd(secret))
	slog.Info("issued", "token", signed[len(signed)-6:], "key", secret[len(secret)-2:])
	fmt.Fprintf(os.Stderr, "issued ...%s\n", signed[max(0, len(signed)-4):])

	preview := signed
	if len(preview) > 12 {
		preview = preview[:12] + "..."
	}
	log.Println("issued", preview)
	last := "none"
	if n := len(signed); n > 4 {
		last = signed[n-4:]
	}
	log.Println("issued", last)
	hidden := []byte(secret)
	copy(hidden[2:], strings.Repeat("*", len(hidden)))
	log.Printf("key %s", hidden)
	set := signed
	if set != "" {
		set = "present"
	}
	log.Println("token", set)
	given := r.Header.Get("Authorization")
	if len(given) > 0 {
		given = "<given>"
	}
	log.Println("header", given)
	show4(signed)
}

// show4 masks what it is given.
func show4(token string) {
	head := token[:4]
	log.Print("issued ", head)
}

func open(r *http.Request) {
	signed, err := sign(r.FormValue("user"))
	if err != nil {
		return
	}
	log.Println(bare(signed))              // want token-log
	log.Println(rest("Bearer " + signed))  // want token-log
	log.Println(show.TokenOrNone(signed))  // want token-log
	log.Println(either(secret, signed))    // want secret-log
	log.Println(both(signed))              // want token-log
	log.Println(signed[len("prefix"):])    // want token-log
	log.Println(strings.Clone(secret))     // want secret-log
	log.Println(cut(signed, 12), signed)   // want token-log
	log.Println(signed[:4] + "/" + signed) // want token-log
	fmt.Println(strings.TrimSpace(signed)) // want token-log
	verbose := signed
	if os.Getenv("VERBOSE") != "" {
		verbose = "***"
	}
	log.Println(verbose) // want token-log
	some := signed
	if some != "" {
		if os.Getenv("VERBOSE") == "" {
			some = "present"
		}
	}
	log.Println("token", some) // want token-log
	named := signed
	if named == "" {
		named = "none"
	}
	log.Println(named) // want token-log
	long := fmt.Sprintf("%.8s %s", signed, signed)
	log.Println(long) // want token-log
}

// Zeros wipe a key after its use and mask nothing.

type wiped struct{ key []byte }

func (w *wiped) sign() (string, error) {
	log.Printf("key %s", w.key) // want secret-log
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": 1}).SignedString(w.key)
}

func (w *wiped) close() {
	for i := range w.key {
		w.key[i] = 0
	}
}
