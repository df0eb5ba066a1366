package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Read is a place where something of a token is used.
type Read struct {
	ast.Expr
	Claim string // which claim; "" where it can be any, as where the claims are handed on as a whole
}

// Reads returns the places that use what a token says: claims by name, claims handed on as a whole. That a claim is copied
// to a variable is no use.
func (y *Result) Reads() []Read {
	var out []Read
	p := y.pkg
	x := p.Index.Forward()
	for _, e := range x.Indexes {
		if y.MayHold(p.Info.TypeOf(e.X)) && y.Is(e.X) && !p.target(e) {
			names := p.Origin.Strings(e.Index) // several where the callers of a helper say which
			if _, only := p.Origin.Constants(e.Index); !only || len(names) == 0 {
				names = append(names, "") // and some who do not
			}
			for _, name := range names {
				out = append(out, Read{e, name})
			}
		}
	}
	for _, e := range x.Selectors {
		if y.MayHold(p.Info.TypeOf(e.X)) && y.Is(e.X) && !p.target(e) {
			if name, ok := y.member(e); ok {
				out = append(out, Read{e, name})
			}
		}
	}
	for _, s := range x.Ranges {
		if y.MayHold(p.Info.TypeOf(s.X)) && y.Is(s.X) {
			out = append(out, Read{s.X, ""})
		}
	}
	return slices.Concat(out, y.handed(), y.returned())
}

// target reports whether an expression is what an assignment writes to.
func (p *Reader) target(e ast.Expr) bool {
	a, ok := p.Index.Outer(e).(*ast.AssignStmt)
	return ok && slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return ast.Unparen(l) == e })
}

// member returns the claim that a field or method of a token or of its claims stands for; ok is false for parts that are
// no claim.
func (y *Result) member(e *ast.SelectorExpr) (name string, ok bool) {
	sel := y.pkg.Info.Selections[e]
	if fn, method := sel.Obj().(*types.Func); method {
		sig := model.Of(fn.Origin(), "")
		if sig != nil && sig.Verb != model.Pick && sig.Verb != model.Read && sig.Index(model.Filled) < 0 {
			return "", false // a check of claims, a signature
		}
		if raw(fn.Signature().Results()) {
			return "", false // what they are decoded into is read
		}
		if c, ok := y.pkg.Index.Outer(e).(*ast.CallExpr); ok && len(c.Args) > 0 {
			return y.pkg.Index.Text(c.Args[0]), true
		}
		return standard(fn.Name()), true
	}
	f, _ := sel.Obj().(*types.Var)
	if model.Of(f.Origin(), typing.OwnerName(sel)) != nil {
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
		st := typing.StructOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			name, _ := claims.ClaimName(st, n)
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
	return results.Len() == 1 && typing.IsByteSlice(results.At(0).Type())
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
func (y *Result) handed() []Read {
	var out []Read
	p := y.pkg
	for _, c := range p.Index.Calls {
		if c == y.Node || p.Info.Types[c.Fun].IsType() || p.Info.Types[c.Fun].IsBuiltin() {
			continue
		}
		obj := p.Index.Callee(c)
		if fn, ok := obj.(*types.Func); ok && p.Index.Decls[fn] != nil {
			continue // its reads are seen
		}
		sig := model.Of(obj, "")
		for i, a := range c.Args {
			if sig != nil && (sig.Arg(i) == model.Claims || sig.Arg(i) == model.Object || sig.Arg(i) == model.Filled || sig.Verb == model.Log) {
				continue
			}
			if y.MayHold(p.Info.TypeOf(a)) && y.Is(a) {
				out = append(out, Read{a, p.askedClaim(c.Args)})
			}
		}
	}
	for _, s := range p.Index.Stores {
		if s.Value != nil && y.MayHold(p.Info.TypeOf(s.Value)) && y.Is(s.Value) && !y.Is(s.Base) {
			out = append(out, Read{s.Value, ""})
		}
	}
	return out
}

// askedClaim returns the registered claim (RFC 7519 section 4.1) that a helper is asked for which is given claims, "" where it is
// told nothing of the kind: any other text can be the name under which it keeps them.
func (p *Reader) askedClaim(args []ast.Expr) string {
	for _, a := range args {
		if text := p.Index.Text(a); model.Role(text).Claim() {
			return text
		}
	}
	return ""
}

// returned returns the places where an exported function hands the claims to its callers and nothing that says whether
// they can be believed.
func (y *Result) returned() []Read {
	var out []Read
	p := y.pkg
	for fn, rs := range p.Index.Returns {
		d, ok := fn.(*ast.FuncDecl)
		if !ok || !d.Name.IsExported() {
			continue
		}
		for _, r := range rs {
			if slices.ContainsFunc(r.Results, func(e ast.Expr) bool { return typing.SaysFailure(p.Info.TypeOf(e)) }) {
				continue
			}
			for _, e := range r.Results {
				if y.MayHold(p.Info.TypeOf(e)) && y.Is(e) {
					out = append(out, Read{e, ""})
				}
			}
		}
	}
	return out
}
