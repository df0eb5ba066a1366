package guess

import (
	crand "crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
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
