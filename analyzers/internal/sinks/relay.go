package sinks

// This file follows what functions hand on to a sink, as it is or in a text that they make of it,
// to their callers:
//
//	func Debugf(f string, args ...any) { log.Print(fmt.Sprintf(f, args...)) } // relayedParams: args
//	func say(s string)                 { fmt.Fprintln(os.Stderr, "app:", s) } // isMessage
//	Debugf("token %s", token)          // a sink
//	say("token " + token)              // a sink

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/emptiness"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// add adds a sink, or those of the callers of a function that only hands the argument on.
func (s *collector) add(k Sink) {
	if s.hasNoEncoding(k.Arg) {
		return
	}
	params, rest := s.relayedParams(k.Arg)
	for _, v := range params {
		s.relay(v, k)
	}
	if params == nil {
		s.keep(k)
		return
	}
	for _, e := range rest {
		s.keep(Sink{To: k.To, Arg: e, Call: k.Call, Via: k.Via})
	}
}

// keep adds a sink that is an argument of its call. Texts of which it is made that other packages
// hand over are theirs to answer for, too.
func (s *collector) keep(k Sink) {
	if emptiness.Suspected(s.Index, k.Arg) {
		return
	}
	s.out = append(s.out, k)
	sig := s.Index.Signature(s.Index.FuncAt(k.Arg.Pos()))
	if sig == nil || s.Info.Types[k.Arg].Value != nil ||
		!slices.ContainsFunc(slices.Collect(sig.Params().Variables()), func(v *types.Var) bool {
			return typing.IsText(v.Type()) && s.Calls.Visible(v)
		}) {
		return
	}
	for _, in := range s.Spelling.Ingredients(k.Arg) {
		if v := s.param(in.Expr); v != nil && typing.IsText(v.Type()) && !emptiness.Suspected(s.Index, in.Expr) {
			s.relayed = append(s.relayed, relayed{v, k.To})
		}
	}
}

// relay adds the sinks of the callers of a function that hands a parameter on.
func (s *collector) relay(v *types.Var, k Sink) {
	if slices.Contains(s.relayed, relayed{v, k.To}) {
		return
	}
	s.relayed = append(s.relayed, relayed{v, k.To})
	fn := s.Index.Params[v].Func
	for _, c := range s.Origin.Callers(fn) {
		for i, a := range c.Args {
			if s.Index.Param(fn, i) == v && s.shows(c, i, s.Index.Signature(fn)) {
				s.add(Sink{To: k.To, Arg: a, Call: c})
			}
		}
	}
}

// shows reports whether a call of a function shows argument i: the list of values that follows a
// text can be printed by it, as the one that shows no more than the beginning of a token is.
//
//	debugf("token %.6s", token)
func (s *collector) shows(c *ast.CallExpr, i int, sig *types.Signature) bool {
	list := sig.Params().Len() - 1
	if !sig.Variadic() || i < list || list == 0 || !typing.IsString(sig.Params().At(list-1).Type()) {
		return true
	}
	row, _ := model.Row{Verb: model.Log, Sig: "f(" + strings.Repeat("_, ", list-1) +
		"format, logged...)"}.Parse()
	return slices.Contains(spelling.Printed(s.Index, c, row, model.Logged), c.Args[i])
}

// relayedParams returns the parameters of which an argument is made that callers answer for, and
// what else shows in it; nil where there is no such parameter.
func (s *collector) relayedParams(e ast.Expr) (params []*types.Var, rest []ast.Expr) {
	if v := s.relayedParam(e); v != nil {
		return []*types.Var{v}, nil
	}
	if !s.mayRelay(e) {
		return nil, nil
	}
	for _, in := range s.Spelling.Ingredients(e) {
		if v := s.relayedParam(in.Expr); v != nil {
			params = append(params, v)
		} else if len(s.Spelling.Ingredients(in.Expr)) == 1 {
			rest = append(rest, in.Expr)
		}
	}
	return params, rest
}

// mayRelay reports whether an argument is no name or literal of its own and stands in a function
// with a parameter that callers may answer for.
func (s *collector) mayRelay(e ast.Expr) bool {
	if s.Info.Types[e].Value != nil {
		return false
	}
	sig := s.Index.Signature(s.Index.FuncAt(e.Pos()))
	if sig == nil {
		return false
	}
	for v := range sig.Params().Variables() {
		if takesAny(v.Type()) || s.isMessage(v) {
			return true
		}
	}
	return false
}

// relayedParam returns the parameter that an argument is, where it takes values of any type or is a
// message; nil for others: a function with a typed parameter knows more of it than its callers.
func (s *collector) relayedParam(e ast.Expr) *types.Var {
	if v := s.param(e); v != nil && (takesAny(v.Type()) || s.isMessage(v)) {
		return v
	}
	return nil
}

// param returns the parameter that an expression names, nil for anything else.
func (s *collector) param(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := s.Info.ObjectOf(id).(*types.Var)
	if !ok || s.Index.Params[v].Func == nil {
		return nil
	}
	return v
}

// takesAny reports whether values of a type can be anything, or are a list or map of that.
func takesAny(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		t = u.Elem()
	case *types.Map:
		t = u.Elem()
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// isMessage reports whether a text is a message that callers word: one of them hands over a
// constant or a text that it puts together. What all callers hand over as they have it is a value
// of which the function knows what it is.
func (s *collector) isMessage(v *types.Var) bool {
	if known, ok := s.message[v]; ok {
		return known
	}
	is := typing.IsString(v.Type()) && slices.ContainsFunc(s.Origin.Arguments(v), s.isWorded)
	s.message[v] = is
	return is
}

// isWorded reports whether a text is constant or put together where it stands.
func (s *collector) isWorded(e ast.Expr) bool {
	if s.Info.Types[e].Value != nil {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return true
	case *ast.CallExpr:
		sig, _ := s.Index.Row(e)
		return sig != nil && sig.Verb == model.Pass && sig.Index(model.Format) >= 0
	}
	return false
}
