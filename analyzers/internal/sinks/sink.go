package sinks

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Sink is an argument that gets to where others read it.
type Sink struct {
	To   model.Role // Logged, Encoded: to a log; Answered: to whoever asked; Wrapped: into the text of an error
	Arg  ast.Expr
	Call ast.Expr     // the call or literal that the argument is given to
	Via  types.Object // the parameter of another package's function whose fact says so
}

// Sinks returns the arguments of the package's calls that others get to read. An argument that a function of this package
// only hands on, as a wrapper of a logger does, is none: those of its callers are.
func (p *Reader) Sinks() []Sink {
	s := &collector{Reader: p}
	for _, c := range p.Index.Calls {
		s.call(c)
	}
	for _, lit := range p.Index.Literals {
		for to, es := range p.Index.Fields(lit, model.Log) {
			for _, e := range es {
				s.add(Sink{To: to, Arg: e, Call: lit})
			}
		}
	}
	return s.out
}

// collector collects the sinks of a package; on holds the parameters that are only handed on, whose callers were looked at.
type collector struct {
	*Reader
	out []Sink
	on  []handed
}

// handed is a parameter that is handed on, and where to.
type handed struct {
	param *types.Var
	to    model.Role
}

// call adds the sinks among the arguments of one call.
func (s *collector) call(c *ast.CallExpr) {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && s.Info.Types[c.Fun].IsBuiltin() {
		for _, a := range c.Args {
			if id.Name == "panic" || id.Name == "print" || id.Name == "println" {
				s.add(Sink{To: model.Logged, Arg: a, Call: c})
			}
		}
		return
	}
	obj := s.Index.Callee(c)
	sig := model.Of(obj, "")
	if sig == nil {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != s.Pkg {
			s.foreign(c, fn)
		}
		return
	}
	for _, r := range []model.Role{model.Logged, model.Encoded, model.Response, model.Wrapped} {
		for _, a := range spelling.Printed(s.Info, c, sig, r) {
			s.add(Sink{To: r, Arg: a, Call: c})
		}
	}
	if sig.Verb == model.Redirect {
		for _, a := range syntax.Args(c, sig, model.Address) {
			s.add(Sink{To: model.Response, Arg: a, Call: c})
		}
	}
	if written := spelling.Printed(s.Info, c, sig, model.Written); len(written) > 0 {
		to := s.writer(calls.LibraryCall(c, sig, obj))
		for _, a := range written {
			if to != model.None {
				s.add(Sink{To: to, Arg: a, Call: c})
			}
		}
	}
}

// writer says where a call writes to: the console is a log, a response writer the answer.
func (s *collector) writer(c *calls.Call) model.Role {
	to := model.None
	args, _ := s.Calls.Resolve(c, model.Writer)
	for _, e := range args {
		if t := typing.TypeName(s.Info.TypeOf(e)); t != nil {
			if sig := model.Of(t, ""); sig != nil && sig.Verb == model.TypeRole && sig.Result(0) == model.Response {
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

// foreign adds the sinks that facts of another package tell of.
func (s *collector) foreign(c *ast.CallExpr, fn *types.Func) {
	params := fn.Signature().Params()
	for i, a := range c.Args {
		if params.Len() == 0 {
			return
		}
		for _, to := range s.facts.of(params.At(min(i, params.Len()-1))) {
			s.add(Sink{To: to, Arg: a, Call: c, Via: fn})
		}
	}
}

// add adds a sink, or those of the callers of a function that only hands the argument on.
func (s *collector) add(k Sink) {
	v := s.handedOn(k.Arg)
	if v == nil {
		s.out = append(s.out, k)
		return
	}
	if slices.Contains(s.on, handed{v, k.To}) {
		return
	}
	s.on = append(s.on, handed{v, k.To})
	fn := s.Index.Params[v].Func
	for _, c := range s.Origin.Callers(fn) {
		for i, a := range c.Args {
			if s.Index.Param(fn, i) == v {
				s.add(Sink{To: k.To, Arg: a, Call: c})
			}
		}
	}
}

// handedOn returns the parameter that an argument is, where it takes values of any type: nil for others, which a function
// knows more of than its callers tell.
func (s *collector) handedOn(e ast.Expr) *types.Var {
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

// Knows reports whether a fact says what a function of another package does with an argument: it signs, verifies or logs
// it as it is.
func (p *Reader) Knows(fn *types.Func, i int) bool {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return false
	}
	v := params.At(min(i, params.Len()-1))
	return p.Calls.Summary(v) != nil || len(p.facts.of(v)) > 0
}
