package emptiness_test

import (
	"go/types"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/emptiness"
	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Each function hands what it was given to use, once.
func TestFound(t *testing.T) {
	const head = `func use(any) {}; type config struct{ Key string }; func text() string { return "" };`
	for _, c := range []struct {
		name, src        string
		found, suspected bool
	}{
		{"no test", `func f(s string) { use(s) }`, false, false},
		{"equals nothing", `func f(s string) { if s == "" { use(s) } }`, true, true},
		{"nothing on the left", `func f(s string) { if "" == s { use(s) } }`, true, true},
		{"a length", `func f(s []byte) { if len(s) == 0 { use(s) } }`, true, true},
		{"a number", `func f(s int) { if s == 0 { use(s) } }`, false, false},
		{"a named constant", `const no = ""; func f(s string) { if s == no { use(s) } }`, true, true},
		{"a field", `func f(c config) { if c.Key == "" { use(c.Key) } }`, true, true},
		{"a field and another", `func f(c, d config) { if c.Key == "" || d.Key == "" { use(d.Key) } }`, false, false},
		{"another field", `func f(c, d config) { if c.Key == "" { use(d.Key) } }`, false, false},
		{"else", `func f(s string) { if s != "" { text() } else { use(s) } }`, true, true},
		{"else of an if", `func f(s string) { if s != "" { text() } else if text() == "" { use(s) } }`, true, true},
		{"not empty", `func f(s string) { if s != "" { use(s) } }`, false, false},
		{"else of empty", `func f(s string) { if s == "" { text() } else { use(s) } }`, false, false},
		{"all are", `func f(s, u string) { if u == "" && s == "" { use(s) } }`, true, true},
		{"one of several is", `func f(s, u string) { if u == "" || s == "" { use(s) } }`, false, true},
		{"else of one of several", `func f(s, u string) { if u != "" && s != "" { text() } else { use(s) } }`, false, true},
		{"else of all", `func f(s, u string) { if u != "" || s != "" { text() } else { use(s) } }`, true, true},
		{"another text", `func f(s string) { if s == "x" { use(s) } }`, false, false},
		{"a branch further out", `func f(s string) { if s == "" { for range 3 { use(s) } } }`, true, true},
		{"a function in the branch", `func f(s string) { if s == "" { defer func() { use(s) }() } }`, true, true},
		{"set in the branch", `func f(s string) { if s == "" { s = text(); use(s) } }`, false, false},
		{"set in part of the branch", `func f(s string) { if s == "" { if text() != "" { s = text() }; use(s) } }`, false, false},
		{"declared in the branch", `func f(s string) { if s == "" { s := text(); use(s) } }`, false, false},
		{"set after", `func f(s string) { if s == "" { use(s); s = text() } }`, true, true},
		{"in the condition", `func f(s string) { if s == "" && g(s) { text() } }; func g(s string) bool { use(s); return true }`, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			pass := enginetest.Check(t, head+c.src)
			index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
			e := enginetest.Uses(pass)[0]
			if got := emptiness.Found(index, e); got != c.found {
				t.Errorf("Found(%s) = %v", types.ExprString(e), got)
			}
			if got := emptiness.Suspected(index, e); got != c.suspected {
				t.Errorf("Suspected(%s) = %v", types.ExprString(e), got)
			}
		})
	}
}
