package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Read is a place where something of a token is used.
type Read struct {
	ast.Expr
	Claim string // which claim; "" where it can be any, as where the claims are handed on as a whole
}

// Reads returns the places that use what a token says: claims by name, claims handed on as a whole. That a claim is copied
// to a variable is no use.
func (y *Yield) Reads() []Read {
	var out []Read
	p := y.pkg
	x := p.Syntax()
	for _, e := range x.Indexes {
		if y.carries(p.pass.TypesInfo.TypeOf(e.X)) && y.Is(e.X) && !p.target(e) {
			names := p.Texts(e.Index) // several where the callers of a helper say which
			if _, only := p.Constants(e.Index); !only || len(names) == 0 {
				names = append(names, "") // and some who do not
			}
			for _, name := range names {
				out = append(out, Read{e, name})
			}
		}
	}
	for _, e := range x.Selectors {
		if y.carries(p.pass.TypesInfo.TypeOf(e.X)) && y.Is(e.X) && !p.target(e) {
			if name, ok := y.member(e); ok {
				out = append(out, Read{e, name})
			}
		}
	}
	for _, s := range x.Ranges {
		if y.carries(p.pass.TypesInfo.TypeOf(s.X)) && y.Is(s.X) {
			out = append(out, Read{s.X, ""})
		}
	}
	return slices.Concat(out, y.handed(), y.returned())
}

// target reports whether an expression is what an assignment writes to.
func (p *Package) target(e ast.Expr) bool {
	a, ok := p.Outer(e).(*ast.AssignStmt)
	return ok && slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return ast.Unparen(l) == e })
}

// member returns the claim that a field or method of a token or of its claims stands for; ok is false for parts that are
// no claim.
func (y *Yield) member(e *ast.SelectorExpr) (name string, ok bool) {
	sel := y.pkg.pass.TypesInfo.Selections[e]
	if fn, method := sel.Obj().(*types.Func); method {
		sig := model.Of(fn.Origin(), "")
		if sig != nil && sig.Verb != model.Pick && sig.Verb != model.Read && sig.Index(model.Filled) < 0 {
			return "", false // a check of claims, a signature
		}
		if raw(fn.Signature().Results()) {
			return "", false // what they are decoded into is read
		}
		if c, ok := y.pkg.Outer(e).(*ast.CallExpr); ok && len(c.Args) > 0 {
			return y.pkg.text(c.Args[0]), true
		}
		return standard(fn.Name()), true
	}
	f, _ := sel.Obj().(*types.Var)
	if model.Of(f.Origin(), origin.OwnerName(sel)) != nil {
		return "", false // a part of the token: its header, its claims as a whole
	}
	if f.Embedded() {
		return "", false // the selector around it says which
	}
	return claimOf(sel), true
}

// claimOf returns the name of the claim that a selected field of a struct holds.
func claimOf(sel *types.Selection) string {
	typ := sel.Recv()
	for i, n := range sel.Index() {
		st := structOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			name, _ := ClaimName(st, n)
			if known := standard(name); known != "" {
				return known
			}
			return name
		}
		typ = st.Field(n).Type()
	}
	return ""
}

// raw reports whether a method yields the claims as text.
func raw(results *types.Tuple) bool {
	if results.Len() != 1 {
		return false
	}
	s, ok := results.At(0).Type().Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// standard returns the registered claim (RFC 7519 section 4.1) that a field or method is called after, "" for others.
func standard(name string) string {
	switch name {
	case "Issuer", "GetIssuer":
		return "iss"
	case "Subject", "GetSubject":
		return "sub"
	case "Audience", "GetAudience":
		return "aud"
	case "Expiration", "ExpirationTime", "GetExpirationTime", "Expires", "ExpiresAt", "Expiry":
		return "exp"
	case "NotBefore", "GetNotBefore":
		return "nbf"
	case "IssuedAt", "GetIssuedAt":
		return "iat"
	case "JwtID", "ID":
		return "jti"
	}
	return ""
}

// handed returns the places where the claims as a whole are given to code that is not seen, stored or sent.
func (y *Yield) handed() []Read {
	var out []Read
	p := y.pkg
	for _, c := range p.Tracer.Calls {
		if c == y.Node || p.pass.TypesInfo.Types[c.Fun].IsType() || p.pass.TypesInfo.Types[c.Fun].IsBuiltin() {
			continue
		}
		obj := p.callee(c)
		if fn, ok := obj.(*types.Func); ok && p.Decl(fn) != nil {
			continue // its reads are seen
		}
		sig := model.Of(obj, "")
		for i, a := range c.Args {
			if sig != nil && (sig.Arg(i) == model.Claims || sig.Arg(i) == model.Object || sig.Arg(i) == model.Filled || sig.Verb == model.Log) {
				continue
			}
			if y.carries(p.pass.TypesInfo.TypeOf(a)) && y.Is(a) {
				out = append(out, Read{a, p.asked(c.Args)})
			}
		}
	}
	for _, s := range p.Stores {
		if s.Value != nil && y.carries(p.pass.TypesInfo.TypeOf(s.Value)) && y.Is(s.Value) && !y.Is(s.Base) {
			out = append(out, Read{s.Value, ""})
		}
	}
	return out
}

// asked returns the registered claim (RFC 7519 section 4.1) that a helper is asked for which is given claims, "" where it is
// told nothing of the kind: any other text can be the name under which it keeps them.
func (p *Package) asked(args []ast.Expr) string {
	for _, a := range args {
		if text := p.text(a); model.Role(text).Claim() {
			return text
		}
	}
	return ""
}

// returned returns the places where an exported function hands the claims to its callers and nothing that says whether
// they can be believed.
func (y *Yield) returned() []Read {
	var out []Read
	p := y.pkg
	for fn, rs := range p.Returns() {
		d, ok := fn.(*ast.FuncDecl)
		if !ok || !d.Name.IsExported() {
			continue
		}
		for _, r := range rs {
			if slices.ContainsFunc(r.Results, func(e ast.Expr) bool { return tells(p.pass.TypesInfo.TypeOf(e)) }) {
				continue
			}
			for _, e := range r.Results {
				if y.carries(p.pass.TypesInfo.TypeOf(e)) && y.Is(e) {
					out = append(out, Read{e, ""})
				}
			}
		}
	}
	return out
}

// tells reports whether a result of the type can say that others are not to be used.
func tells(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Info()&types.IsBoolean != 0 || b.Kind() == types.UntypedNil) || isError(t) || types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}
