// Package sinks answers where values leave a package for others to read: logs, responses, the text
// of errors, and the functions of other packages that hand their arguments on to those. jwtleak
// asks it, and so do claims and cookies, to learn whether a function only reads its argument:
//
//	log.Printf("user %s token %s", user, token) // Logged
//	json.NewEncoder(w).Encode(account)          // Response
//	fmt.Errorf("bad token %q", token)           // Wrapped
package sinks

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Sink is an argument that leaves the package for others to read.
type Sink struct {
	// Logged and Encoded: to a log; Response: to the HTTP client; Wrapped: into the text of an
	// error.
	To   model.Role
	Arg  ast.Expr
	Call ast.Expr     // the call or literal that gets the argument
	Via  types.Object // the function of another package whose fact says so, nil for none
}

// Sinks returns the arguments of the package's calls that others get to read. An argument that a
// function of this package only hands on, as a wrapper of a logger does, is none: those of its
// callers are.
func (p *Reader) Sinks() []Sink {
	s := &collector{Reader: p}
	for _, c := range p.Index.Calls {
		s.addCall(c)
	}
	for _, lit := range p.Index.Literals {
		fields := p.Index.Fields(lit, model.Log)
		for _, to := range slices.Sorted(maps.Keys(fields)) {
			for _, e := range fields[to] {
				s.add(Sink{To: to, Arg: e, Call: lit})
			}
		}
	}
	return s.out
}

// collector collects the sinks of a package.
type collector struct {
	*Reader
	out     []Sink
	relayed []relayed // parameters that are only handed on, whose callers are collected
}

// relayed is a parameter that is handed on, and where to.
type relayed struct {
	param *types.Var
	to    model.Role
}

// addCall adds the sinks among the arguments of one call.
func (s *collector) addCall(c *ast.CallExpr) {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && s.Info.Types[c.Fun].IsBuiltin() {
		if id.Name == "panic" || id.Name == "print" || id.Name == "println" {
			s.addArgs(c, c.Args, model.Logged)
		}
		return
	}
	obj := s.Index.Callee(c)
	sig := model.Of(obj, "")
	if sig == nil {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != s.Pkg {
			s.addFactArgs(c, fn)
		}
		return
	}
	for _, r := range []model.Role{model.Logged, model.Encoded, model.Response, model.Wrapped} {
		s.addArgs(c, spelling.Printed(s.Index, c, sig, r), r)
	}
	if sig.Verb == model.Redirect {
		s.addArgs(c, syntax.Args(c, sig, model.Address), model.Response)
	}
	if written := spelling.Printed(s.Index, c, sig, model.Written); len(written) > 0 {
		if to := s.writer(calls.LibraryCall(c, sig, obj)); to != model.None {
			s.addArgs(c, written, to)
		}
	}
}

// addArgs adds arguments of one call that get to the same place.
func (s *collector) addArgs(c *ast.CallExpr, args []ast.Expr, to model.Role) {
	for _, a := range args {
		s.add(Sink{To: to, Arg: a, Call: c})
	}
}

// writer returns where a call writes to: Logged for the console, Response for a response writer,
// None for anything else.
func (s *collector) writer(c *calls.Call) model.Role {
	to := model.None
	args, _ := s.Calls.Resolve(c, model.Writer)
	for _, e := range args {
		if t := typing.TypeName(s.Info.TypeOf(e)); t != nil {
			if model.Of(t, "").Means(model.TypeRole, model.Response) {
				to = model.Response
			}
		}
		for _, o := range s.Origin.Trace(e).Origins {
			if sig := model.Of(o.Obj, ""); sig != nil && sig.Result(0) == model.Console {
				to = model.Logged
			}
		}
	}
	return to
}

// addFactArgs adds the arguments that facts about the parameters of fn, a function of another
// package, declare as sinks.
func (s *collector) addFactArgs(c *ast.CallExpr, fn *types.Func) {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return
	}
	for i, a := range c.Args {
		for _, to := range s.facts.of(params.At(min(i, params.Len()-1))) {
			s.add(Sink{To: to, Arg: a, Call: c, Via: fn})
		}
	}
}

// add adds a sink, or those of the callers of a function that only hands the argument on.
func (s *collector) add(k Sink) {
	v := s.relayedParam(k.Arg)
	if v == nil {
		s.out = append(s.out, k)
		return
	}
	if slices.Contains(s.relayed, relayed{v, k.To}) {
		return
	}
	s.relayed = append(s.relayed, relayed{v, k.To})
	fn := s.Index.Params[v].Func
	for _, c := range s.Origin.Callers(fn) {
		for i, a := range c.Args {
			if s.Index.Param(fn, i) == v {
				s.add(Sink{To: k.To, Arg: a, Call: c})
			}
		}
	}
}

// relayedParam returns the parameter that an argument is, where it takes values of any type, nil
// for others: a function with a typed parameter knows more of it than its callers.
func (s *collector) relayedParam(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := s.Info.ObjectOf(id).(*types.Var)
	if !ok || s.Index.Params[v].Func == nil {
		return nil
	}
	t := v.Type()
	if list, ok := t.Underlying().(*types.Slice); ok {
		t = list.Elem()
	}
	if i, ok := t.Underlying().(*types.Interface); ok && i.Empty() {
		return v
	}
	return nil
}

// UnseenFunc returns the function that a call calls where neither this package nor the model says
// what it does with its arguments, nil for all others. A method of an interface of this package
// does what its types here do.
func (p *Reader) UnseenFunc(c *ast.CallExpr) *types.Func {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || model.Of(fn, "") != nil || fn.Pkg() == p.Pkg &&
		(p.Index.Decls[fn] != nil || len(p.Origin.Implementations(fn)) > 0) {
		return nil
	}
	return fn
}

// KnowsArg reports whether a fact says what a function of another package does with argument i: it
// signs, verifies or logs it and changes nothing in it.
func (p *Reader) KnowsArg(fn *types.Func, i int) bool {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return false
	}
	v := params.At(min(i, params.Len()-1))
	s := p.Calls.Summary(v)
	return s != nil && len(s.Uses) > 0 || len(p.facts.of(v)) > 0
}
