package algorithm

import (
	"go/ast"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// Reader tells which algorithms the verifications of a package accept.
type Reader struct {
	calls.View
	uses *uses.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader) *Reader { return &Reader{p.View, u} }

// isPinned reports whether something other than a keyfunc says which algorithms a verifying call accepts: an argument, an
// option, or the library.
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

// PinsAlg reports whether a verification says which algorithms it accepts (RFC 8725 section 3.1): by an option, a field or an
// argument, in its keyfunc, or by a look at the token's algorithm afterwards. seen is false where that cannot be told.
func (p *Reader) PinsAlg(c *calls.Call) (pins, seen bool) {
	if c.Via != nil || p.isPinned(c) {
		return true, true
	}
	_, seen = p.Calls.Options(c)
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			switch {
			case o.Kind != origin.Func || o.Func == nil:
				seen = false // a set of keys, each of which says what it is for, or code that is not seen
			case p.looksAtMethod(o.Func, map[ast.Node]bool{}):
				return true, true
			}
		}
	}
	y := p.uses.Result(c)
	for _, e := range p.Index.Forward().Selectors {
		if p.methodOf(e) && y.MayHold(p.Info.TypeOf(e.X)) && y.Is(e.X) {
			return true, true
		}
	}
	return false, seen
}

// methodOf reports whether a selector reads the algorithm of a token: its method, or that entry of its header.
func (p *Reader) methodOf(e *ast.SelectorExpr) bool {
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

// looksAtMethod reports whether a keyfunc, or a function of this package that it calls, reads the algorithm of a token. seen
// holds the functions that were looked at.
func (p *Reader) looksAtMethod(fn ast.Node, seen map[ast.Node]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	if slices.ContainsFunc(p.Index.Forward().Selectors, func(e *ast.SelectorExpr) bool { return within(e) && p.methodOf(e) }) {
		return true
	}
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		if !within(c) {
			return false
		}
		f, ok := p.Index.Callee(c).(*types.Func)
		if ok && p.Index.Decls[f] != nil {
			return p.looksAtMethod(p.Index.Decls[f], seen)
		}
		return slices.ContainsFunc(c.Args, p.isToken) // code that is not seen gets the token
	})
}

// isToken reports whether an expression is a token as a Go value.
func (p *Reader) isToken(e ast.Expr) bool {
	obj := typing.TypeName(typing.Deref(typing.OrInvalid(p.Info.TypeOf(e))))
	if obj == nil {
		return false
	}
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.TypeRole && sig.Result(0) == model.Token
}

var (
	publicWord  = regexp.MustCompile(`public|pub_?(key|pem)|\.crt$|\.pub$`)
	privateWord = regexp.MustCompile(`priv|secret`)
)

// PublicText returns a place where the verification gets the text of a public key as its key, rather than the key that the
// text stands for, nil for none: HMAC takes any text.
func (p *Reader) PublicText(c *calls.Call) ast.Node {
	for _, e := range p.keyExprs(c) {
		if t := typing.FirstOf(p.Info.TypeOf(e)); t == nil || !typing.MayHoldText(t) || types.IsInterface(t) {
			continue
		}
		for _, o := range p.Origin.Trace(e).Origins {
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

// keyExprs returns the expressions that are the key of a verification: arguments, and what its keyfuncs return.
func (p *Reader) keyExprs(c *calls.Call) []ast.Expr {
	keys, _ := p.Calls.Resolve(c, model.Key)
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	out := slices.Clone(keys)
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Kind != origin.Func || o.Func == nil {
				continue
			}
			for _, r := range p.Index.Returns[o.Func] {
				if len(r.Results) > 0 {
					out = append(out, r.Results[0])
				}
			}
		}
	}
	return out
}

// AnyKey reports whether the type of the key of a verification says nothing of what it is.
func (p *Reader) AnyKey(c *calls.Call) bool {
	return slices.ContainsFunc(p.keyExprs(c), func(e ast.Expr) bool {
		t := p.Info.TypeOf(e)
		return t != nil && types.IsInterface(t) && !p.Info.Types[e].IsNil() && !typing.IsError(t)
	})
}

// Accepted returns the names of the algorithms that a verification accepts, as far as they are constant, and where they
// are listed.
func (p *Reader) Accepted(c *calls.Call) (names []string, at ast.Node) {
	args, _ := p.Calls.Resolve(c, model.Methods)
	for _, e := range args {
		for _, in := range p.Origin.Elements(e) {
			if alg := p.algorithm(in); alg != "" {
				names, at = append(names, alg), in
			}
		}
	}
	return names, at
}

// algorithm returns the name of the one algorithm that an expression stands for, "" where that is not known.
func (p *Reader) algorithm(e ast.Expr) string {
	if texts := p.Origin.Strings(e); len(texts) == 1 {
		return texts[0]
	}
	for _, o := range p.Origin.Trace(e).Origins {
		if sig := model.Of(o.Obj, ""); sig != nil && sig.Verb == model.Alg {
			return string(sig.Result(0))
		}
	}
	if c, ok := ast.Unparen(e).(*ast.CallExpr); ok { // jwt.SigningMethodHS256.Alg()
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && len(c.Args) == 0 {
			return p.algorithm(sel.X)
		}
	}
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && p.Info.Selections[sel] != nil { // .Name
		return p.algorithm(sel.X)
	}
	return ""
}

// SignedWith returns the one algorithm by which this package signs with the key of a verification, "" where it signs with
// several or none.
func (p *Reader) SignedWith(c *calls.Call) model.Role {
	var alg model.Role
	for _, s := range p.Signers(c) {
		a := p.Calls.Alg(s)
		if a == "" || alg != "" && a != alg {
			return ""
		}
		alg = a
	}
	return alg
}

// Signers returns the calls of this package that sign with the key of a verification.
func (p *Reader) Signers(c *calls.Call) []*calls.Call {
	var out []*calls.Call
	for _, s := range p.Calls.All {
		if s.Verb == model.Sign && s.Via == nil && p.sharesKey(s, c) {
			out = append(out, s)
		}
	}
	return out
}

// sharesKey reports whether two calls use the same key.
func (p *Reader) sharesKey(a, b *calls.Call) bool {
	x, y := p.Calls.Key(a), p.Calls.Key(b)
	h := origin.NewSet(x)
	return slices.ContainsFunc(y.Origins, func(o origin.Origin) bool { return o.Kind != origin.Unknown && h.Has(o) }) ||
		slices.ContainsFunc(y.Through, func(v *types.Var) bool { return slices.Contains(x.Through, v) })
}
