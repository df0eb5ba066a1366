// Package sensitive answers which routes run functions that a team lists as sensitive, and have
// nobody confirm that. jwtlifecycle asks it:
//
//	// sensitive-functions: [accounts.Delete]
//	func (h *Handler) Remove(c *gin.Context) { accounts.Delete(c, c.GetString("user")) }
//
//	r.DELETE("/account", h.Remove)           // Route
//	r.DELETE("/account", StepUp(), h.Remove) // none: StepUp compares a password
package sensitive

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
)

// Runs is the fact about a function that runs a sensitive one and has nobody confirm that.
type Runs struct{ Name string }

// AFact marks the type as a fact.
func (*Runs) AFact() {}

// Route is where a handler is registered that runs a sensitive function.
type Route struct {
	At   ast.Node
	Name string        // of the sensitive function
	Call *ast.CallExpr // of it, in this package; nil in others
}

// Reader looks at one package.
type Reader struct {
	calls.View
	pass    *analysis.Pass
	listed  Names
	effects *effects.Reader
	known   map[ast.Node]bool // see confirms
	out     []Route
}

// step is a function on the way from a sensitive one to the routes.
type step struct {
	fn   ast.Node
	name string
	call *ast.CallExpr
}

// Routes returns the routes of a package, and says of its functions what they run and confirm.
func Routes(pass *analysis.Pass, p *calls.Package, listed Names) []Route {
	r := &Reader{
		View: p.View, pass: pass, listed: listed, effects: effects.New(pass, p),
		known: map[ast.Node]bool{},
	}
	for _, fn := range syntax.InOrder(r.Index, r.Index.Decls) {
		if r.confirms(r.Index.Decls[fn]) {
			pass.ExportObjectFact(fn, &Confirms{})
		}
	}
	r.walk()
	r.handed()
	return r.out
}

// walk goes from the calls of sensitive functions to those who call them, up to the routes.
func (r *Reader) walk() {
	var todo []step
	for _, c := range r.Index.Calls {
		if fn, ok := r.Index.Callee(c).(*types.Func); ok {
			if name := r.runs(fn); name != "" {
				todo = append(todo, step{r.Index.FuncAt(c.Pos()), name, c})
			}
		}
	}
	for _, fn := range syntax.InOrder(r.Index, r.Index.Decls) {
		if r.listed.lists(fn) { // a handler, perhaps
			todo = append(todo, step{fn: r.Index.Decls[fn], name: fn.Name()})
		}
	}
	seen := map[step]bool{}
	for i := 0; i < len(todo); i++ {
		s := todo[i]
		key := step{fn: s.fn, name: s.name}
		if s.fn == nil || seen[key] || r.confirms(s.fn) {
			continue
		}
		seen[key] = true
		switch fn := s.fn.(type) {
		case *ast.FuncLit:
			if !r.route(fn, s) {
				todo = append(todo, step{r.Index.FuncAt(fn.Pos() - 1), s.name, s.call})
			}
		case *ast.FuncDecl:
			todo = append(todo, r.above(fn, s)...)
		}
	}
}

// above returns the functions that call another one, and looks at the routes that it is given to.
func (r *Reader) above(d *ast.FuncDecl, s step) (out []step) {
	fn, ok := r.Info.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	r.pass.ExportObjectFact(fn, &Runs{s.name})
	for _, id := range r.Index.Mentions(fn) {
		if id != d.Name && !r.route(id, s) {
			out = append(out, step{r.Index.FuncAt(id.Pos()), s.name, s.call})
		}
	}
	return out
}

// handed looks at the routes that functions of other packages are given to.
func (r *Reader) handed() {
	seen := map[types.Object]bool{}
	for id, obj := range r.Info.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || seen[fn] || fn.Pkg() == nil || fn.Pkg() == r.Pkg {
			continue
		}
		seen[fn] = true
		if name := r.runs(fn); name != "" && !r.confirmsBy(fn) {
			for _, id = range r.Index.Mentions(fn) {
				r.route(id, step{name: name})
			}
		}
	}
}

// runs returns the name of the sensitive function that calling a function runs, "" for none.
func (r *Reader) runs(fn *types.Func) string {
	if r.listed.lists(fn) {
		return fn.Name()
	}
	var known Runs
	if fn.Pkg() != nil && fn.Pkg() != r.Pkg && r.pass.ImportObjectFact(fn, &known) {
		return known.Name
	}
	return ""
}
