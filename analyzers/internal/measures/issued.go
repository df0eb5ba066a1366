package measures

// This file looks at the claim iat of tokens that are read:
//
//	int64(claims["iat"].(float64)) < user.ChangedAt.Unix()  // IsIssuedAt
//	claims.IssuedAt.Before(user.ChangedAt)                  // IsIssueDate

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Ages finds when tokens were issued, as the code reads it.
type Ages struct{ View calls.View }

// UnitOf returns the unit of the number that a method of an instant returns.
func (p Ages) UnitOf(e ast.Expr) model.Role {
	call, ok := p.bare(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	sig, _ := p.View.Index.Row(call)
	if sig == nil || sig.Verb != model.Time || !sig.Method || sig.Recv != model.Instant {
		return ""
	}
	return sig.Result(0)
}

// bare returns an expression without conversions and type assertions around it.
func (p Ages) bare(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		switch x := e.(type) {
		case *ast.CallExpr:
			if !p.View.Info.Types[x.Fun].IsType() || len(x.Args) != 1 {
				return e
			}
			e = x.Args[0]
		case *ast.TypeAssertExpr:
			e = x.X
		default:
			return e
		}
	}
}

// IsIssuedAt reports whether an expression is the number of the claim iat, or a variable that is
// given it and nothing else.
func (p Ages) IsIssuedAt(e ast.Expr) bool {
	e = p.bare(e)
	if id, ok := e.(*ast.Ident); ok {
		v, _ := p.View.Info.ObjectOf(id).(*types.Var)
		w := p.View.Index.Writes[v]
		if v == nil || len(w) != 1 || w[0].Value == nil || w[0].Result != 0 || w[0].Elem {
			return false
		}
		e = p.bare(w[0].Value)
	}
	switch e := e.(type) {
	case *ast.IndexExpr:
		return p.View.Index.Text(e.Index) == string(model.Iat) && p.ofClaims(e.X)
	case *ast.SelectorExpr:
		b, ok := typing.OrInvalid(p.View.Info.TypeOf(e)).Underlying().(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && p.ClaimOf(e) == string(model.Iat)
	case *ast.CallExpr: // claims.IssuedAt.Unix()
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		return ok && p.UnitOf(e) == model.Seconds && p.IsIssueDate(sel.X)
	}
	return false
}

// IsIssueDate reports whether an expression is the claim iat as a date: claims.IssuedAt, or
// claims.IssuedAt.Time.
func (p Ages) IsIssueDate(e ast.Expr) bool {
	of := ast.Unparen(e)
	if t, ok := of.(*ast.SelectorExpr); ok && p.ClaimOf(t) == "" {
		of = ast.Unparen(t.X)
	}
	t, ok := of.(*ast.SelectorExpr)
	return ok && p.ClaimOf(t) == string(model.Iat)
}

// ofClaims reports whether a value has a type of a library that handles tokens.
func (p Ages) ofClaims(e ast.Expr) bool {
	return model.OfTokens(typing.TypeName(typing.Deref(typing.OrInvalid(p.View.Info.TypeOf(e)))))
}

// ClaimOf returns the claim that a field of a library's claims holds, "" for other fields.
func (p Ages) ClaimOf(e *ast.SelectorExpr) string {
	sel := p.View.Info.Selections[e]
	if sel == nil || sel.Kind() != types.FieldVal || !model.OfTokens(sel.Obj()) {
		return ""
	}
	return uses.Selected(sel)
}
