// Package messages signs more than claims: a JWS over other bytes lets nobody in.
package messages

import (
	"encoding/json"
	"log"
	"net/http"
	"net/url"

	"github.com/go-jose/go-jose/v4"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jws"

	"example.com/testdata/leak/messages/proof"
)

// A code of the other party comes back with a signature.
func redeem(u *url.URL, code string, key any) (*http.Response, error) {
	signed, err := proof.SignMessage([]byte(code), key)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("proof", string(signed))
	u.RawQuery = q.Encode()
	return http.Get(u.String())
}

func motto(key any) {
	signed, _ := jws.Sign([]byte("all is well"), jws.WithKey(jwa.ES256(), key))
	log.Println("signed:", string(signed))
	if _, err := proof.VerifyMessage(signed, key); err != nil {
		log.Fatal(err)
	}
}

func posted(w http.ResponseWriter, r *http.Request, key any) {
	code := r.FormValue("code")
	signed, _ := jws.Sign([]byte(code), jws.WithKey(jwa.ES256(), key))
	log.Printf("%s", signed)
}

func order(signer jose.Signer, body []byte) {
	object, err := signer.Sign(body)
	if err != nil {
		return
	}
	text, _ := object.CompactSerialize()
	log.Println(text)
}

// What is verified is a code, and comes by a name of its own.
func redeemed(w http.ResponseWriter, r *http.Request, key any, codes map[string]bool) {
	code, err := proof.VerifyMessage([]byte(r.URL.Query().Get("proof")), key)
	if err != nil || !codes[string(code)] {
		http.Error(w, "refused", http.StatusForbidden)
	}
}

func redeemedHere(w http.ResponseWriter, r *http.Request, key any, codes map[string]bool) {
	m, err := jws.Verify([]byte(r.FormValue("proof")), jws.WithKey(jwa.ES256(), key))
	if err != nil || !codes[string(m)] {
		http.Error(w, "refused", http.StatusForbidden)
	}
}

// The JSON of claims makes the same bytes a token.
func claims(u *url.URL, user string, key any) {
	payload, _ := json.Marshal(map[string]any{"sub": user, "aud": "shop"})
	signed, _ := jws.Sign(payload, jws.WithKey(jwa.ES256(), key))
	log.Println(string(signed)) // want token-log
	q := u.Query()
	q.Set("proof", string(signed)) // want token-url
	u.RawQuery = q.Encode()
}

func written(key any) {
	signed, _ := jws.Sign([]byte(`{"sub":"admin"}`), jws.WithKey(jwa.ES256(), key))
	log.Println(string(signed)) // want token-log
}

func across(user string, key any) {
	signed, _ := proof.SignClaims(map[string]any{"sub": user}, key)
	log.Println(string(signed)) // want token-log
}

func issued(signer jose.Signer, who struct{ Sub string }) {
	payload, _ := json.Marshal(who)
	object, err := signer.Sign(payload)
	if err != nil {
		return
	}
	text, _ := object.CompactSerialize()
	log.Println(text) // want token-log
}

// What is written out again was a token before.
func again(raw string) {
	object, err := jose.ParseSigned(raw, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		return
	}
	text, _ := object.CompactSerialize()
	log.Println(text) // want token-log
}

func accepted(r *http.Request, key any) error {
	var c struct{ Sub string }
	return proof.VerifyClaims([]byte(r.URL.Query().Get("proof")), key, &c) // want token-url
}

// So does the name of a credential.
func named(r *http.Request, key any) ([]byte, error) {
	return proof.VerifyMessage([]byte(r.URL.Query().Get("token")), key) // want token-url
}

func read(r *http.Request) (c struct{ Sub string }, err error) {
	m, err := jws.Parse([]byte(r.URL.Query().Get("proof"))) // want token-url
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(m.Payload(), &c)
}
