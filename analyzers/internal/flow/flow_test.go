package flow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// check returns the graphs of a file, its index, its last function and the uses in it.
func check(t *testing.T, src string) (*Graphs, *syntax.Index, *ast.FuncDecl, []ast.Expr) {
	t.Helper()
	pass := enginetest.Check(t, src)
	index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
	decls := pass.Files[0].Decls
	return New(index), index, decls[len(decls)-1].(*ast.FuncDecl), enginetest.Uses(pass)
}

// local returns a variable of a function by its name.
func local(t *testing.T, x *syntax.Index, fn *ast.FuncDecl, name string) (v *types.Var) {
	t.Helper()
	for id, obj := range x.Info.Defs {
		if id.Name == name && fn.Pos() <= id.Pos() && id.Pos() < fn.End() {
			v, _ = obj.(*types.Var)
		}
	}
	if v == nil {
		t.Fatalf("no variable %s", name)
	}
	return v
}

// TestReaching guards settings that are filled and tested in one condition, and the order of what
// stands on one side of it.
func TestReaching(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"filled on the left", `var c []byte; if fill(&c) != nil || use(c) { return }`, "fill declared"},
		{"filled on the left of and", `var c []byte; if fill(&c) == nil && use(c) { return }`, "fill declared"},
		{"filled on the right", `var c []byte; if use(c) || fill(&c) != nil { return }`, "declared"},
		{"set, then both", `c := []byte("a"); if ok() && (fill(&c) != nil || use(c)) { return }`, "fill declared"},
		{"an argument", `var c []byte; both(fill(&c), use(c))`, "declared"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			flow, index, fn, uses := check(t, `
				func fill(*[]byte) error { return nil }
				func use([]byte) bool { return false }
				func ok() bool { return false }
				func both(error, bool) {}
				func f() { `+tt.body+` }`)
			v := local(t, index, fn, "c")
			last, _, ok := flow.Reaching(fn, uses[0].Pos(), index.Writes[v],
				func(w syntax.Write) bool { return !w.Into && w.Call == nil })
			if !ok {
				t.Fatal("the order is not known")
			}
			var got []string
			for _, w := range last {
				if w.Call != nil {
					got = append(got, "fill")
				} else {
					got = append(got, "declared")
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("last writes are %q, want %q", s, tt.want)
			}
		})
	}
}

// TestFailing guards the conditions in which an error stands beside other tests, as in
// if err != nil || !token.Valid.
func TestFailing(t *testing.T) {
	for _, tt := range []struct{ cond, want string }{
		{`err != nil`, "then after"},
		{`err == nil`, "else after"},
		{`nil != err`, "then after"},
		{`err != nil || bad`, "then after"},
		{`bad || err != nil`, "then after"},
		{`(bad || err != nil) || bad`, "then after"},
		{`err == nil && !bad`, "else after"},
		{`!(err == nil)`, "then after"},
		{`!(err == nil && !bad)`, "then after"},
		{`err != nil && bad`, ""}, // the error can be there on either branch
		{`err == nil || bad`, ""},
		{`err != nil && err != nil`, "then after"},
		{`bad && err == err`, ""},
	} {
		t.Run(tt.cond, func(t *testing.T) {
			flow, index, fn, _ := check(t, `
				func mark(string) {}
				func load() (int, error) { return 0, nil }
				func f(bad bool) {
					_, err := load()
					if `+tt.cond+` { mark("then") } else { mark("else") }
					mark("after")
				}`)
			var got []string
			flow.Failing(fn, local(t, index, fn, "err"), func(n ast.Node) bool {
				if s, ok := n.(*ast.ExprStmt); ok {
					c := s.X.(*ast.CallExpr)
					got = append(got, strings.Trim(c.Args[0].(*ast.BasicLit).Value, `"`))
				}
				return false
			})
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("with an error control reaches %q, want %q", s, tt.want)
			}
		})
	}
}

// TestLeavesOn guards what may be said of a value after the error that came with it.
func TestLeavesOn(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       bool
	}{
		{"leaves", `if err != nil { return }; mark(key)`, true},
		{"leaves on either", `if err != nil || key == "" { return }; mark(key)`, true},
		{"only without", `if err == nil && key != "" { mark(key) }`, true},
		{"compared before", `if key == "" || err != nil { return }; mark(key)`, false},
		{"goes on", `if err != nil { mark("log") }; mark(key)`, false},
		{"leaves on some", `if err != nil && key == "" { return }; mark(key)`, false},
		{"never asked", `mark(key); _ = err`, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			flow, index, fn, _ := check(t, `
				func mark(string) {}
				func load() (string, error) { return "", nil }
				func f() { key, err := load(); `+tt.body+` }`)
			call := index.Calls[slices.IndexFunc(index.Calls, func(c *ast.CallExpr) bool {
				id, ok := c.Fun.(*ast.Ident)
				return ok && id.Name == "load"
			})]
			key := local(t, index, fn, "key")
			got := flow.LeavesOn(call, local(t, index, fn, "err"), func(n ast.Node) bool {
				return slices.ContainsFunc(index.Mentions(key), func(id *ast.Ident) bool {
					return n.Pos() <= id.Pos() && id.End() <= n.End() && !index.Assigned(id)
				})
			})
			if got != tt.want {
				t.Errorf("leaves: %v, want %v", got, tt.want)
			}
		})
	}
}
