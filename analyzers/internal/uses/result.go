// Package uses answers what a package does with the claims of a token that it verifies or decodes.
// The other rooms of jwtverify and its checks ask it:
//
//	token, err := jwt.ParseWithClaims(text, &claims, keyfunc)
//	claims.Subject   // a read of sub
//	claims["role"]   // a read of role
//	handle(claims)   // the claims as a whole
package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader finds what a package uses of the tokens that it reads.
type Reader struct {
	calls.View

	list    []called                // see called
	places  *places                 // see placesOf
	results map[*calls.Call]*Result // see Result
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader {
	return &Reader{View: p.View, results: map[*calls.Call]*Result{}}
}

// called is a call that is no conversion and no built-in function.
type called struct {
	*ast.CallExpr
	sig  *model.Sig // the row of the function, nil for none
	here bool       // the function is declared in this package
}

// called returns the calls of the package, found once for all results.
func (p *Reader) called() []called {
	if p.list != nil {
		return p.list
	}
	p.list = []called{}
	for _, c := range p.Index.Calls {
		if p.Info.Types[c.Fun].IsType() || p.Info.Types[c.Fun].IsBuiltin() {
			continue
		}
		obj := p.Index.Callee(c)
		fn, _ := obj.(*types.Func)
		p.list = append(p.list, called{c, model.Of(obj, ""), p.Index.Decls[fn] != nil})
	}
	return p.list
}

// Result is what a call that reads a token returns or fills: the token as a Go value, its claims.
type Result struct {
	*calls.Call
	reader *Reader
	nodes  map[ast.Node]bool // its origins
	types  []types.Type      // the types that it can have
	reads  []Read            // nil before the first question
}

// Result returns the result of a call that verifies or decodes a token. It is found once: half a
// dozen questions are about it.
func (p *Reader) Result(c *calls.Call) *Result {
	if res := p.results[c]; res != nil {
		return res
	}
	res := p.resultOf(c)
	p.results[c] = res
	return res
}

// resultOf is remembered by Result.
func (p *Reader) resultOf(c *calls.Call) *Result {
	res := &Result{Call: c, reader: p, nodes: map[ast.Node]bool{c.Node: true}}
	if e, ok := c.Node.(ast.Expr); ok {
		res.addType(p.Info.TypeOf(e))
	}
	for _, e := range c.Args(model.Claims) {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && o.Kind == origin.Object {
				res.nodes[o.At] = true
			}
		}
		res.addType(p.Info.TypeOf(e))
	}
	res.addDecoded()
	return res
}

// addDecoded adds the values that the claims, or their bytes, are decoded into:
//
//	token.Claims(&claims)
//	json.Unmarshal(token.RawClaims(), &claims)
//	json.Unmarshal(payload, &claims)
func (res *Result) addDecoded() {
	for _, c := range res.reader.called() {
		switch {
		case c.sig == nil:
		case c.sig.Verb == model.Fill, c.sig.Verb == model.Pass && c.sig.Index(model.Filled) >= 0:
			res.addFilled(c.CallExpr, c.sig)
		}
	}
}

// addFilled adds the values that one call fills from the result, or from a part of it.
func (res *Result) addFilled(c *ast.CallExpr, sig *model.Sig) {
	p := res.reader
	from := []ast.Expr{c.Fun} // its receiver can be the token
	for i, a := range c.Args {
		if sig.Arg(i) != model.Filled {
			from = append(from, a)
		}
	}
	for _, a := range from {
		whole := a
		if sel, ok := selectorOf(a); ok {
			whole = sel.X
		} else if _, ok := ast.Unparen(a).(*ast.Ident); !ok || a == c.Fun {
			continue
		}
		if !res.MayHaveType(p.Info.TypeOf(whole)) || !res.MayBe(whole) {
			continue
		}
		for _, e := range syntax.Args(c, sig, model.Filled) {
			for _, o := range p.Origin.Trace(e).Origins {
				if o.At != nil {
					res.nodes[o.At] = true
				}
			}
			res.addType(p.Info.TypeOf(e))
		}
	}
}

// selectorOf returns x.f where an expression is x.f() or x.f.
func selectorOf(e ast.Expr) (*ast.SelectorExpr, bool) {
	e = ast.Unparen(e)
	if c, ok := e.(*ast.CallExpr); ok && len(c.Args) == 0 {
		e = ast.Unparen(c.Fun)
	}
	sel, ok := e.(*ast.SelectorExpr)
	return sel, ok
}

// addType adds the type of a value of the result, or those of several values.
func (res *Result) addType(t types.Type) {
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			res.addType(v.Type())
		}
		return
	}
	same := func(u types.Type) bool { return types.Identical(t, u) }
	if t == nil || typing.IsError(t) || slices.ContainsFunc(res.types, same) {
		return
	}
	res.types = append(res.types, t)
}

// MayBe reports whether an expression can be the token or its claims.
func (res *Result) MayBe(e ast.Expr) bool {
	return slices.ContainsFunc(res.reader.originsOf(e), func(n ast.Node) bool { return res.nodes[n] })
}

// originsOf returns the nodes that a value comes from, where it can be a token or claims.
func (p *Reader) originsOf(e ast.Expr) []ast.Node {
	e = p.outerStruct(e)
	t := p.Info.TypeOf(e)
	if t == nil || typing.IsError(t) {
		return nil
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return nil // whether there is one
	}
	var out []ast.Node
	for _, o := range p.Origin.Trace(e).Origins {
		if o.At != nil {
			out = append(out, o.At)
		}
	}
	return out
}

// outerStruct returns the struct around an embedded one, x of x.RegisteredClaims.
func (p *Reader) outerStruct(e ast.Expr) ast.Expr {
	for {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok || p.Info.Selections[sel] == nil {
			return e
		}
		if f, ok := p.Info.Selections[sel].Obj().(*types.Var); !ok || !f.Embedded() {
			return e
		}
		e = sel.X
	}
}

// MayHaveType reports whether a value of the type can be the token or its claims, so that it is
// worth a walk.
func (res *Result) MayHaveType(t types.Type) bool {
	if t == nil {
		return false
	}
	t = typing.Deref(t)
	if model.OfTokens(typing.TypeName(t)) {
		return true
	}
	return slices.ContainsFunc(res.types, func(u types.Type) bool {
		return types.Identical(t, typing.Deref(u))
	})
}

// ChecksValid reports whether the package reads the field that holds whether the token is valid:
//
//	if !token.Valid {
func (res *Result) ChecksValid() bool {
	p := res.reader
	return slices.ContainsFunc(p.Index.Forward().Selectors, func(e *ast.SelectorExpr) bool {
		sel := p.Info.Selections[e]
		v, ok := sel.Obj().(*types.Var)
		if !ok {
			return false
		}
		sig := model.Of(v.Origin(), typing.OwnerName(sel))
		return sig != nil && sig.Result(0) == model.Valid && res.MayBe(e.X)
	})
}
