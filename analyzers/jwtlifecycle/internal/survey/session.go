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
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/linked"
)

var (
	refreshing = pattern.New(`refresh|renew`)
	leaving    = pattern.New(`^(handle_?|user_?|auth_?|do_?|admin_?|customer_?|member_?|account_?)?(log_?out|sign_?out)(_?(handler|user))?$`)
)

// renewals looks for functions that verify a refresh token and issue another one, and in which
// nothing is written to a store.
func (s *surveyor) renewals() {
	seen := map[ast.Node]bool{}
	for _, c := range s.Index.Calls {
		known := slices.Contains(s.verified, c)
		fn := s.Index.FuncAt(c.Pos())
		if fn == nil || seen[fn] || !known && !s.mayVerify(c) || !s.verifiesRefresh(c) {
			continue
		}
		seen[fn] = true
		w := Wait{}
		if !known {
			w.Verify = linked.KeyOf(s.effects.Elsewhere(c))
		}
		at, sign := s.refreshIn(fn)
		if at == nil || handedOn(s, at, c) {
			continue
		}
		if sign != nil {
			w.Sign = linked.KeyOf(sign)
		}
		w.Spot = s.spot(at)
		effect, calls, asks := s.effects.Known(fn)
		for _, call := range s.Origin.Callers(fn) {
			by := s.Index.FuncAt(call.Pos())
			if by == nil {
				continue
			}
			more, others, asked := s.effects.Known(by)
			effect, calls, asks = max(effect, more), append(calls, others...), append(asks, asked...)
		}
		if effect <= effects.Reads {
			w.Calls, w.Asks = keysOf(calls), keysOf(asks)
			s.wait(w, fn)
		}
	}
}

var verifying = pattern.New(`^(verif|valid|pars|check|decod|get_?claims|extract)`)

// mayVerify reports whether a call may verify a token, by its name, in another package or behind an
// interface.
func (s *surveyor) mayVerify(c *ast.CallExpr) bool {
	fn := s.effects.Elsewhere(c)
	if fn == nil || !verifying().MatchString(names.Snake(fn.Name())) {
		return false
	}
	r := fn.Signature().Results()
	return r.Len() > 0 && (typing.IsError(r.At(r.Len()-1).Type()) || typing.IsBool(r.At(r.Len()-1).Type()))
}

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
		if !leaving().MatchString(names.Snake(d.Name())) || !handles(d) {
			continue
		}
		if at == nil {
			at = s.answerIn(decl)
		}
		if effect, calls, _ := s.effects.Known(decl); at != nil && effect == effects.None {
			s.wait(Wait{Spot: s.spot(at), Kind: Logout, Calls: keysOf(calls)}, nil)
		}
	}
}

// isTokenCookie reports whether the name of a cookie is that of a token.
func isTokenCookie(k *cookies.Cookie) bool { return names.Token(k.Name()) }

// handles reports whether a function handles a request, or makes what does: it gets a response or
// the context of a framework, or returns a handler.
func handles(fn *types.Func) bool {
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

// answerIn returns the first response in a function that is no error, else the first one; nil for none,
// and where one of them says that the function is still to be written.
func (s *surveyor) answerIn(fn ast.Node) (at ast.Node) {
	fails := true
	for _, c := range s.effects.Within(fn) {
		sig, _ := s.Index.Row(c)
		if sig == nil || sig.Verb != model.Respond && sig.Verb != model.Abort {
			continue
		}
		failed := sig.Verb == model.Abort
		for _, e := range syntax.Args(c, sig, model.Status) {
			if s.Index.Int(e) == notImplemented {
				return nil
			}
			failed = failed || s.Index.Int(e) >= badRequest
		}
		if at == nil || fails && !failed {
			at, fails = c, failed
		}
	}
	return at
}

// Statuses of RFC 9110 section 15.
const (
	badRequest     = 400
	notImplemented = 501
)
