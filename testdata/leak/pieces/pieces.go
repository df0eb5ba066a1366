// Package pieces splits credentials, and logs those pieces of them that are none.
package pieces

import (
	"encoding/base64"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type ring struct {
	keys    map[string][]byte
	current string
	owner   string
}

// load reads KID:BASE64,KID:BASE64.
func load(text string) (*ring, error) {
	r := &ring{keys: map[string][]byte{}}
	for entry := range strings.SplitSeq(text, ",") {
		kid, encoded, ok := strings.Cut(entry, ":")
		if !ok {
			return nil, errors.New("key ring: KID:BASE64 wanted")
		}
		key, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			return nil, fmt.Errorf("key %s: %w", kid, err)
		}
		if len(key) < 32 {
			return nil, fmt.Errorf("key %s: %d bytes, 32 wanted", kid, len(key))
		}
		r.keys[kid], r.current = key, kid
		log.Printf("key %s is %s", kid, encoded) // want secret-log
	}
	log.Println("keys are read from", text) // want secret-log
	return r, nil
}

// pair reads ID.SECRET.
func pair(text string) (*ring, error) {
	parts := strings.SplitN(text, ".", 2)
	if len(parts) != 2 || len(parts[1]) < 32 {
		return nil, fmt.Errorf("%d parts", len(parts))
	}
	slog.Info("key", "id", parts[0])
	slog.Info("key", "value", parts[1]) // want secret-log
	return &ring{keys: map[string][]byte{parts[0]: []byte(parts[1])}, current: parts[0], owner: parts[0]}, nil
}

func (r *ring) sign(c jwt.Claims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	t.Header["kid"] = r.current
	return t.SignedString(r.keys[r.current])
}

func (r *ring) key(*jwt.Token) (any, error) { return r.keys[r.current], nil }

func (r *ring) authenticate(w http.ResponseWriter, req *http.Request) {
	h := req.Header.Get("Authorization")
	scheme, raw, ok := strings.Cut(h, " ")
	if !ok || !strings.EqualFold(scheme, "bearer") {
		slog.Info("no bearer token", "scheme", scheme, "pieces", len(strings.Fields(h)))
		slog.Info("no bearer token", "scheme", strings.ToLower(scheme))
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if _, err := jwt.Parse(raw, r.key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		slog.Info("refused", "err", err, "scheme", scheme, "current", r.current, "owner", r.owner)
		slog.Info("refused", "token", raw) // want token-log
	}
}

func (r *ring) byFields(req *http.Request) error {
	f := strings.Fields(req.Header.Get("Authorization"))
	if len(f) != 2 {
		return fmt.Errorf("%d fields", len(f))
	}
	log.Println("scheme", f[0])
	log.Println("token", f[1]) // want token-log
	log.Println("header", f)   // want token-log
	_, err := jwt.Parse(f[1], r.key, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func (r *ring) byPrefix(req *http.Request) error {
	raw, ok := strings.CutPrefix(req.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return errors.New("no bearer token")
	}
	log.Println("token", raw) // want token-log
	if p := strings.Split(raw, "."); len(p) == 3 {
		log.Println("header of the token", p[0], "signature", len(p[2]))
	}
	_, err := jwt.Parse(raw, r.key, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// link logs who follows a link that holds USER:PAGE:TIME:SIGNATURE.
func link(w http.ResponseWriter, req *http.Request) {
	decoded, err := base64.URLEncoding.DecodeString(req.PathValue("token"))
	if err != nil {
		return
	}
	parts := strings.Split(string(decoded), ":")
	if len(parts) != 4 {
		return
	}
	log.Println("link of", parts[1])
	log.Println("link", req.PathValue("token")) // want token-log
}

// unsigned shows a token without its signature.
func unsigned(w http.ResponseWriter, req *http.Request, r *ring) {
	signed, err := r.sign(jwt.MapClaims{"sub": req.FormValue("user")})
	if err != nil {
		return
	}
	shown := "no token"
	if parts := strings.Split(signed, "."); len(parts) == 3 {
		shown = fmt.Sprintf("%s.%s.xxx", parts[0], parts[1])
	}
	slog.Debug("signed", "token", shown)
	slog.Debug("signed", "token", strings.Split(signed, ".")[0]+"."+strings.Split(signed, ".")[1])
	if i := strings.LastIndex(signed, "."); i > 0 {
		slog.Debug("signed", "token", signed[:i], "signature", len(signed[i:]))
	}
	scheme, raw, _ := strings.Cut(req.Header.Get("Authorization"), " ")
	slog.Debug("asked", "header", fmt.Sprintf("%s/%s", scheme, raw)) // want token-log
}

// exchange gets a user and a token at once.
func (r *ring) exchange(s interface {
	Login() (string, string, error)
}) error {
	user, token, err := s.Login()
	if err != nil {
		return err
	}
	log.Println("user", user)
	log.Println("token", token) // want token-log
	_, err = jwt.Parse(token, r.key, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func start() (*ring, *ring) {
	a, err := load(os.Getenv("PORTAL_KEYS"))
	if err != nil {
		log.Fatal(err)
	}
	b, err := pair(os.Getenv("PORTAL_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	log.Println("signing with", a.current, "and", b.current)
	return a, b
}
