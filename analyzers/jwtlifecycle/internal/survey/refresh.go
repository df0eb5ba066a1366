package survey

// This file looks for new refresh tokens:
//
//	refreshToken, err := issue(claims.Subject, week) // named so
//	pair, err := tokens.GeneratePair(claims.Subject) // a field of what a call returns
//	next, err := s.tokens.NewRefreshToken(user)      // of another package, or behind an interface

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// refreshIn returns the expression of a function that is a new token and is named after refresh
// tokens, nil for none; and the function that has to sign it, nil where one does.
func (s *surveyor) refreshIn(fn ast.Node) (at ast.Node, sign *types.Func) {
	ast.Inspect(fn, func(n ast.Node) bool {
		if at != nil {
			return false
		}
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		switch e := e.(type) {
		case *ast.CallExpr:
			if makes, by := s.makesRefresh(e); makes {
				at, sign = e, by
			}
		case *ast.Ident, *ast.SelectorExpr:
			v, ok := s.Index.Used(e).(*types.Var)
			kv, _ := s.Index.Outer(e).(*ast.KeyValueExpr) // of which the value counts
			if ok && isRefresh(v.Name()) && (kv == nil || kv.Key != e) && !isCompared(s, e) && isNew(s, e, fn) {
				at = e
			}
		case *ast.KeyValueExpr:
			if isRefresh(syntax.NameOf(e.Key)+s.Index.Text(e.Key)) && isNew(s, e.Value, fn) {
				at = e.Value
			}
		}
		return at == nil
	})
	return at, sign
}

// isNew reports whether an expression is a token, and not a parameter of the function as it was
// handed over: the old one, which the function returns beside a new access token.
func isNew(s *surveyor, e ast.Expr, fn ast.Node) bool {
	v, ok := s.Index.Used(e).(*types.Var)
	given := ok && s.Index.Params[v].Func == fn && len(s.Index.Writes[v]) == 0
	return !given && s.Origin.IsToken(e)
}

// isCompared reports whether an expression stands in a comparison, as the token that is kept does:
//
//	if user.RefreshToken != raw { return errOld }
func isCompared(s *surveyor, e ast.Expr) bool {
	outer := s.Index.Outer(e)
	if sel, ok := outer.(*ast.SelectorExpr); ok && sel.Sel == e {
		outer = s.Index.Outer(sel)
	}
	b, ok := outer.(*ast.BinaryExpr)
	return ok && (b.Op == token.EQL || b.Op == token.NEQ)
}

// handedOn reports whether a new token is what a function of another package, or behind an interface,
// gives for the token that is verified: that is where the old one is traded.
//
//	pair, err := s.provider.Refresh(ctx, token)
//	claims, err := s.provider.Verify(ctx, token)
//	return &Pair{RefreshToken: pair.RefreshToken}, claims, err
func handedOn(s *surveyor, at ast.Node, verified *ast.CallExpr) bool {
	e, _ := at.(ast.Expr)
	from := []ast.Node{e}
	if sel, ok := ast.Unparen(syntax.OrBad(e)).(*ast.SelectorExpr); ok {
		e = sel.X
	}
	for _, o := range s.Origin.Local(syntax.OrBad(e)).Origins {
		from = append(from, o.At)
	}
	same := func(a ast.Expr) bool {
		v, ok := s.Index.Used(a).(*types.Var)
		return ok && typing.IsText(v.Type()) && slices.ContainsFunc(verified.Args,
			func(b ast.Expr) bool { return s.Index.Used(b) == v })
	}
	return slices.ContainsFunc(from, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		return ok && s.effects.Elsewhere(c) != nil && slices.ContainsFunc(c.Args, same)
	})
}

var making = pattern.New(`^(re_?)?(generat|creat|issu|sign|mint|new|mak)`)

// makesRefresh reports whether a call makes a refresh token, by a function of the program that signs
// it; by is one of which only the whole program knows that.
//
//	pair, err := tokens.GeneratePair(userID)          // a struct with a field for it
//	access, refresh, err := tokens.GeneratePair(user) // two tokens
//	refresh, err := s.tokens.NewRefreshToken(user)    // behind an interface
func (s *surveyor) makesRefresh(c *ast.CallExpr) (makes bool, by *types.Func) {
	fn, ok := s.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || !s.own(fn.Pkg()) || !making().MatchString(names.Snake(fn.Name())) ||
		fn.Signature().Results().Len() == 0 {
		return false, nil
	}
	signs := s.signs(fn)
	pair := holdsRefresh(fn.Signature().Results().At(0).Type())
	if signs || s.effects.Elsewhere(c) == nil {
		return signs && pair, nil
	}
	return pair || returnsRefresh(fn), fn
}

// holdsRefresh reports whether a type is a struct with a refresh token.
func holdsRefresh(t types.Type) bool {
	st := typing.StructOf(typing.Deref(t))
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if f := st.Field(i); isRefresh(f.Name()) && typing.IsString(f.Type()) {
			return true
		}
	}
	return false
}

// returnsRefresh reports whether a function returns a refresh token, by its name.
func returnsRefresh(fn *types.Func) bool {
	texts := 0
	for v := range fn.Signature().Results().Variables() {
		if typing.IsString(v.Type()) {
			texts++
		}
	}
	name := names.Snake(fn.Name())
	return texts > 0 && isRefresh(name) || texts > 1 && strings.Contains(name, "pair")
}

// signs reports whether a function of the program can sign tokens: it does so, or its package
// handles them and says that it is harmless.
func (s *surveyor) signs(fn *types.Func) bool {
	d := s.Index.Decls[fn]
	if d == nil {
		return s.effects.IsHarmless(fn)
	}
	return slices.ContainsFunc(s.effects.Within(d), func(c *ast.CallExpr) bool {
		return s.Index.Verb(c) == model.Sign
	})
}
