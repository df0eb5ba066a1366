package gate

import "testing"

// A package is looked into for what it does, without a comment that says token.
func TestMentionsTokens(t *testing.T) {
	for src, want := range map[string]bool{
		`log.Println(r.Header.Get("Authorization"))`:              true,
		`log.Println(r.Header.Values("authorization"))`:           true,
		`ctx.GetHeader("X-Bearer")`:                               true,
		`r.SetBasicAuth(user, pw)`:                                true,
		`&tls.Config{InsecureSkipVerify: true}`:                   true,
		`http.SetCookie(w, &http.Cookie{Name: "session"})`:        true,
		`http.PostForm(u, url.Values{"password": {pw}})`:          true,
		`store.Options(sessions.Options{Path: "/"})`:              true,
		`os.Getenv("SIGNING")`:                                    true,
		`const API_TOKEN = 1`:                                     true,
		`func add(a, b int) int { return a + b }`:                 false,
		`r.Header.Get("Accept-Language")`:                         false,
		`http.NewRequest("GET", "http://reports.acme.com/", nil)`: false,
	} {
		if got := MentionsTokens(src); got != want {
			t.Errorf("%s: %t, want %t", src, got, want)
		}
	}
}
