package origin

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// traced type-checks the body of a file and returns a tracer for it with the argument of every
// call of use.
func traced(t testing.TB, src string) (*Tracer, []ast.Expr) {
	t.Helper()
	pass := enginetest.Check(t, src)
	index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
	facts := func(types.Object) *Summary { return nil }
	return New(pass, index, flow.New(index), facts), enginetest.Uses(pass)
}

// kindsOf names what a value can be, sorted, with the names of what is read.
func kindsOf(tr Trace) string {
	var out []string
	for _, o := range tr.Origins {
		s := o.Kind.String()
		if o.Hashed {
			s = "hashed " + s
		}
		if o.Masked {
			s = "masked " + s
		}
		if o.Piece.IsPart() {
			s += fmt.Sprintf(" [%d]", o.Piece.Index)
		}
		if len(o.Names) > 0 {
			s += " " + strings.Join(o.Names, "/")
		}
		if o.Size >= 0 {
			s += fmt.Sprintf(" %d", o.Size)
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestTrace(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"literal", `func f() { use("abc") }`, "constant 3"},
		{"local", `func f() { k := "abc"; use([]byte(k)) }`, "constant 3"},
		{"replaced", `func f() { k := "abc"; k = os.Getenv("A"); use(k) }`, "environment A"},
		{"replaced in a branch", `
			func f(b bool) { k := "abc"; if b { k = os.Getenv("A") }; use(k) }`,
			"constant 3, environment A"},
		{"fallback", `
			func f() { k := os.Getenv("A"); if k == "" { k = "abc" }; use(k) }`,
			"constant 3, environment A"},
		{"fallback that ends", `
			func f() { k := os.Getenv("A"); if k == "" { k = "abc"; log.Fatal() }; use(k) }`,
			"environment A"},
		{"helper", `
			func get(n, d string) string { if v := os.Getenv(n); v != "" { return v }; return d }
			func f() { use(get("A", "abc")) }`, "constant 3, environment A"},
		{"two calls of a helper", `
			func get(n string) string { return os.Getenv(n) }
			func f() { use(get("A")); get("B") }`, "environment A"},
		{"global", `var k = "abc"; func f() { use(k) }`, "constant 3"},
		{"global set by init", `
			var k = "abc"
			func init() { k = os.Getenv("A") }
			func f() { use(k) }`, "environment A"},
		{"field of a constructor", `
			type s struct{ k string }
			func newS(k string) *s { return &s{k} }
			func (x *s) f() { use(x.k) }
			func g() { newS("abc") }`, "constant 3"},
		{"beginning and end", `
			func mask(s string) string { if len(s) < 9 { return s }; return s[:4] + "..." + s[len(s)-4:] }
			func f() { use(mask(os.Getenv("A"))) }`, "masked environment A"},
		{"part and whole", `
			func show(s string) string { return s[:4] + s }
			func f() { use(show(os.Getenv("A"))) }`, "environment A"},
		{"end of a line", `func f() { s := os.Getenv("A"); use(s[1:len(s)-1]) }`, "environment A"},
		{"end at a variable", `
			func f(n int) { s := os.Getenv("A"); i := len(s) - n; use(s[max(0, i):]) }`,
			"masked environment A"},
		{"overwritten", `
			func f() { b := []byte(os.Getenv("A")); for i := range b { b[i] = '*' }; use(b) }`,
			"masked constant, masked environment A"},
		{"two pieces", `
			func cut(s string) (string, string) { a, b, _ := strings.Cut(s, ":"); return b, a }
			func f() { k, id := cut(os.Getenv("A")); use(k); _ = id }`, "environment [1] A"},
		{"any piece", `
			func f() { for s := range strings.SplitSeq(os.Getenv("A"), ",") { use(s) } }`,
			"environment [-1] A"},
		{"field set later", `
			type s struct{ k string }
			func f() { x := &s{}; x.k = os.Getenv("A"); use(x.k) }`, "environment A"},
		{"parameter", `func f(k string) { use(k) }`, "parameter"},
		{"parameter with callers", `
			func f(k string) { use(k) }
			func g() { f("abc"); f(os.Getenv("A")) }`, "constant 3, environment A"},
		{"closure", `func f() { k := "abc"; func() { use(k) }() }`, "constant 3"},
		{"joined", `func f() { use("abc" + os.Getenv("A")) }`, "environment A"},
		{"joined parameters", `func f(a, b string) { use(a + b) }`, "unknown"},
		{"random", `func f() { k := make([]byte, 16); rand.Read(k); use(k) }`,
			"random generator 16"},
		{"hex of random", `
			func f() { k := make([]byte, 16); rand.Read(k); use(hex.EncodeToString(k)) }`,
			"random generator 32"},
		{"digest", `func f() { k := sha256.Sum256([]byte("abc")); use(k[:]) }`,
			"hashed constant 32"},
		{"map", `
			var keys = map[string]string{"a": "abc", "b": "abcd"}
			func f() { use(keys["b"]) }`, "constant 4"},
		{"map by a variable", `
			var keys = map[string]string{"a": "abc", "b": "abcd"}
			func f(n string) { use(keys[n]) }`, "constant 3, constant 4"},
		{"file", `func f() { k, _ := os.ReadFile("key.pem"); use(k) }`, "file key.pem"},
		{"generic", `
			func or[T comparable](a, b T) T { var z T; if a == z { return b }; return a }
			func f() { use(or(os.Getenv("A"), "abc")) }`, "constant 3, environment A"},
		{"interface", `
			type src interface{ key() string }; type env struct{}
			func (env) key() string { return os.Getenv("A") }
			func f(s src) { use(s.key()) }`, "environment A"},
		{"circle", `
			func a(n int) string { if n == 0 { return "abc" }; return b(n - 1) }
			func b(n int) string { return a(n) }
			func f() { use(a(3)) }`, "constant 3"},
		{"option", `
			type s struct{ k string }; type opt func(*s)
			func with(k string) opt { return func(x *s) { x.k = k } }
			func newS(o ...opt) *s { x := &s{}; for _, p := range o { p(x) }; return x }
			func f() { use(newS(with("abc")).k) }`, "constant 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := `import ("crypto/rand"; "crypto/sha256"; "encoding/hex"; "log"; "os"; "strings")
				var _, _, _, _, _, _ = rand.Reader, sha256.New, hex.Dump, log.Fatal, os.Exit, strings.ToUpper
				func use(any) {}
			` + c.src
			tr, uses := traced(t, src)
			if got := kindsOf(tr.Trace(uses[0])); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
		})
	}
}

// TestMany joins values that a package gives thousands of origins, as routers do with an index
// that every handler passes on: the kinds that meet have to survive, without a look at every
// pair.
func TestMany(t *testing.T) {
	var src strings.Builder
	src.WriteString(`import "os"
		func use(any) {}
		func join(a, b string) { use(a + b) }
		func f(a, b string) { join(a, b); join(os.Getenv("A"), b) }
		func g() {`)
	for i := range 2000 {
		fmt.Fprintf(&src, "f(\"a%d\", \"b%d\");", i, i)
	}
	src.WriteString("}")
	tr, uses := traced(t, src.String())
	a := tr.ResolveParams(tr.Local(tr.index.Calls[1].Args[0]))
	b := Trace{Origins: []*Origin{{Kind: Env, At: uses[0]}, {Kind: Const, At: uses[0]}}}
	if !a.Crowd() || !a.Has(Const) {
		t.Fatalf("got %s", kindsOf(a))
	}
	if got := join(a, b); !got.Crowd() || !got.Has(Env) || !got.Has(Const) {
		t.Fatalf("joined: %s", kindsOf(got))
	}
}

// TestThin guards a generated client whose thousand types implement one interface: what nothing
// is known of is kept few times, everything else is kept.
func TestThin(t *testing.T) {
	var tr Trace
	for range 1000 {
		tr.Add(Trace{Origins: []*Origin{{Kind: Unknown, At: &ast.Ident{}}}})
	}
	for range most / 2 {
		tr.Add(Trace{Origins: []*Origin{{Kind: Env, At: &ast.Ident{}}}})
	}
	count := map[Kind]int{}
	for _, o := range tr.Origins {
		count[o.Kind]++
	}
	if count[Env] != most/2 || count[Unknown] == 0 || count[Unknown] > most || tr.Crowd() {
		t.Errorf("got %v", count)
	}
}

// Each of four parameters of four functions that a hundred callers give a value would make a
// hundred million cases: they are not told apart then, and the parameters stay open. Four
// parameters of one function make a hundred: what one caller hands over belongs together.
func TestCasesBounded(t *testing.T) {
	var src strings.Builder
	src.WriteString(`func use(any) {}; func pick(n int, a, b, c, d string) string { ` +
		`switch n { case 0: return a; case 1: return b; case 2: return c }; return d };` +
		`var a, b, c, d string; func setA(v string) { a = v }; func setB(v string) { b = v }; ` +
		`func setC(v string) { c = v }; func setD(v string) { d = v }
		func f() { use(pick(1, a, b, c, d)) }; ` +
		`func one(a, b, c, d string) { use(pick(1, a, b, c, d)) }; ` +
		`func few(a string) { use(a) }; func g() {`)
	for i := range 100 {
		fmt.Fprintf(&src, "setA(\"a%d\"); setB(\"b%d\"); setC(\"c%d\"); setD(\"d%d\"); "+
			"one(\"a%d\", \"b%d\", \"c%d\", \"d%d\");", i, i, i, i, i, i, i, i)
	}
	src.WriteString(`few("a"); few("b") }`)
	tr, uses := traced(t, src.String())
	for i, want := range []int{1, 100, 2} {
		if cases := tr.Cases(tr.Local(uses[i])); len(cases) != want ||
			cases[0].Has(Param) != (i == 0) {
			t.Errorf("use %d: got %d cases, want %d", i, len(cases), want)
		}
	}
}

// Callers through several interfaces have one order: reports that name the first were another in
// every run.
func TestCallersInOrder(t *testing.T) {
	var src strings.Builder
	src.WriteString("type T struct{}; func (T) Sign(key string) { use(key) }; func use(any) {}\n")
	for i := range 8 {
		fmt.Fprintf(&src,
			"type I%d interface { Sign(key string) }; func f%d(x I%d) { x.Sign(\"%d\") }\n",
			i, i, i, i)
	}
	tracer, _ := traced(t, src.String())
	for _, d := range tracer.index.Decls {
		calls := tracer.Callers(d)
		if d.Name.Name == "Sign" && (len(calls) != 8 ||
			!slices.IsSortedFunc(calls, func(a, b *ast.CallExpr) int {
				return int(a.Pos() - b.Pos())
			})) {
			t.Errorf("%d calls, or not in their order", len(calls))
		}
	}
}

// TestMost gives one variable more values than are told apart, at one place, in many and in a
// closure: nothing is known of it, and each use costs little.
func TestMost(t *testing.T) {
	for name, c := range map[string]struct{ before, each, after string }{
		"literal":  {"keys := []string{", "\"k%d\",", "}; use(keys[n])"},
		"branches": {"key := \"\"; ", "if n == %d { key = key + \"k\" }; ", "use(key)"},
		"closures": {"key := \"\"; ", "func() { key = \"k%d\" }(); ", "use(key)"},
		"returns": {"key := func() string { ", "if n == %d { return \"k\" }; ",
			"return \"\" }; use(key())"},
	} {
		var src strings.Builder
		src.WriteString("func use(any) {}\nfunc f(n int) {\n" + c.before)
		for i := range 2 * maxWrites {
			fmt.Fprintf(&src, c.each, i)
		}
		src.WriteString(c.after + "}")
		tr, uses := traced(t, src.String())
		if got := tr.Trace(uses[0]); len(got.Origins) > most || !got.Has(Unknown) {
			t.Errorf("%s: %d origins, unknown: %v", name, len(got.Origins), got.Has(Unknown))
		}
	}
}
