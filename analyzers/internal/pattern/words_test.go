package pattern

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestWordsOf(t *testing.T) {
	for expr, want := range map[string]string{
		`a`:                              "a",
		`secret|key`:                     "key secret",
		`^(jwt|bearer)$`:                 "^bearer$ ^jwt$",
		`(?i)api_?(key|token)|licen[cs]`: "api_key api_token apikey apitoken licenc licens",
		`(^|_)pwd$|\.crt$`:               ".crt$ ^pwd$ _pwd$",
		`ids?|(x(y|z)?)`:                 "id ids x xy xz",
		`a*`:                             "-", `a+b`: "-", `[a-z]`: "-", `[^a]`: "-", `a.b`: "-", `(?:a)`: "-",
		`\d`: "-", `(a`: "-", `a)`: "-", `a$b`: "-", `a^b`: "-", ``: "-", `a|`: "-", `[ab`: "-", `[]`: "-",
		`A`: "-", `é`: "-", `(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)`: "-", `a??`: "-", `a b`: "-",
	} {
		got := "-"
		if w := wordsOf(expr); w != nil {
			var list []string
			for _, one := range w.list {
				text := one.text
				if one.start {
					text = "^" + text
				}
				if one.end {
					text += "$"
				}
				list = append(list, text)
			}
			slices.Sort(list)
			got = strings.Join(list, " ")
		}
		if got != want {
			t.Errorf("%s: %s, want %s", expr, got, want)
		}
	}
}

// texts are looked at with every expression.
var texts = []string{
	"", "a", "key", "KEY", "jwt", "JWT_SECRET", "accessToken", "access_token", "refreshTokens",
	"pwd", "my_pwd", "pwdx", "\u212aEY", "\u017fecret", "sécret", "schlüssel_key", "key\n", "\xffkey", "key\xff",
}

// agrees compares what a list of words finds with what the expression does.
func agrees(t *testing.T, expr string) (isWords bool) {
	t.Helper()
	w, re := wordsOf(expr), regexp.MustCompile(expr)
	if w == nil {
		return false
	}
	all := slices.Clone(texts)
	for _, one := range w.list {
		s := one.text
		all = append(all, s, strings.ToUpper(s), "x"+s, s+"x", "_"+s+"_", s[1:], s[:len(s)-1],
			strings.ToUpper(s[:1])+s[1:], s+s)
	}
	for _, s := range all {
		if got, ok := w.match(s); ok && got != re.MatchString(s) {
			t.Errorf("%s: %q: %v", expr, s, got)
		}
	}
	return true
}

func TestMatch(t *testing.T) {
	for _, expr := range []string{
		`a`, `(?i)a`, `^(jwt|bearer)$`, `(?i)(^|_)(pass(word|wd)?|pwd)(_?(hash|key))?$`, `key|kid$|x`,
		`(?i)secret|key`,
	} {
		if !agrees(t, expr) {
			t.Errorf("%s is no list of words", expr)
		}
		for _, s := range texts {
			if got := New(expr)().MatchString(s); got != regexp.MustCompile(expr).MatchString(s) {
				t.Errorf("%s: %q: %v", expr, s, got)
			}
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	const expr = `(?i)reset|verif|confirm|invit|activat|mail|magic|otp|share|download|upload|` +
		`api_?(key|token)|device|webhook|unsub|licen[cs]e|agent|node|cluster|machine`
	b.Run("words", func(b *testing.B) {
		p := New(expr)()
		for b.Loop() {
			p.MatchString("NewAccessTokenMaker")
		}
	})
	b.Run("regexp", func(b *testing.B) {
		p := regexp.MustCompile(expr)
		for b.Loop() {
			p.MatchString("NewAccessTokenMaker")
		}
	})
	b.Run("words, first", func(b *testing.B) {
		for b.Loop() {
			New(expr)().MatchString("NewAccessTokenMaker")
		}
	})
	b.Run("regexp, first", func(b *testing.B) {
		for b.Loop() {
			regexp.MustCompile(expr).MatchString("NewAccessTokenMaker")
		}
	})
}
