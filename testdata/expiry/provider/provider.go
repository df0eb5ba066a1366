// Package provider makes tokens for services of others, whose rules say how long they live.
package provider

import (
	"crypto/ecdsa"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

// pusher sends to a push service. Its tokens hold who made them and when, and the service refuses
// those that are older than an hour.
type pusher struct {
	key        *ecdsa.PrivateKey
	team, kid  string
	current    string
	issued     time.Time
	httpClient *http.Client
}

func (p *pusher) bearer() (string, error) {
	if time.Since(p.issued) < 40*time.Minute {
		return p.current, nil
	}
	p.issued = time.Now()
	t := jwt.NewWithClaims(jwt.SigningMethodES256, &jwt.RegisteredClaims{Issuer: p.team, IssuedAt: jwt.NewNumericDate(p.issued)})
	t.Header["kid"] = p.kid
	var err error
	p.current, err = t.SignedString(p.key)
	return p.current, err
}

func (p *pusher) push(device, body string) error {
	bearer, err := p.bearer()
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://push.example.com/3/device/"+device, strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("authorization", "bearer "+bearer)
	res, err := p.httpClient.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// jose does the same with another library.
func jose_(signer jose.Signer, team string) (string, error) {
	c := josejwt.Claims{Issuer: team, IssuedAt: josejwt.NewNumericDate(time.Now())}
	return josejwt.Signed(signer).Claims(c).Serialize()
}

// engine is known to its peer by the time alone.
func engine(secret [32]byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iat": &jwt.NumericDate{Time: time.Now()}}).SignedString(secret[:])
}

// proof shows that the sender of one request has the key (RFC 9449).
func proof(key *ecdsa.PrivateKey, method, url string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"jti": uuid.NewString(), "htm": method, "htu": url, "iat": time.Now().Unix()})
	t.Header["typ"] = "dpop+jwt"
	return t.SignedString(key)
}

// exchange signs each of its requests: the nonce counts once.
func exchange(access string, secret []byte, digest string) (*http.Request, error) {
	c := jwt.MapClaims{"access_key": access, "nonce": uuid.NewString(), "query_hash": digest, "query_hash_alg": "SHA512"}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS512, c).SignedString(secret)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodGet, "https://exchange.example.com/v1/orders", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s)
	return req, nil
}

// report names the service that it speaks for, to one that goes by the time of issue.
func report(secret []byte, service string) error {
	c := jwt.MapClaims{"iss": "jobs", "sub": service, "iat": time.Now().Unix()}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://reports.example.com/", nil)
	if err != nil {
		return err
	}
	req.Header.Add("Authorization", "Bearer "+s)
	_, err = http.DefaultClient.Do(req)
	return err
}

// clientSecret proves a client to a service that allows six months.
func (p *pusher) clientSecret(client string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{
		"iss": p.team, "iat": time.Now().Unix(), "exp": time.Now().Add(180 * 24 * time.Hour).Unix(),
		"aud": "https://id.example.com", "sub": client,
	})
	return t.SignedString(p.key)
}

// Bad neighbours.

// clientSecretForYears outlives all rules.
func (p *pusher) clientSecretForYears(client string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{
		"iss": p.team, "iat": time.Now().Unix(), "exp": time.Now().AddDate(2, 0, 0).Unix(), // want long-expiry
		"aud": "https://id.example.com", "sub": client,
	})
	return t.SignedString(p.key)
}

func key() []byte {
	k := os.Getenv("PROVIDER")
	if len(k) < 32 {
		panic("PROVIDER is too short")
	}
	return []byte(k)
}

// session goes to a browser: the time of issue ends nothing.
func session(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"iss": "me", "sub": r.FormValue("user"), "iat": time.Now().Unix()}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key()) // want missing-expiry
	if err != nil {
		return
	}
	w.Write([]byte(s))
}

// named is as endless with a subject of another name.
func named(user string) (string, error) {
	c := jwt.MapClaims{"iss": "me", "user_id": user, "iat": time.Now().Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key()) // want missing-expiry
}

// worker sends a token that says nothing of its time: whoever sees it once has it for good.
func worker() error {
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": "jobs", "role": "writer"}).SignedString(key()) // want missing-expiry
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://api.example.com/", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+s)
	_, err = http.DefaultClient.Do(req)
	return err
}

// A helper sends the token to the one who asked.
func relayed(w http.ResponseWriter, key []byte) {
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": "shop", "iat": time.Now().Unix()}).SignedString(key) // want missing-expiry
	if err != nil {
		return
	}
	reply(w, t)
}

func reply(w http.ResponseWriter, text string) { w.Write([]byte(text)) }

// Another one takes it to a service.
func forwarded(key []byte) (*http.Response, error) {
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": "shop", "iat": time.Now().Unix()}).SignedString(key)
	if err != nil {
		return nil, err
	}
	return ask("https://api.example.com", t)
}

func ask(url, token string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}
