package denylist

// This file finds questions of which only names say that they ask a deny list. What they answer is
// the custom of Go: a value and an error.
//
//	revoked, err := s.revocations.IsRevoked(ctx, jti)
//	client.RevokedToken.Query().Where(revokedtoken.Jti(jti)).Exist(ctx)
//	cache.Get(ctx, "blacklist:"+token)
//	store.Get[bool](ctx, "revoked:"+jti)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// byName returns the question that a call of a function is, of which only the name, or the key that
// it gets, says that it asks a deny list, and that can fail: it returns an error last.
func (p *Reader) byName(c *ast.CallExpr, obj types.Object) *Question {
	if obj == nil || p.Info.Types[c.Fun].IsType() {
		return nil
	}
	sig, ok := typing.OrInvalid(p.Info.TypeOf(c.Fun)).Underlying().(*types.Signature) // Get[bool]
	if !ok {
		return nil
	}
	q := &Question{Call: c, Says: true, found: true, missing: true}
	switch results := sig.Results(); {
	case results.Len() == 1 && hasError(results.At(0).Type()):
	case results.Len() == 2 && typing.IsError(results.At(1).Type()):
		answer, basic := results.At(0).Type().Underlying().(*types.Basic)
		if !basic {
			return nil
		}
		q.missing = answer.Info()&types.IsBoolean == 0
	default:
		return nil
	}
	if p.converts(c) {
		return nil
	}
	q.Keys = slices.Concat(c.Args, p.chained(c))
	if !p.chainDenies(c) && !p.Denies(q.Keys) && !q.asksDenied(p) && !p.inDenial(c) {
		return nil
	}
	return q
}

// converts reports whether a call only converts the answer of another one, that it is called on or
// that it gets. So does one at the end of a chain that is longer than the bound: it asks nothing.
func (p *Reader) converts(c *ast.CallExpr) bool {
	for range maxChain {
		if len(c.Args) > 0 {
			if _, tuple := p.Info.TypeOf(c.Args[0]).(*types.Tuple); tuple {
				return true
			}
		}
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if c, ok = ast.Unparen(sel.X).(*ast.CallExpr); !ok {
			return false
		}
		if p.question(c) != nil {
			return true
		}
	}
	return true
}

// chainDenies reports whether one of the names by which a call is reached is that of a deny list:
//
//	s.blacklist.Contains(ctx, jti)
//	client.RevokedToken.Query().Where(token.Jti(jti)).Exist(ctx)
func (p *Reader) chainDenies(c *ast.CallExpr) bool {
	var e ast.Expr = c
	for range 2 * maxChain { // a selector for each call
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			e = x.Fun
		case *ast.SelectorExpr:
			if names.Denial(x.Sel.Name) {
				return true
			}
			e = x.X
		case *ast.Ident:
			return names.Denial(x.Name)
		default:
			return false
		}
	}
	return false
}

// hasError reports whether a type has a method Err that returns an error, as the results of
// commands have.
func hasError(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Err")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Results().Len() == 1 &&
		typing.IsError(fn.Signature().Results().At(0).Type())
}

// inDenial reports whether a call stands in a function that answers by a bool whether something is
// in a deny list, by its name.
func (p *Reader) inDenial(c *ast.CallExpr) bool {
	d, ok := p.Index.FuncAt(c.Pos()).(*ast.FuncDecl)
	if !ok || !names.Denial(d.Name.Name) {
		return false
	}
	sig := p.Index.Signature(d)
	return sig != nil && sig.Results().Len() > 0 && typing.IsBool(sig.Results().At(0).Type())
}
