package spelling_test

import (
	"fmt"
	"go/types"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

func spell(t *testing.T, src string) [][]spelling.Part {
	t.Helper()
	pass := enginetest.Check(t, src)
	index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
	graphs := flow.New(index)
	tracer := origin.New(pass, index, graphs, func(types.Object) *origin.Summary { return nil })
	return spelling.New(index, graphs, tracer).Spellings(enginetest.Uses(pass)[0])
}

// Names of settings that functions build by nested formats kept one package of a public repository
// busy for more than an hour: each level asked the one below several times. What is kept of one
// text is bounded too.
func TestBounded(t *testing.T) {
	const head = `import "fmt"; func use(any) {};`
	var nested, doubled, callers strings.Builder
	nested.WriteString(head + `func f0(s string) string { return s };`)
	for i := range 60 {
		fmt.Fprintf(&nested, "func f%d(s string) string { "+
			"return fmt.Sprintf(\"%%s-%%s-%%s\", f%d(s), f%d(s), f%d(\"x\")) };", i+1, i, i, i)
	}
	nested.WriteString(`func g() { use(f60("a")) }`)
	doubled.WriteString(head + `func g(s0 string) {`)
	for i := range 60 {
		fmt.Fprintf(&doubled, "s%d := s%d + \"/\" + s%d;", i+1, i, i)
	}
	doubled.WriteString(`use(s60); fmt.Print() }`)
	callers.WriteString(head + `func j(a, b, c string) { use(a + b + c); fmt.Print() }; func g() {`)
	for i := range 500 {
		fmt.Fprintf(&callers, "j(\"a%d\", \"b%d\", \"c%d\");", i, i, i)
	}
	callers.WriteString(`}`)
	for name, src := range map[string]string{
		"nested formats":    nested.String(),
		"doubled variables": doubled.String(),
		"many callers":      callers.String(),
		"a function that calls itself": head +
			`func f(s string) string { return f(s+"a") + f(s+"b") }; ` +
			`func g() { use(f("c")); fmt.Print() }`,
	} {
		start := time.Now()
		ways := spell(t, src)
		if d := time.Since(start); d > time.Minute {
			t.Errorf("%s: took %v", name, d)
		}
		if len(ways) == 0 || len(ways) > 1000 {
			t.Errorf("%s: %d ways", name, len(ways))
		}
		for _, way := range ways {
			if len(way) > 200 {
				t.Errorf("%s: a way of %d parts", name, len(way))
				break
			}
		}
	}
}

// What a text is made of is found through the same walks.
func TestSpellings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"sum", `func g(s string) { use("https://" + s + "/login") }`, "https://|?|/login"},
		{"format", `func g(s string) { use(fmt.Sprintf("%s?token=%s", "https://a", s)) }`,
			"https://a|?token=|?"},
		{"function", `func f(s string) string { return "http://" + s }; func g() { use(f("a")) }`,
			"http://|a"},
		{"two ways", `func g(b bool) { u := "http://a"; if b { u = "https://a" }; use(u) }`,
			"http://a, https://a"},
	} {
		ways := spell(t, `import "fmt"; var _ = fmt.Sprint; func use(any) {};`+c.src)
		var out []string
		for _, way := range ways {
			var parts []string
			for _, p := range way {
				if p.Expr != nil {
					p.Text = "?"
				}
				parts = append(parts, p.Text)
			}
			out = append(out, strings.Join(parts, "|"))
		}
		if got := strings.Join(out, ", "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
