// Package compared answers which claims a package compares with the present by itself, as a verifier
// does that knows no exp. jwtexpiry asks it:
//
//	if end, ok := claims["expires"].(float64); !ok || time.Now().Unix() > int64(end) { return errExpired }
//	if time.Unix(claims.Until, 0).Before(time.Now()) { return errExpired }
//	log.Print(claims["expires"]) // compares nothing
package compared

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Names returns the wanted claims that a package compares with an instant, sorted: by the name of a
// claim, or by the name of a field as package fields knows it.
func Names(p *calls.Package, wanted func(claim string) bool) []string {
	r := &reader{p, wanted, map[string]bool{}}
	if !r.reads() {
		return nil
	}
	for _, t := range p.Index.Tests {
		if t.Op != token.EQL && t.Op != token.NEQ && r.isNumber(t.X) && r.isNumber(t.Y) {
			r.test(p.Info.Types[t.X].Value != nil || p.Info.Types[t.Y].Value != nil, t.X, t.Y)
		}
	}
	for _, c := range p.Index.Calls {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && r.comparesInstants(c) {
			r.test(false, sel.X, c.Args[0])
		}
	}
	return slices.Sorted(maps.Keys(r.names))
}

// reader reads the comparisons of one package.
type reader struct {
	*calls.Package
	wanted func(claim string) bool
	names  map[string]bool // those that are compared
}

// reads reports whether the package mentions one of the claims where it may read it: most packages
// do not, and are looked into no further.
func (r *reader) reads() bool {
	text := func(e ast.Expr) bool {
		s := r.Index.Text(e)
		return s != "" && r.wanted(s)
	}
	x := r.Index.Forward()
	known := map[types.Object]bool{}
	return slices.ContainsFunc(x.Indexes, func(e *ast.IndexExpr) bool { return text(e.Index) }) ||
		slices.ContainsFunc(r.Index.Calls, func(c *ast.CallExpr) bool {
			return slices.ContainsFunc(c.Args, text)
		}) ||
		slices.ContainsFunc(x.Selectors, func(e *ast.SelectorExpr) bool {
			sel := r.Info.Selections[e]
			of, seen := known[sel.Obj()]
			if !seen {
				of = sel.Kind() == types.FieldVal && r.wanted(uses.Selected(sel))
				known[sel.Obj()] = of
			}
			return of
		})
}

func (r *reader) isNumber(e ast.Expr) bool {
	b, ok := typing.OrInvalid(r.Info.TypeOf(e)).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// comparesInstants reports whether a call compares an instant with another one, or with the present.
//
//	end.Before(now), now.Sub(end), time.Until(end)
func (r *reader) comparesInstants(c *ast.CallExpr) bool {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok || len(c.Args) != 1 {
		return false
	}
	switch sel.Sel.Name {
	case "Before", "After", "Compare", "Sub", "Until", "Since":
		return quantity.IsTime(r.Info.TypeOf(c.Args[0]))
	}
	return false
}

// test notes the claims that come to one comparison. A constant is no instant: the other side must
// have been compared with the clock by itself.
//
//	claims["expires"].(float64)-now < 0
func (r *reader) test(constant bool, sides ...ast.Expr) {
	w := &walk{reader: r, left: maxSteps, vars: map[*types.Var]bool{}, found: map[string]bool{}}
	for _, e := range sides {
		w.from(e)
	}
	if w.clock || !constant {
		maps.Copy(r.names, w.found)
	}
}

// maxSteps is how many expressions are looked at behind one comparison.
const maxSteps = 256

// walk goes back from one comparison to where its values are read.
type walk struct {
	*reader
	left  int
	vars  map[*types.Var]bool // those that it has come to
	found map[string]bool     // the claims that it has met
	clock bool                // it has met the clock
}

// from goes on with an expression.
func (w *walk) from(e ast.Expr) {
	if w.left--; w.left < 0 || e == nil {
		return
	}
	if text := w.Index.Text(e); text != "" { // the argument of a getter
		w.name(text)
		return
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := w.Info.ObjectOf(e).(*types.Var); ok {
			w.variable(v)
		}
	case *ast.SelectorExpr:
		w.selected(e)
	case *ast.IndexExpr:
		for _, name := range w.Origin.Strings(e.Index) {
			w.name(name)
		}
	case *ast.TypeAssertExpr:
		w.from(e.X)
	case *ast.StarExpr:
		w.from(e.X)
	case *ast.UnaryExpr:
		w.from(e.X)
	case *ast.BinaryExpr:
		w.from(e.X)
		w.from(e.Y)
	case *ast.CallExpr:
		w.call(e)
	}
}

// name notes a claim.
func (w *walk) name(claim string) {
	if w.wanted(claim) {
		w.found[claim] = true
	}
}

// selected notes the claim that a field of a struct holds, and goes on with what is written to it
// and with the value that it is a part of, as a date is that a library wraps.
func (w *walk) selected(e *ast.SelectorExpr) {
	sel := w.Info.Selections[e]
	if sel == nil {
		return
	}
	f, ok := sel.Obj().(*types.Var)
	if !ok {
		return
	}
	if name := uses.Selected(sel); w.wanted(name) {
		w.found[cmp.Or(w.Fields.Name(f), name)] = true
		if embedsClaims(sel.Recv()) {
			w.found[name] = true
		}
	}
	w.variable(f.Origin())
	w.from(e.X)
}

// embedsClaims reports whether a struct embeds a type of a library that handles tokens, so that it
// holds the claims of one.
func embedsClaims(t types.Type) bool {
	st := typing.StructOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		f := st.Field(i)
		if f.Embedded() && model.OfTokens(typing.TypeName(typing.Deref(f.Type()))) {
			return true
		}
	}
	return false
}

// call goes on with what a call is given, and with what a function of the package returns.
func (w *walk) call(c *ast.CallExpr) {
	sig, obj := w.Index.Row(c)
	if sig != nil && sig.Verb == model.Time && sig.Result(0) == model.Clock {
		w.clock = true
		return
	}
	if fn, ok := obj.(*types.Func); ok && w.Index.Decls[fn] != nil {
		for _, r := range w.Index.Returns[w.Index.Decls[fn]] {
			for _, e := range r.Results {
				w.from(e)
			}
		}
	}
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && w.Info.Selections[sel] != nil {
		w.from(sel.X)
	}
	for _, a := range c.Args {
		w.from(a)
	}
}

// variable goes on with what is written to a variable or field, or handed over for a parameter.
func (w *walk) variable(v *types.Var) {
	if w.vars[v] {
		return
	}
	w.vars[v] = true
	for _, by := range w.Index.Writes[v] {
		w.from(by.Value)
	}
	param, ok := w.Index.Params[v]
	d, declared := param.Func.(*ast.FuncDecl)
	if !ok || !declared || param.Index < 0 {
		return
	}
	fn, _ := w.Info.Defs[d.Name].(*types.Func)
	for _, c := range w.Index.CallsOf[fn] {
		if param.Index < len(c.Args) {
			w.from(c.Args[param.Index])
		}
	}
}
