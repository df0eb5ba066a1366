package survey

// This file looks at functions that renew a token, and at those by which somebody logs out:
//
//	claims, err := verify(in.RefreshToken)
//	pair, err := issue(claims.Subject)          // Renews: nothing keeps or retires a token
//	c.SetCookie("token", "", -1, "/", "", true, true)
//	c.JSON(200, gin.H{"message": "logged out"}) // Logouts: nothing else happens

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
)

var (
	refreshing = pattern.New(`refresh|renew`)
	leaving    = pattern.New(`^(handle_?|user_?|auth_?|do_?)?(log_?out|sign_?out)(_?(handler|user))?$`)
)

// renewals looks for functions that verify a refresh token and issue another one, and in which
// nothing is written to a store.
func (s *surveyor) renewals() {
	seen := map[ast.Node]bool{}
	for _, c := range s.verified {
		fn := s.Index.FuncAt(c.Pos())
		if fn == nil || seen[fn] || !s.verifiesRefresh(c) {
			continue
		}
		seen[fn] = true
		if at := s.refreshIn(fn); at != nil && s.effects.Of(fn) <= effects.Reads &&
			!slices.ContainsFunc(s.callers(fn), s.changes) {
			s.out.Renews = append(s.out.Renews, s.spot(at))
		}
	}
}

// callers returns the functions of this package that call a function.
func (s *surveyor) callers(fn ast.Node) (out []ast.Node) {
	for _, c := range s.Origin.Callers(fn) {
		if by := s.Index.FuncAt(c.Pos()); by != nil {
			out = append(out, by)
		}
	}
	return out
}

// changes reports whether a function may change what a store keeps.
func (s *surveyor) changes(fn ast.Node) bool { return s.effects.Of(fn) > effects.Reads }

// verifiesRefresh reports whether a call verifies a refresh token: the function around it, or what
// it is given, is named so.
func (s *surveyor) verifiesRefresh(c *ast.CallExpr) bool {
	list := []string{s.spot(c).Func, s.label(c)}
	for _, a := range c.Args {
		list = append(list, syntax.NameOf(a))
	}
	return slices.ContainsFunc(list, isRefresh)
}

func isRefresh(name string) bool { return refreshing().MatchString(names.Snake(name)) }

// refreshIn returns the expression of a function that is a new token and is named after refresh
// tokens, nil for none.
func (s *surveyor) refreshIn(fn ast.Node) (at ast.Node) {
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
			if s.makesPair(e) {
				at = e
			}
		case *ast.Ident, *ast.SelectorExpr:
			v, ok := s.Index.Used(e).(*types.Var)
			if ok && isRefresh(v.Name()) && s.Origin.IsToken(e) {
				at = e
			}
		case *ast.KeyValueExpr:
			if isRefresh(syntax.NameOf(e.Key)+s.Index.Text(e.Key)) && s.Origin.IsToken(e.Value) {
				at = e.Value
			}
		}
		return at == nil
	})
	return at
}

var making = pattern.New(`^(re_?)?(generat|creat|issu|sign|mint|new|mak)`)

// makesPair reports whether a call makes a pair of tokens: a struct with a field for a refresh
// token, by a function of the program that signs it.
//
//	pair, err := tokens.GeneratePair(userID)
func (s *surveyor) makesPair(c *ast.CallExpr) bool {
	fn, ok := s.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || !s.own(fn.Pkg()) || !s.signs(fn) ||
		!making().MatchString(names.Snake(fn.Name())) || fn.Signature().Results().Len() == 0 {
		return false
	}
	st := typing.StructOf(typing.Deref(fn.Signature().Results().At(0).Type()))
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if f := st.Field(i); isRefresh(f.Name()) && typing.IsString(f.Type()) {
			return true
		}
	}
	return false
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

// logouts looks for handlers that delete the cookie of a token, or are named so, and do nothing
// else that anybody could see.
func (s *surveyor) logouts() {
	deletes := map[ast.Node]ast.Node{}
	for _, k := range s.cookies.Cookies() {
		if fn := s.Index.FuncAt(k.Pos()); fn != nil && k.IsDeletion() && isTokenCookie(k) {
			deletes[fn] = k.Sent.Node
		}
	}
	for _, d := range syntax.InOrder(s.Index, s.Index.Decls) {
		decl := s.Index.Decls[d]
		at := deletes[decl]
		if !leaving().MatchString(names.Snake(d.Name())) || !s.handles(d) {
			continue
		}
		if at == nil {
			at = s.answerIn(decl)
		}
		if at != nil && s.effects.Of(decl) == effects.None {
			s.out.Logouts = append(s.out.Logouts, s.spot(at))
		}
	}
}

// isTokenCookie reports whether the name of a cookie is that of a token.
func isTokenCookie(k *cookies.Cookie) bool { return names.Token(k.Name()) }

// handles reports whether a function handles a request, or makes what does: it gets a response or
// the context of a framework, or returns a handler.
func (s *surveyor) handles(fn *types.Func) bool {
	if r := fn.Signature().Results(); r.Len() == 1 && isMiddleware(r.At(0).Type()) {
		return true
	}
	for v := range fn.Signature().Params().Variables() {
		if effects.IsRequest(v.Type()) {
			return true
		}
	}
	return false
}

// answerIn returns the first response in a function, nil for none, and where one of them says that
// the function is still to be written.
func (s *surveyor) answerIn(fn ast.Node) (at ast.Node) {
	for _, c := range s.effects.Within(fn) {
		sig, _ := s.Index.Row(c)
		if sig == nil || sig.Verb != model.Respond && sig.Verb != model.Abort {
			continue
		}
		for _, e := range syntax.Args(c, sig, model.Status) {
			if s.Index.Int(e) == notImplemented {
				return nil
			}
		}
		if at == nil {
			at = c
		}
	}
	return at
}

const notImplemented = 501 // RFC 9110 section 15.6.2
