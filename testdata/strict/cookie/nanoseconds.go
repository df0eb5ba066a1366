package cookie

import (
	"net/http"
	"time"
)

// The age of a cookie is a number of seconds, and a time.Duration counts nanoseconds.
func setFor(w http.ResponseWriter, token string, d time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(d)}) // want cookie-lifetime "a time.Duration"
}

type lives struct{ Refresh time.Duration }

func (l *lives) set(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(l.Refresh)}) // want cookie-lifetime "a time.Duration"
}

// A near miss: the field holds a number of minutes.
func (l *lives) setMinutes(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(l.Refresh * 60)})
}

// Near misses: what is divided, or made of a number of seconds that nobody multiplied.
func setSeconds(w http.ResponseWriter, token string, d time.Duration, seconds int, name string) {
	perSecond := d / time.Second
	plain := time.Duration(seconds)
	for _, age := range []int{int(d / time.Second), int(perSecond), int(d.Seconds()), int(plain)} {
		http.SetCookie(w, &http.Cookie{Name: "access_token", Value: token, Secure: true, HttpOnly: true,
			SameSite: http.SameSiteLaxMode, MaxAge: age})
	}
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(d / time.Second)})
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(perSecond)})
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: token, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(plain)})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: name, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int(d)})
}
