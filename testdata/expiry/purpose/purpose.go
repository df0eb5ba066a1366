// Package purpose signs tokens in functions whose names say what they do, not what the token is for.
package purpose

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/smtp"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte {
	k := os.Getenv("PURPOSE")
	if len(k) < 32 {
		panic("PURPOSE is too short")
	}
	return []byte(k)
}

type service struct{ codes map[string]string }

// VerifyCode checks the code of a text message and opens a session.
func (s *service) VerifyCode(phone, code string) (string, error) {
	if s.codes[phone] != code {
		return "", errors.New("wrong code")
	}
	c := jwt.RegisteredClaims{Subject: phone, ExpiresAt: jwt.NewNumericDate(time.Now().Add(7 * 24 * time.Hour))} // want long-expiry "access token lifetime is 7 days"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

// refresh is a handler: the token that it makes is one of access.
func refresh(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("user"), "exp": time.Now().Add(240 * time.Hour).Unix()} // want long-expiry "access token lifetime is 10 days"
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// activate does not end its tokens, whatever it is called.
func activate(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": r.FormValue("user")}).SignedString(key()) // want missing-expiry
	if err != nil {
		return
	}
	fmt.Fprint(w, token)
}

type pair struct {
	Access  string `json:"access_token"`
	Refresh string `json:"refresh_token"`
}

// Near misses: the claims, the audience, the key, the variable or the field say what it is for.

// login makes two tokens.
func login(w http.ResponseWriter, r *http.Request) {
	var p pair
	var err error
	p.Access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "u", "exp": time.Now().Add(time.Hour).Unix()}).SignedString(key())
	if err != nil {
		return
	}
	p.Refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "u", "typ": "r", "exp": time.Now().AddDate(0, 0, 60).Unix()}).SignedString(key())
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

// signin names the kind in the claims.
func signin(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": "u", "typ": "refresh", "exp": time.Now().AddDate(0, 0, 60).Unix()}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	fmt.Fprint(w, s)
}

// auth names the audience.
func auth(w http.ResponseWriter, r *http.Request) {
	c := jwt.RegisteredClaims{Subject: "u", Audience: jwt.ClaimStrings{"session-refresh"}, ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(0, 0, 60))}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	fmt.Fprint(w, s)
}

// loginUser has a key of its own.
func loginUser(w http.ResponseWriter, refreshSecret []byte) {
	c := jwt.RegisteredClaims{Subject: "u", ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(0, 0, 60))}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(refreshSecret)
	if err != nil {
		return
	}
	fmt.Fprint(w, s)
}

// forgotPassword sends the token by mail, not in its response.
func resetPassword(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("mail"), "exp": time.Now().Add(48 * time.Hour).Unix()}
	s, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	smtp.SendMail("mail:25", nil, "us@example.org", []string{r.FormValue("mail")}, []byte("https://app.example.org/new#"+s))
	fmt.Fprint(w, "sent")
}

// verificationToken says what it returns.
func verificationToken(mail string) (string, error) {
	c := jwt.MapClaims{"sub": mail, "exp": time.Now().Add(72 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

// issueRefresh says what it returns.
func issueRefresh(user string) (string, error) {
	c := jwt.MapClaims{"sub": user, "exp": time.Now().Add(14 * 24 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

// lifeOf gives each kind its own span.
func lifeOf(kind string) time.Duration {
	switch kind {
	case "refresh":
		return 30 * 24 * time.Hour
	case "reset":
		return 48 * time.Hour
	}
	return 15 * time.Minute
}

func ofKind(user, kind string) (string, error) {
	c := jwt.MapClaims{"sub": user, "kind": kind, "exp": time.Now().Add(lifeOf(kind)).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

// inviteUser is asked for an invitation.
func inviteUser(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("mail"), "exp": time.Now().Add(7 * 24 * time.Hour).Unix()}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// Where a token is sent says what it is for.

func setCookie(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func loginByCookie(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("user"), "exp": time.Now().AddDate(0, 0, 30).Unix()}
	rt, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	setCookie(w, "refresh_token", rt)
}

func loginByLiteral(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("user"), "exp": time.Now().AddDate(0, 0, 30).Unix()}
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "remember_me", Value: t, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func loginByField(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("user"), "exp": time.Now().AddDate(0, 0, 30).Unix()}
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(pair{Refresh: t})
}

func loginBySession(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{"sub": r.FormValue("user"), "exp": time.Now().AddDate(0, 0, 30).Unix()} // want long-expiry "access token"
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
	if err != nil {
		return
	}
	setCookie(w, "session", t)
}
