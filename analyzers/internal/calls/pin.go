package calls

import (
	"go/ast"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Pins reports whether a verification says which algorithms it accepts (RFC 8725 section 3.1): by an option, a field or an
// argument, in its keyfunc, or by a look at the token's algorithm afterwards. seen is false where that cannot be told.
func (p *Package) Pins(c *Call) (pins, seen bool) {
	if c.Via != nil || p.Pinned(c) {
		return true, true
	}
	_, seen = p.Options(c)
	keyfuncs, _ := p.Resolve(c, model.Keyfunc)
	for _, e := range keyfuncs {
		for _, o := range p.Of(e).Births {
			switch {
			case o.Kind != origin.Func || o.Fn == nil:
				seen = false // a set of keys, each of which says what it is for, or code that is not seen
			case p.looksAtMethod(o.Fn, map[ast.Node]bool{}):
				return true, true
			}
		}
	}
	y := p.Yield(c)
	for _, e := range p.Syntax().Selectors {
		if p.methodOf(e) && y.carries(p.pass.TypesInfo.TypeOf(e.X)) && y.Is(e.X) {
			return true, true
		}
	}
	return false, seen
}

// methodOf reports whether a selector reads the algorithm of a token: its method, or that entry of its header.
func (p *Package) methodOf(e *ast.SelectorExpr) bool {
	sel := p.pass.TypesInfo.Selections[e]
	v, ok := sel.Obj().(*types.Var)
	if !ok {
		return false
	}
	sig := model.Of(v.Origin(), origin.OwnerName(sel))
	if sig == nil {
		return false
	}
	if sig.Result(0) == model.Jose {
		index, ok := p.Outer(e).(*ast.IndexExpr)
		return !ok || p.text(index.Index) == "" || p.text(index.Index) == "alg"
	}
	return sig.Result(0) == model.Method
}

// looksAtMethod reports whether a keyfunc, or a function of this package that it calls, reads the algorithm of a token. seen
// holds the functions that were looked at.
func (p *Package) looksAtMethod(fn ast.Node, seen map[ast.Node]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	if slices.ContainsFunc(p.Syntax().Selectors, func(e *ast.SelectorExpr) bool { return within(e) && p.methodOf(e) }) {
		return true
	}
	return slices.ContainsFunc(p.Tracer.Calls, func(c *ast.CallExpr) bool {
		if !within(c) {
			return false
		}
		f, ok := p.callee(c).(*types.Func)
		if ok && p.Decl(f) != nil {
			return p.looksAtMethod(p.Decl(f), seen)
		}
		return slices.ContainsFunc(c.Args, p.isToken) // code that is not seen gets the token
	})
}

// isToken reports whether an expression is a token as a Go value.
func (p *Package) isToken(e ast.Expr) bool {
	obj := typeName(deref(typeOr(p.pass.TypesInfo.TypeOf(e))))
	if obj == nil {
		return false
	}
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.Carry && sig.Result(0) == model.Token
}

var (
	publicWord  = regexp.MustCompile(`public|pub_?(key|pem)|\.crt$|\.pub$`)
	privateWord = regexp.MustCompile(`priv|secret`)
)

// PublicText returns a place where the verification gets the text of a public key as its key, rather than the key that the
// text stands for, nil for none: HMAC takes any text.
func (p *Package) PublicText(c *Call) ast.Node {
	for _, e := range p.keyExprs(c) {
		if t := firstOf(p.pass.TypesInfo.TypeOf(e)); t == nil || !textual(t) || types.IsInterface(t) {
			continue
		}
		for _, o := range p.Of(e).Births {
			public := o.Kind == origin.Public || len(o.Names) > 0 && !slices.ContainsFunc(o.Names, func(n string) bool {
				n = path.Base(strings.ToLower(n)) // certs/key.pem is a key in a folder of certificates
				return !publicWord.MatchString(n) || privateWord.MatchString(n)
			})
			if public && o.At != nil && !o.Hashed {
				return o.At
			}
		}
	}
	return nil
}

// firstOf returns the type of the first of several results, or the type itself.
func firstOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// keyExprs returns the expressions that are the key of a verification: arguments, and what its keyfuncs return.
func (p *Package) keyExprs(c *Call) []ast.Expr {
	keys, _ := p.Resolve(c, model.Key)
	keyfuncs, _ := p.Resolve(c, model.Keyfunc)
	out := slices.Clone(keys)
	for _, e := range keyfuncs {
		for _, o := range p.Of(e).Births {
			if o.Kind != origin.Func || o.Fn == nil {
				continue
			}
			for _, r := range p.Returns()[o.Fn] {
				if len(r.Results) > 0 {
					out = append(out, r.Results[0])
				}
			}
		}
	}
	return out
}

// AnyKey reports whether the type of the key of a verification says nothing of what it is.
func (p *Package) AnyKey(c *Call) bool {
	return slices.ContainsFunc(p.keyExprs(c), func(e ast.Expr) bool {
		t := p.pass.TypesInfo.TypeOf(e)
		return t != nil && types.IsInterface(t) && !p.pass.TypesInfo.Types[e].IsNil() && !isError(t)
	})
}

// Accepted returns the names of the algorithms that a verification accepts, as far as they are constant, and where they
// are listed.
func (p *Package) Accepted(c *Call) (names []string, at ast.Node) {
	args, _ := p.Resolve(c, model.Methods)
	for _, e := range args {
		for _, in := range p.Elements(e) {
			if alg := p.algorithm(in); alg != "" {
				names, at = append(names, alg), in
			}
		}
	}
	return names, at
}

// algorithm returns the name of the one algorithm that an expression stands for, "" where that is not known.
func (p *Package) algorithm(e ast.Expr) string {
	if texts := p.Texts(e); len(texts) == 1 {
		return texts[0]
	}
	for _, o := range p.Of(e).Births {
		if sig := model.Of(o.Obj, ""); sig != nil && sig.Verb == model.Alg {
			return string(sig.Result(0))
		}
	}
	if c, ok := ast.Unparen(e).(*ast.CallExpr); ok { // jwt.SigningMethodHS256.Alg()
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && len(c.Args) == 0 {
			return p.algorithm(sel.X)
		}
	}
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && p.pass.TypesInfo.Selections[sel] != nil { // .Name
		return p.algorithm(sel.X)
	}
	return ""
}

// SignedWith returns the one algorithm by which this package signs with the key of a verification, "" where it signs with
// several or none.
func (p *Package) SignedWith(c *Call) model.Role {
	var alg model.Role
	for _, s := range p.signers(c) {
		a := p.Alg(s)
		if a == "" || alg != "" && a != alg {
			return ""
		}
		alg = a
	}
	return alg
}

// signers returns the calls of this package that sign with the key of a verification.
func (p *Package) signers(c *Call) []*Call {
	var out []*Call
	for _, s := range p.Calls {
		if s.Verb == model.Sign && s.Via == nil && p.sharesKey(s, c) {
			out = append(out, s)
		}
	}
	return out
}

// sharesKey reports whether two calls use the same key.
func (p *Package) sharesKey(a, b *Call) bool {
	x, y := p.Key(a), p.Key(b)
	h := held{map[spot]bool{}, map[*types.Var]bool{}}
	h.add(x)
	return slices.ContainsFunc(y.Births, func(o origin.Origin) bool { return o.Kind != origin.Unknown && h.has(o) }) ||
		slices.ContainsFunc(y.Through, func(v *types.Var) bool { return slices.Contains(x.Through, v) })
}
