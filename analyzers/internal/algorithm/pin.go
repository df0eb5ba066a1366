// Package algorithm answers which algorithms a verification accepts, which keys it takes for them,
// and which calls sign with the same key. jwtverify and its room leniency ask it:
//
//	jwt.WithValidMethods([]string{"HS256"}) // an option pins the algorithm
//
//	func(t *jwt.Token) (any, error) {
//		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok { // the keyfunc pins it
package algorithm

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Reader finds which algorithms the verifications of a package accept.
type Reader struct {
	calls.View
	uses *uses.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader) *Reader { return &Reader{p.View, u} }

// isPinned reports whether something other than a keyfunc restricts the algorithms of a verifying
// call: an argument, an option, or the library.
func (p *Reader) isPinned(c *calls.Call) bool {
	if p.Calls.Alg(c) != "" {
		return true
	}
	for _, r := range []model.Role{model.Method, model.Methods} {
		if args, _ := p.Calls.Resolve(c, r); len(args) > 0 {
			return true
		}
	}
	opts, _ := p.Calls.Options(c)
	if slices.ContainsFunc(opts, func(o *calls.Call) bool { return o.Verb == model.PinAlg }) {
		return true
	}
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	return len(keyfuncs) == 0 && model.PinsAlg(c.Library())
}

// PinsAlg reports whether a verification restricts the algorithms that it accepts (RFC 8725
// section 3.1, CWE-347): by an option, a field or an argument, in its keyfunc, or by a test of the
// token's algorithm afterwards. Without a key it accepts none. seen is false where code out of sight
// can do so.
func (p *Reader) PinsAlg(c *calls.Call) (pins, seen bool) {
	if c.Via != nil || p.isPinned(c) || p.hasNoKey(c) || p.alwaysFails(c) {
		return true, true
	}
	_, seen = p.Calls.Options(c)
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			switch {
			case o.Kind != origin.Func || o.Func == nil:
				// a key set, which names the algorithm of each key, or code out of sight
				seen = false
			case p.readsAlg(o.Func, map[ast.Node]bool{}):
				return true, true
			}
		}
	}
	keys, _ := p.Calls.Resolve(c, model.Key)
	if slices.ContainsFunc(keys, func(e ast.Expr) bool {
		return p.Origin.Trace(e).Only(origin.Unknown)
	}) {
		seen = false // code out of sight chooses the key, and can do so by the algorithm
	}
	res := p.uses.Result(c)
	for _, e := range p.Index.Forward().Selectors {
		if p.isTokenAlg(e) && (res.MayHaveType(p.Info.TypeOf(e.X)) && res.MayBe(e.X) || p.isOf(c, e.X)) {
			return true, true
		}
	}
	return false, seen
}

// isOf reports whether an expression is the object that holds the token which a call verifies.
//
//	token, err := jwt.ParseSigned(raw)
//	if token.Headers[0].Algorithm != key.Algorithm { ... }
//	err = token.Claims(key.Key, &claims)
func (p *Reader) isOf(c *calls.Call, e ast.Expr) bool {
	return slices.ContainsFunc(c.Args(model.Object), func(token ast.Expr) bool {
		return types.Identical(typing.OrInvalid(p.Info.TypeOf(token)), typing.OrInvalid(p.Info.TypeOf(e))) &&
			p.Origin.Trace(token).Meets(p.Origin.Trace(e))
	})
}

// isTokenAlg reports whether a selector reads the algorithm of a token: its method, or that entry
// of its header.
func (p *Reader) isTokenAlg(e *ast.SelectorExpr) bool {
	sel := p.Info.Selections[e]
	v, ok := sel.Obj().(*types.Var)
	if !ok {
		return false
	}
	sig := model.Of(v.Origin(), typing.OwnerName(sel))
	if sig == nil {
		return false
	}
	if sig.Result(0) == model.Jose {
		index, ok := p.Index.Outer(e).(*ast.IndexExpr)
		return !ok || p.Index.Text(index.Index) == "" || p.Index.Text(index.Index) == "alg"
	}
	return sig.Result(0) == model.Method
}

// readsAlg reports whether a keyfunc, or a function of this package that it calls, reads the
// algorithm of a token. seen holds the functions of the walk.
func (p *Reader) readsAlg(fn ast.Node, seen map[ast.Node]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	if slices.ContainsFunc(p.Index.Forward().Selectors, func(e *ast.SelectorExpr) bool {
		return within(e) && p.isTokenAlg(e)
	}) {
		return true
	}
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		if !within(c) {
			return false
		}
		f, ok := p.Index.Callee(c).(*types.Func)
		if ok && p.Index.Decls[f] != nil {
			return p.readsAlg(p.Index.Decls[f], seen)
		}
		return slices.ContainsFunc(c.Args, p.isToken) // code out of sight gets the token
	})
}

// keyfuncReadsAlg reports whether a keyfunc of a verification reads the algorithm of the token.
func (p *Reader) keyfuncReadsAlg(c *calls.Call) bool {
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	return slices.ContainsFunc(keyfuncs, func(e ast.Expr) bool {
		return slices.ContainsFunc(p.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
			return o.Func != nil && p.readsAlg(o.Func, map[ast.Node]bool{})
		})
	})
}

// isToken reports whether an expression is a token as a Go value.
func (p *Reader) isToken(e ast.Expr) bool {
	obj := typing.TypeName(typing.Deref(typing.OrInvalid(p.Info.TypeOf(e))))
	return obj != nil && model.Of(obj, "").Means(model.TypeRole, model.Token)
}

// AcceptedNames returns the names of the algorithms that a verification accepts, as far as they
// are constant, and the last of the expressions that list them.
func (p *Reader) AcceptedNames(c *calls.Call) (names []string, at ast.Node) {
	args, _ := p.Calls.Resolve(c, model.Methods)
	for _, e := range args {
		for _, in := range p.Origin.Elements(e) {
			if algs := p.algorithms(in); len(algs) > 0 {
				names, at = append(names, algs...), in
			}
		}
	}
	return names, at
}

// algorithms returns the names of the algorithms that an expression can stand for, none where that is
// not known.
func (p *Reader) algorithms(e ast.Expr) (out []string) {
	if texts := p.Origin.Strings(e); len(texts) == 1 {
		return texts
	}
	for _, o := range p.Origin.Trace(e).Origins {
		sig := model.Of(o.Obj, "")
		if sig != nil && sig.Verb == model.Alg && !slices.Contains(out, string(sig.Result(0))) {
			out = append(out, string(sig.Result(0)))
		}
	}
	if len(out) > 0 {
		return out
	}
	if c, ok := ast.Unparen(e).(*ast.CallExpr); ok { // jwt.SigningMethodHS256.Alg()
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && len(c.Args) == 0 {
			return p.algorithms(sel.X)
		}
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if ok && p.Info.Selections[sel] != nil { // jwt.SigningMethodHS256.Name
		return p.algorithms(sel.X)
	}
	return nil
}
