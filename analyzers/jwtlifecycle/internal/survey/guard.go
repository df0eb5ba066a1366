package survey

// This file looks at middlewares that verify tokens, and at what else they do:
//
//	func Auth(next http.Handler) http.Handler {
//		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//			claims, err := verify(bearer(r))
//			if err != nil {
//				http.Error(w, "unauthorized", http.StatusUnauthorized) // Silent: nothing logs
//				return
//			}
//			user, err := users.Find(claims.Subject)                    // Asks
//			next.ServeHTTP(w, r)
//		})
//	}

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// guards looks for middlewares among the functions that verify a token, and for access logs among
// the others.
func (s *surveyor) guards() {
	passing := map[ast.Node]bool{} // functions that pass a request on
	for _, c := range s.Index.Calls {
		if fn := s.Index.FuncAt(c.Pos()); fn != nil && handlers.CallsNext(s.View, c) {
			passing[fn] = true
		}
	}
	for _, c := range s.verified {
		fn := s.Index.FuncAt(c.Pos())
		if fn == nil {
			continue
		}
		s.out.Asks = s.out.Asks || s.asks(fn)
		if passing[fn] {
			s.out.Guards = append(s.out.Guards, Guard{
				Spot: s.spot(c), Silent: !s.tellsOf(c), Cookie: s.fromCookie(c),
			})
		}
	}
	for _, c := range s.Calls.All { // echojwt.WithConfig(config)
		if e, ok := c.Node.(*ast.CallExpr); ok && s.isStrict(e) {
			fn := s.Index.FuncAt(e.Pos())
			s.out.Asks = s.out.Asks || fn == nil || s.asks(fn)
			s.out.Guards = append(s.out.Guards, Guard{Spot: s.spot(e)})
		}
	}
	s.out.Tells = slices.ContainsFunc(s.out.Guards, func(g Guard) bool { return !g.Silent })
	for fn := range passing { // one behind the other may ask
		s.out.Asks = s.out.Asks || s.asks(fn)
		s.out.Loud = s.out.Loud || slices.ContainsFunc(s.effects.Within(fn), s.mayLog)
	}
}

// isStrict reports whether a call makes a middleware of a library that refuses requests without a
// good token.
func (s *surveyor) isStrict(c *ast.CallExpr) bool {
	sig, _ := s.Index.Row(c)
	return sig.Means(model.Middleware, model.Strict)
}

// asks reports whether a function may ask a store about a token or its owner.
func (s *surveyor) asks(fn ast.Node) bool {
	return slices.ContainsFunc(s.effects.Within(fn), s.mayAsk)
}

var plainName = pattern.New(`err|respon|json|abort|unauthor|forbid|writ|send|fail|log|warn|debug|` +
	`info|conf|setting|header|bearer|context|claims|pars|valid|verif|token|jwt|secret|key|env|` +
	`render|render|reply|problem|status|cookie|trim|string`)

// mayAsk reports whether a call may ask a store: it does, or it is a function of which nothing is
// known that returns what it has found.
func (s *surveyor) mayAsk(c *ast.CallExpr) bool {
	if s.Info.Types[c.Fun].IsType() || s.Info.Types[c.Fun].IsBuiltin() {
		return false
	}
	obj := s.Index.Callee(c)
	if obj == nil || obj.Pkg() == nil {
		return false // a method of error, or what f()() calls
	}
	switch s.Index.Verb(c) {
	case model.Recall, model.Command, model.SQL, model.Fetch:
		return true
	case "":
	default:
		return false
	}
	if s.effects.Decl(c) != nil || handlers.CallsNext(s.View, c) ||
		s.effects.IsPlain(obj.Pkg().Path()) {
		return false
	}
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if ok && names.Denial(obj.Name()) {
		return sig.Results().Len() > 0
	}
	if !ok || sig.Results().Len() == 0 || plainName().MatchString(names.Snake(obj.Name())) {
		return false
	}
	first := sig.Results().At(0).Type()
	return sig.Results().Len() > 1 || !typing.IsError(first) || !s.effects.TakesRequest(c)
}

// tellsOf reports whether something may be logged or counted where a call has refused a token: here
// or, of a function of this package that only returns the error, in that function.
func (s *surveyor) tellsOf(c *ast.CallExpr) bool {
	failing := s.measures.Failing(c)
	if len(failing) == 0 {
		return true
	}
	told := false
	look := func(n ast.Node) bool {
		if e, ok := n.(*ast.CallExpr); ok && !told {
			told = s.mayLog(e) || s.isUnseen(e)
			if d := s.effects.Decl(e); d != nil {
				told = told || slices.ContainsFunc(s.effects.Within(d), s.mayLog)
			}
		}
		return !told
	}
	for _, n := range failing {
		ast.Inspect(n, look)
	}
	if d := s.effects.Decl(c); d != nil {
		told = told || slices.ContainsFunc(s.effects.Within(d), s.mayLog)
	}
	return told
}

var tellingName = pattern.New(`log|warn|error|debug|info|audit|report|captur|metric|count|inc$|` +
	`observ|emit|publish|record|track|notif|event|print|trace|sentry`)

// mayLog reports whether a call logs or counts, or may do so by its name.
func (s *surveyor) mayLog(c *ast.CallExpr) bool {
	obj := s.Index.Callee(c)
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	switch s.Index.Verb(c) {
	case model.Log, model.Exit:
		return true
	case "":
	default:
		return model.Protects(obj.Pkg().Path()) == model.Counted
	}
	if s.effects.IsStandard(obj.Pkg().Path()) || s.effects.Decl(c) != nil ||
		model.IsServer(obj.Pkg().Path()) {
		return false
	}
	return tellingName().MatchString(names.Snake(obj.Name())) ||
		model.IsLogger(obj.Pkg().Path()) || model.Protects(obj.Pkg().Path()) == model.Counted
}

// isUnseen reports whether a call is one of a function of another package of which nothing is
// known: it may log.
func (s *surveyor) isUnseen(c *ast.CallExpr) bool {
	obj := s.Index.Callee(c)
	if obj == nil || obj.Pkg() == nil || s.Info.Types[c.Fun].IsType() {
		return false
	}
	return s.Index.Verb(c) == "" && s.effects.Decl(c) == nil && !s.effects.IsPlain(obj.Pkg().Path())
}

// fromCookie reports whether the token of a verification is one that a browser sends by itself.
func (s *surveyor) fromCookie(c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(a ast.Expr) bool {
		return slices.ContainsFunc(s.Origin.Trace(a).Origins, func(o *origin.Origin) bool {
			read, ok := o.Read().(*ast.CallExpr)
			return ok && o.Kind == origin.Request && strings.Contains(s.label(read), "ookie")
		})
	})
}

// label returns the name of what a call calls.
func (s *surveyor) label(c *ast.CallExpr) string {
	if obj := s.Index.Callee(c); obj != nil {
		return obj.Name()
	}
	return ""
}
