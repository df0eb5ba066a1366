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
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
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

	// A template shows what it likes of the argument: of a struct not all that it has.
	Template bool
}

// Sinks returns the arguments of the package's calls that others get to read. An argument that a
// function of this package only hands on, as a wrapper of a logger does, is none: those of its
// callers are.
func (p *Reader) Sinks() []Sink {
	s := newCollector(p)
	for _, c := range p.Index.Calls {
		s.addCall(c)
	}
	s.addLoggers()
	for _, lit := range p.Index.Literals {
		for _, verb := range []model.Verb{model.Log, model.Respond} {
			fields := p.Index.Fields(lit, verb)
			for _, to := range slices.Sorted(maps.Keys(fields)) {
				for _, e := range fields[to] {
					s.add(Sink{To: to, Arg: e, Call: lit})
				}
			}
		}
	}
	return s.out
}

func newCollector(p *Reader) *collector {
	return &collector{Reader: p, message: map[*types.Var]bool{}}
}

// collector collects the sinks of a package.
type collector struct {
	*Reader
	out     []Sink
	relayed []relayed           // parameters that are handed on, whose callers are collected
	message map[*types.Var]bool // see isMessage
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
		fn, ok := obj.(*types.Func)
		if ok && fn.Pkg() != s.Pkg {
			s.addFactArgs(c, fn)
		}
		if sig = model.LoggerMethod(fn); sig == nil {
			return
		}
	}
	for _, r := range []model.Role{model.Logged, model.Encoded, model.Response, model.Wrapped} {
		s.addArgs(c, spelling.Printed(s.Index, c, sig, r), r)
	}
	s.addRendered(c, sig, obj)
	if sig.Verb == model.Redirect {
		s.addArgs(c, syntax.Args(c, sig, model.Address), model.Response)
	}
	if written := spelling.Printed(s.Index, c, sig, model.Written); len(written) > 0 {
		if to := s.writer(calls.LibraryCall(c, sig, obj)); to != model.None {
			s.addArgs(c, written, to)
		}
	}
}

// addRendered adds what a call gives a template, which writes to a response where nothing says
// otherwise.
func (s *collector) addRendered(c *ast.CallExpr, sig *model.Sig, obj types.Object) {
	args := spelling.Printed(s.Index, c, sig, model.Rendered)
	if len(args) == 0 {
		return
	}
	to := model.Response
	if sig.Index(model.Writer) >= 0 {
		to = s.writer(calls.LibraryCall(c, sig, obj))
	}
	for _, a := range args {
		if to != model.None {
			s.add(Sink{To: to, Arg: a, Call: c, Template: true})
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
		roles := s.facts.of(params.At(min(i, params.Len()-1)))
		if len(roles) == 0 || !s.shows(c, i, fn.Signature()) {
			continue
		}
		for _, to := range roles {
			if to == model.Response || !s.isReported(params.At(min(i, params.Len()-1))) {
				s.add(Sink{To: to, Arg: a, Call: c, Via: fn})
			}
		}
	}
}

// isReported reports whether another package of the program, which logs a parameter, knows itself that it is
// a token or key: its own line is reported.
//
//	func (c *Client) Check(token string) error { log.Print(token); _, err := jwt.Parse(token, keys); ... }
func (p *Reader) isReported(v *types.Var) bool {
	s := p.Calls.Summary(v)
	return s != nil && dependency.SameModule(p.facts.pass, v.Pkg().Path()) &&
		slices.ContainsFunc(s.Uses, func(u origin.Use) bool {
			return !u.Message && (u.Role == model.Token || u.Role == model.Key)
		})
}

// UnseenFunc returns the function that a call calls where neither this package nor the model says
// what it does with its arguments, nil for all others. A method of an interface of this package
// does what its types here do.
func (p *Reader) UnseenFunc(c *ast.CallExpr) *types.Func {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || model.Of(fn, "") != nil || model.LoggerMethod(fn) != nil ||
		fn.Pkg() == p.Pkg &&
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
	fills := func(u origin.Use) bool { return u.Verb == model.Fill }
	return s != nil && len(s.Uses) > 0 && !slices.ContainsFunc(s.Uses, fills) ||
		len(p.facts.of(v)) > 0
}
