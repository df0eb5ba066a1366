package guess

import (
	crand "crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	mrand "math/rand"
	"net/http"
	"os"
	"time"

	"github.com/google/uuid"
	"golang.org/x/oauth2"
)

// The name of the program is no secret, with whatever is added to it.

var named = []byte(os.Getenv("APP_NAME") + "-secret") // want predictable-secret "program, host or user name"

func ofProgram() { sign(named) }

func ofService() { sign([]byte(fmt.Sprintf("%s_jwt", os.Getenv("SERVICE_NAME")))) } // want predictable-secret

func env(name string) string { return os.Getenv(name) }

func ofHelper() { sign([]byte(env("HOSTNAME") + "/signing")) } // want predictable-secret

// Near miss: a secret beside the name, which init tests.
func ofBoth() { sign([]byte(os.Getenv("APP_NAME") + os.Getenv("GUESS_A"))) }

// What an operator can set may be left out.

func machine() {
	key := os.Getenv("GUESS_B")
	if key == "" {
		host, _ := os.Hostname() // want predictable-secret "falls back to"
		key = host + "-secret"
	}
	sign([]byte(key))
}

func started() {
	key := os.Getenv("GUESS_C")
	if key == "" {
		key = fmt.Sprint(time.Now().UnixNano()) // want predictable-secret "falls back to a timestamp"
	}
	sign([]byte(key))
}

// Near miss: a random key for the time that the program runs.
func once() {
	key := os.Getenv("GUESS_D")
	if key == "" {
		b := make([]byte, 32)
		crand.Read(b)
		key = hex.EncodeToString(b)
	}
	sign([]byte(key))
}

// Tokens that are no JWTs, and the states of OAuth.

func cookie(w http.ResponseWriter) {
	id, _ := uuid.NewUUID() // want predictable-secret "token is derived from"
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: id.String(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

type pair struct {
	Access  string `json:"access_token"`
	Refresh string `json:"refresh_token"`
	ID      string `json:"id"`
}

func answer(w http.ResponseWriter, access string) {
	json.NewEncoder(w).Encode(pair{Access: access, Refresh: fmt.Sprintf("%x", mrand.Int63()), ID: fmt.Sprint(mrand.Int())}) // want predictable-secret "token is derived from"
}

func login(w http.ResponseWriter, r *http.Request, config *oauth2.Config) {
	state := fmt.Sprint(mrand.Int63()) // want predictable-secret "OAuth 2.0 state"
	http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
}

// Near misses: random ones, and names of other things.

func fine(w http.ResponseWriter, r *http.Request, config *oauth2.Config, access string) {
	http.Redirect(w, r, config.AuthCodeURL(uuid.NewString()), http.StatusFound)
	json.NewEncoder(w).Encode(pair{Access: access, Refresh: uuid.NewString()})
	json.NewEncoder(w).Encode(map[string]string{"refresh_token_id": fmt.Sprint(time.Now().Unix())})
	http.SetCookie(w, &http.Cookie{Name: "visit", Value: fmt.Sprint(mrand.Int())})
}

// Random, and too short: an attacker who tries 2^32 of them has found it.

func fewBytes(w http.ResponseWriter, r *http.Request, config *oauth2.Config) {
	var b [4]byte
	if _, err := io.ReadFull(crand.Reader, b[:]); err != nil { // want predictable-secret "OAuth 2.0 state has 8 characters"
		panic(err)
	}
	state := hex.EncodeToString(b[:])
	http.SetCookie(w, &http.Cookie{Name: "login-state", Value: state, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
}

func fewBase64(w http.ResponseWriter, r *http.Request, config *oauth2.Config) {
	b := make([]byte, 6)
	crand.Read(b) // want predictable-secret
	http.Redirect(w, r, config.AuthCodeURL(base64.URLEncoding.EncodeToString(b)), http.StatusFound)
}

// Near misses: enough bytes, and a number of them that is not known.
func enough(w http.ResponseWriter, r *http.Request, config *oauth2.Config, n int) {
	var b [16]byte
	io.ReadFull(crand.Reader, b[:])
	http.Redirect(w, r, config.AuthCodeURL(hex.EncodeToString(b[:])), http.StatusFound)
	c := make([]byte, n)
	crand.Read(c)
	http.Redirect(w, r, config.AuthCodeURL(hex.EncodeToString(c)), http.StatusFound)
	d := make([]byte, 8)
	crand.Read(d)
	http.Redirect(w, r, config.AuthCodeURL(base64.URLEncoding.EncodeToString(d)), http.StatusFound)
}
