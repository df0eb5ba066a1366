package origin

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil) // keeps the packages that it has read
)

func init() { build.Default.CgoEnabled = false } // the importer leaves files of cgo behind

// traced type-checks the body of a file and returns a tracer for it with the argument of every call of use.
func traced(t testing.TB, src string) (*Tracer, []ast.Expr) {
	t.Helper()
	f, err := parser.ParseFile(fset, "p.go", "package p\n\n"+src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{},
	}
	pkg, err := (&types.Config{Importer: std}).Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info, ReadFile: os.ReadFile}
	tr := New(pass, pass.Files, func(types.Object) *Summary { return nil })
	var uses []ast.Expr
	for _, c := range tr.Calls {
		if id, ok := c.Fun.(*ast.Ident); ok && id.Name == "use" {
			uses = append(uses, c.Args[0])
		}
	}
	return tr, uses
}

// kindsOf names what a value can be, sorted, with the names of what is read.
func kindsOf(tr Trace) string {
	var out []string
	for _, o := range tr.Births {
		s := o.Kind.String()
		if o.Hashed {
			s = "hashed " + s
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

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"literal", `func f() { use("abc") }`, "constant 3"},
		{"local", `func f() { k := "abc"; use([]byte(k)) }`, "constant 3"},
		{"replaced", `func f() { k := "abc"; k = os.Getenv("A"); use(k) }`, "environment A"},
		{"replaced in a branch", `func f(b bool) { k := "abc"; if b { k = os.Getenv("A") }; use(k) }`, "constant 3, environment A"},
		{"fallback", `func f() { k := os.Getenv("A"); if k == "" { k = "abc" }; use(k) }`, "constant 3, environment A"},
		{"fallback that ends", `func f() { k := os.Getenv("A"); if k == "" { k = "abc"; log.Fatal() }; use(k) }`, "environment A"},
		{"helper", `func get(n, d string) string { if v := os.Getenv(n); v != "" { return v }; return d }; func f() { use(get("A", "abc")) }`, "constant 3, environment A"},
		{"two calls of a helper", `func get(n string) string { return os.Getenv(n) }; func f() { use(get("A")); get("B") }`, "environment A"},
		{"global", `var k = "abc"; func f() { use(k) }`, "constant 3"},
		{"global set by init", `var k = "abc"; func init() { k = os.Getenv("A") }; func f() { use(k) }`, "environment A"},
		{"field of a constructor", `type s struct{ k string }; func newS(k string) *s { return &s{k} }; func (x *s) f() { use(x.k) }; func g() { newS("abc") }`, "constant 3"},
		{"field set later", `type s struct{ k string }; func f() { x := &s{}; x.k = os.Getenv("A"); use(x.k) }`, "environment A"},
		{"parameter", `func f(k string) { use(k) }`, "parameter"},
		{"parameter with callers", `func f(k string) { use(k) }; func g() { f("abc"); f(os.Getenv("A")) }`, "constant 3, environment A"},
		{"closure", `func f() { k := "abc"; func() { use(k) }() }`, "constant 3"},
		{"joined", `func f() { use("abc" + os.Getenv("A")) }`, "environment A"},
		{"joined parameters", `func f(a, b string) { use(a + b) }`, "unknown"},
		{"random", `func f() { k := make([]byte, 16); rand.Read(k); use(k) }`, "random generator 16"},
		{"hex of random", `func f() { k := make([]byte, 16); rand.Read(k); use(hex.EncodeToString(k)) }`, "random generator 32"},
		{"digest", `func f() { k := sha256.Sum256([]byte("abc")); use(k[:]) }`, "hashed constant 32"},
		{"map", `var keys = map[string]string{"a": "abc", "b": "abcd"}; func f() { use(keys["b"]) }`, "constant 4"},
		{"map by a variable", `var keys = map[string]string{"a": "abc", "b": "abcd"}; func f(n string) { use(keys[n]) }`, "constant 3, constant 4"},
		{"file", `func f() { k, _ := os.ReadFile("key.pem"); use(k) }`, "file key.pem"},
		{"generic", `func or[T comparable](a, b T) T { var z T; if a == z { return b }; return a }; func f() { use(or(os.Getenv("A"), "abc")) }`, "constant 3, environment A"},
		{"interface", `type src interface{ key() string }; type env struct{}; func (env) key() string { return os.Getenv("A") }; func f(s src) { use(s.key()) }`, "environment A"},
		{"circle", `func a(n int) string { if n == 0 { return "abc" }; return b(n - 1) }; func b(n int) string { return a(n) }; func f() { use(a(3)) }`, "constant 3"},
		{"option", `type s struct{ k string }; type opt func(*s); func with(k string) opt { return func(x *s) { x.k = k } }; func newS(o ...opt) *s { x := &s{}; for _, p := range o { p(x) }; return x }; func f() { use(newS(with("abc")).k) }`, "constant 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := `import ("crypto/rand"; "crypto/sha256"; "encoding/hex"; "log"; "os"); var _, _, _, _, _ = rand.Reader, sha256.New, hex.Dump, log.Fatal, os.Exit; func use(any) {};` + c.src
			tr, uses := traced(t, src)
			if got := kindsOf(tr.Of(uses[0])); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
		})
	}
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"seconds from now", `func f() { use(time.Now().Add(time.Hour).Unix()) }`, "1h0m0s from now in seconds"},
		{"milliseconds", `func f() { use(time.Now().Add(time.Hour).UnixMilli()) }`, "1h0m0s from now in millis"},
		{"calendar", `func f() { use(time.Now().AddDate(0, 0, 2).Unix()) }`, "48h0m0s from now in seconds"},
		{"sum of seconds", `func f() { use(time.Now().Unix() + 3600) }`, "1h0m0s from now in seconds"},
		{"constant", `const ttl = 15 * time.Minute; func f() { use(time.Now().Add(ttl).Unix()) }`, "15m0s from now in seconds"},
		{"number of minutes", `const minutes = 15; func f() { use(time.Now().Add(minutes * time.Minute).Unix()) }`, "15m0s from now in seconds"},
		{"parameter", `func g(d time.Duration) { use(time.Now().Add(d).Unix()) }; func f() { g(time.Hour) }`, "1h0m0s from now in seconds"},
		{"field", `type s struct{ d time.Duration }; var x = s{time.Hour}; func f() { use(time.Now().Add(x.d).Unix()) }`, "1h0m0s from now in seconds"},
		{"unscaled", `func f() { use(time.Now().Add(time.Duration(3600)).Unix()) }`, "3.6µs from now in seconds"},
		{"unknown", `func g(d time.Duration) { use(time.Now().Add(d).Unix()) }`, "unknown from now in seconds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr, uses := traced(t, `import "time"; func use(any) {};`+c.src)
			qs := tr.Quantities(uses[0])
			if len(qs) != 1 {
				t.Fatalf("got %d quantities: %+v", len(qs), qs)
			}
			got := "unknown"
			if life, ok := qs[0].Life(); ok {
				got = life.String()
			}
			if qs[0].FromNow {
				got += " from now"
			}
			if got += " in " + string(qs[0].Unit); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
		})
	}
}

// BenchmarkIndex reads the syntax of a large package that has nothing to do with tokens.
func BenchmarkIndex(b *testing.B) {
	info, files := netHTTP(b)
	for b.Loop() {
		NewIndex(info, files)
	}
}

func netHTTP(b *testing.B) (*types.Info, []*ast.File) {
	b.Helper()
	pkg, err := build.Import("net/http", "", 0)
	if err != nil {
		b.Fatal(err)
	}
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(pkg.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: std, Error: func(error) {}} // what is vendored in std is not found, and not needed
	conf.Check("net/http", fset, files, info)
	return info, files
}

// TestMany joins values that a package gives thousands of births, as routers do with an index that every handler passes on:
// the kinds that meet have to survive, without a look at every pair.
func TestMany(t *testing.T) {
	var src strings.Builder
	src.WriteString(`import "os"; func use(any) {}; func join(a, b string) { use(a + b) }; func f(a, b string) { join(a, b); join(os.Getenv("A"), b) }; func g() {`)
	for i := range 2000 {
		fmt.Fprintf(&src, "f(\"a%d\", \"b%d\");", i, i)
	}
	src.WriteString("}")
	tr, uses := traced(t, src.String())
	a, b := tr.Close(tr.Open(tr.Calls[1].Args[0])), Trace{Births: []Origin{{Kind: Env, At: uses[0]}, {Kind: Const, At: uses[0]}}}
	if len(a.Births) < 2000 {
		t.Fatalf("only %d births", len(a.Births))
	}
	for range 100 {
		if got := join(a, b); len(got.Births) < 2000 || !got.Has(Env) || !got.Has(Const) || got.Has(Unknown) {
			t.Fatalf("joined: %d births, %v %v", len(got.Births), got.Has(Env), got.Has(Const))
		}
	}
}

// TestThin guards a generated client whose thousand types implement one interface: what nothing is known of is kept few
// times, everything else is kept.
func TestThin(t *testing.T) {
	var tr Trace
	for range 1000 {
		tr.Add(Trace{Births: []Origin{{Kind: Unknown, At: &ast.Ident{}}}})
	}
	for range 1000 {
		tr.Add(Trace{Births: []Origin{{Kind: Env, At: &ast.Ident{}}}})
	}
	count := map[Kind]int{}
	for _, o := range tr.Births {
		count[o.Kind]++
	}
	if count[Env] != 1000 || count[Unknown] == 0 || count[Unknown] > 300 {
		t.Errorf("got %v", count)
	}
}
