package cookies

// This file looks at stores of sessions, whose cookie proves who is logged in:
//
//	store := sessions.NewCookieStore(key)                  // isOptionless
//	session.Values["user_id"] = user.ID                    // keepsLogin
//	store.Options = &sessions.Options{HttpOnly: true, ...} // setsOptions

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// isStore reports whether the cookie is that of a store, as its constructor makes it.
func (c *Cookie) isStore() bool {
	_, ok := c.Made.(*ast.CallExpr)
	return ok && c.Kind == asSession
}

// keepsLogin reports whether the package, or one that it imports, stores who is logged in in a
// session.
func (p *Reader) keepsLogin() bool {
	return p.facts.sessions(func(s *Sessions) bool { return s.Login }) ||
		p.keeps(func(_, name, _ ast.Expr) bool { return p.namesLogin(name) })
}

// namesLogin reports whether a name can be that of what a session keeps to know who is logged in.
func (p *Reader) namesLogin(name ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Strings(name), names.Login)
}

// besideLogin reports whether the cookie is that of one session, which gets its options and who is
// logged in:
//
//	session.Options = &sessions.Options{HttpOnly: true}
//	session.Values["user_id"] = user.ID
func (c *Cookie) besideLogin() bool {
	p := c.Reader
	options, ok := c.Made.(ast.Expr)
	if !ok {
		return false
	}
	if u, ok := p.Index.Outer(options).(*ast.UnaryExpr); ok {
		options = u
	}
	var on ast.Expr
	switch o := p.Index.Outer(options).(type) {
	case *ast.AssignStmt:
		if at := slices.Index(o.Rhs, options); at >= 0 && len(o.Lhs) == len(o.Rhs) {
			on = o.Lhs[at]
		}
	case *ast.CallExpr:
		on = o.Fun
	}
	sel, ok := ast.Unparen(on).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	session := p.Index.Used(sel.X)
	return session != nil && p.keeps(func(in, name, value ast.Expr) bool {
		return in != nil && p.Index.Used(in) == session && !p.Info.Types[value].IsNil() &&
			p.namesLogin(name)
	})
}

// setsOptions reports whether the package, or one that it imports, says what the cookies of
// sessions are like.
func (p *Reader) setsOptions() bool {
	return p.facts.sessions(func(s *Sessions) bool { return s.Options }) ||
		slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
			lit, ok := c.Node.(*ast.CompositeLit)
			return ok && c.Verb == model.Cookie && p.isOptions(p.Info.TypeOf(lit))
		}) ||
		slices.ContainsFunc(p.Index.Literals, func(lit *ast.CompositeLit) bool {
			return p.isOptions(p.Info.TypeOf(lit))
		}) ||
		slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
			return s.Field != nil && (p.isOptions(p.Info.TypeOf(s.Base)) ||
				s.Value != nil && p.isOptions(p.Info.TypeOf(s.Value)))
		})
}

// isOptions reports whether a type says what the cookie of a session is like, and no more.
func (p *Reader) isOptions(t types.Type) bool {
	return t != nil && typing.StructOf(typing.Deref(t)) != nil &&
		p.member(t, model.HTTPOnly) != "" && p.member(t, model.Value) == "" &&
		p.member(t, model.Sent) == ""
}

// hasCookie reports whether the store that a constructor returns has the cookie as one of its
// fields, which is followed as any cookie is.
func (p *Reader) hasCookie(fn *types.Func) bool {
	res := fn.Signature().Results()
	if res.Len() == 0 {
		return false
	}
	st := typing.StructOf(typing.Deref(res.At(0).Type()))
	name := typing.TypeNameOf(res.At(0).Type())
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if model.Of(st.Field(i), name).Means(model.Hold, model.Whole) {
			return true
		}
	}
	return false
}

// isOptionless reports whether nothing says what the cookie of a store is like: no options here or
// in imported packages, and the store is not handed to importing ones.
func (p *Reader) isOptionless(call *calls.Call) bool {
	e, ok := call.Node.(ast.Expr)
	if !ok || p.setsOptions() {
		return false
	}
	if p.Pkg.Name() == "main" {
		return true
	}
	sig := p.Index.Signature(p.Index.FuncAt(e.Pos()))
	return (sig == nil || sig.Results().Len() == 0) &&
		!slices.ContainsFunc(p.Index.NamesOf(e), ast.IsExported)
}
