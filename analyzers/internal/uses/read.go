package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Read is an expression that uses claims of a token:
//
//	claims["role"]        // by name
//	claims.Subject        // by field
//	token.Subject()       // by getter
//	for k := range claims // as a whole
//	handle(claims)        // as a whole
type Read struct {
	ast.Expr
	Claim string // the name of the claim, "" for the claims as a whole or an unknown name
}

// Reads returns the expressions that use claims of the token, by name or as a whole. The list is
// the same for all who ask.
func (res *Result) Reads() []Read {
	if res.reads == nil {
		res.reads = append([]Read{}, res.find()...)
	}
	return slices.Clip(res.reads)
}

// find is remembered by Reads.
func (res *Result) find() []Read {
	var out []Read
	for _, at := range res.reader.placesOf(res) {
		switch e := at.node.(type) {
		case *ast.IndexExpr:
			for _, name := range res.reader.namesOf(e) {
				out = append(out, Read{e, name})
			}
		case *ast.SelectorExpr:
			if name, ok := res.claimOfMember(e); ok {
				out = append(out, Read{e, name})
			}
		case nil:
			switch {
			case at.call == nil:
				out = append(out, Read{at.of, ""})
			case at.call != res.Node:
				out = append(out, Read{at.of, res.reader.claimArg(at.call.Args)})
			}
		}
	}
	return out
}

// namesOf returns the names of the claims that an index expression reads, with "" where some are not
// known: callers of a helper can choose.
func (p *Reader) namesOf(e *ast.IndexExpr) []string {
	names := p.Origin.Strings(e.Index)
	if _, only := p.Origin.Constants(e.Index); !only || len(names) == 0 {
		names = append(names, "")
	}
	return names
}

// isAssigned reports whether an expression is what an assignment writes to.
func (p *Reader) isAssigned(e ast.Expr) bool {
	a, ok := p.Index.Outer(e).(*ast.AssignStmt)
	return ok && slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return ast.Unparen(l) == e })
}

// claimOfMember returns the claim that a field or method of a token or of its claims stands for;
// ok is false for parts that are no claim.
func (res *Result) claimOfMember(e *ast.SelectorExpr) (name string, ok bool) {
	sel := res.reader.Info.Selections[e]
	if fn, method := sel.Obj().(*types.Func); method {
		sig := model.Of(fn.Origin(), "")
		reads := sig == nil || sig.Verb == model.Pick || sig.Verb == model.Read
		if !reads && sig.Index(model.Filled) < 0 {
			return "", false // a check of claims, a signature
		}
		if returnsBytes(fn) {
			return "", false // the value that the bytes are decoded into is read
		}
		if c, ok := res.reader.Index.Outer(e).(*ast.CallExpr); ok && len(c.Args) > 0 {
			return res.reader.Index.Text(c.Args[0]), true
		}
		return model.RegisteredClaim(fn.Name()), true
	}
	f, _ := sel.Obj().(*types.Var)
	if model.Of(f.Origin(), typing.OwnerName(sel)) != nil {
		return "", false // a part of the token: its header, its claims as a whole
	}
	if f.Embedded() {
		return "", false // the selector around it names the claim
	}
	name = Selected(sel)
	if known := model.RegisteredClaim(name); known != "" {
		name = known
	}
	return name, true
}

// returnsBytes reports whether a method returns nothing but bytes, such as the claims as JSON.
func returnsBytes(fn *types.Func) bool {
	results := fn.Signature().Results()
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

// ignoresArg reports whether a modelled call makes no use of the claims in argument i: it checks,
// fills or logs them, or decodes them into what is read instead.
func ignoresArg(sig *model.Sig, i int) bool {
	if sig == nil {
		return false
	}
	r := sig.Arg(i)
	return r == model.Claims || r == model.Object || r == model.Filled || sig.Verb == model.Log ||
		r == model.From && sig.Verb == model.Fill
}

// claimArg returns the registered claim (RFC 7519 section 4.1) that a helper gets the name of,
// beside the claims, "" where there is none: any other text can be the name under which it keeps
// them.
//
//	claimString(claims, "sub")
func (p *Reader) claimArg(args []ast.Expr) string {
	for _, a := range args {
		if text := p.Index.Text(a); model.Role(text).Claim() {
			return text
		}
	}
	return ""
}

// Selected returns the name of the claim that a selected field of a struct holds, as encoding/json
// writes it; "" where that is not known.
func Selected(sel *types.Selection) string {
	typ := sel.Recv()
	for i, n := range sel.Index() {
		st := typing.StructOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			name, _ := claims.ClaimName(st, n)
			return name
		}
		typ = st.Field(n).Type()
	}
	return ""
}
