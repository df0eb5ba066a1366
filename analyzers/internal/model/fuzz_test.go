package model_test

import (
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// FuzzParse reads rows that nobody would write. What is read has a name and roles, and what is said
// of it can be asked for any argument.
func FuzzParse(f *testing.F) {
	for _, lib := range model.Libraries() {
		for i, row := range lib.Rows {
			if i%20 == 0 {
				f.Add(row.Sig)
			}
		}
	}
	for _, sig := range []string{
		"", "(", "()", "(a", "().", "(a *T).", "(a *T).M(", "F(key...) _", "F(...)",
		"F(from) text[4n/3]", "F(from) text[n/0]", "F() _[999999999999999999999]", "V random[",
		"F(,) ,", "(a).b(c", "F(a b) c d", "F(x) text[n-1", "F(x) text[-3n]",
	} {
		f.Add(sig)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sig, ok := model.Row{Verb: model.Sign, Sig: text}.Parse()
		if !ok {
			return
		}
		if sig.Name == "" || sig.Method && !sig.Func {
			t.Errorf("%q is read as %+v", text, sig)
		}
		for _, role := range append(sig.Args, sig.Results...) {
			if role == "" || strings.TrimSpace(string(role)) != string(role) {
				t.Errorf("%q has the role %q", text, role)
			}
		}
		for _, i := range []int{0, 1, len(sig.Args), len(sig.Args) + 100} {
			sig.Arg(i)
			sig.Result(i)
			if sig.Encoded(i) < -1 {
				t.Errorf("%q makes %d bytes of %d", text, sig.Encoded(i), i)
			}
		}
	})
}
