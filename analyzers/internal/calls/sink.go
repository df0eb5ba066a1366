package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
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
func (p *Package) Sinks() []Sink {
	s := &sinks{Package: p}
	for _, c := range p.Tracer.Calls {
		s.call(c)
	}
	for _, lit := range p.Literals {
		for to, es := range p.Fields(lit, model.Log) {
			for _, e := range es {
				s.add(Sink{To: to, Arg: e, Call: lit})
			}
		}
	}
	return s.out
}

// sinks collects the sinks of a package; on holds the parameters that are only handed on, whose callers were looked at.
type sinks struct {
	*Package
	out []Sink
	on  []handed
}

// handed is a parameter that is handed on, and where to.
type handed struct {
	param *types.Var
	to    model.Role
}

// call adds the sinks among the arguments of one call.
func (s *sinks) call(c *ast.CallExpr) {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && s.pass.TypesInfo.Types[c.Fun].IsBuiltin() {
		for _, a := range c.Args {
			if id.Name == "panic" || id.Name == "print" || id.Name == "println" {
				s.add(Sink{To: model.Logged, Arg: a, Call: c})
			}
		}
		return
	}
	obj := s.callee(c)
	sig := model.Of(obj, "")
	if sig == nil {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != s.pass.Pkg {
			s.foreign(c, fn)
		}
		return
	}
	for _, r := range []model.Role{model.Logged, model.Encoded, model.Answered, model.Wrapped} {
		for _, a := range origin.Printed(s.pass.TypesInfo, c, sig, r) {
			s.add(Sink{To: r, Arg: a, Call: c})
		}
	}
	if sig.Verb == model.Redirect {
		for _, a := range origin.Args(c, sig, model.Address) {
			s.add(Sink{To: model.Answered, Arg: a, Call: c})
		}
	}
	if written := origin.Printed(s.pass.TypesInfo, c, sig, model.Written); len(written) > 0 {
		to := s.writer(library(c, sig, obj))
		for _, a := range written {
			if to != model.None {
				s.add(Sink{To: to, Arg: a, Call: c})
			}
		}
	}
}

// writer says where a call writes to: the console is a log, a response writer the answer.
func (s *sinks) writer(c *Call) model.Role {
	to := model.None
	args, _ := s.Resolve(c, model.Writer)
	for _, e := range args {
		if t := typeName(s.pass.TypesInfo.TypeOf(e)); t != nil {
			if sig := model.Of(t, ""); sig != nil && sig.Verb == model.Carry && sig.Result(0) == model.Answered {
				to = model.Answered
			}
		}
		for _, o := range s.Of(e).Births {
			if sig := model.Of(o.Obj, ""); sig != nil && sig.Result(0) == model.Console {
				to = model.Logged
			}
		}
	}
	return to
}

// foreign adds the sinks that facts of another package tell of.
func (s *sinks) foreign(c *ast.CallExpr, fn *types.Func) {
	params := fn.Signature().Params()
	for i, a := range c.Args {
		v := params.At(min(i, max(params.Len()-1, 0)))
		var f Fact
		if v == nil || !s.pass.ImportObjectFact(v, &f) {
			continue
		}
		for _, u := range f.Uses {
			if u.Verb == model.Log {
				s.add(Sink{To: u.Role, Arg: a, Call: c, Via: fn})
			}
		}
	}
}

// add adds a sink, or those of the callers of a function that only hands the argument on.
func (s *sinks) add(k Sink) {
	v := s.handedOn(k.Arg)
	if v == nil {
		s.out = append(s.out, k)
		return
	}
	if slices.Contains(s.on, handed{v, k.To}) {
		return
	}
	s.on = append(s.on, handed{v, k.To})
	fn := s.Owner(v)
	for _, c := range s.Callers(fn) {
		for i, a := range c.Args {
			if s.Param(fn, i) == v {
				s.add(Sink{To: k.To, Arg: a, Call: c})
			}
		}
	}
}

// handedOn returns the parameter that an argument is, where it takes values of any type: nil for others, which a function
// knows more of than its callers tell.
func (s *sinks) handedOn(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := s.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || s.Owner(v) == nil {
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

// logging notes the parameters of exported functions that are handed on to a log or to whoever asked.
func (p *Package) logging(at func(types.Object) *Fact) {
	s := &sinks{Package: p}
	for _, c := range p.Tracer.Calls {
		s.call(c)
	}
	for _, h := range s.on {
		u := origin.Use{Verb: model.Log, Role: h.to}
		if f := at(h.param); p.visible(h.param) && !slices.Contains(f.Uses, u) {
			f.Uses = append(f.Uses, u)
		}
	}
}

// Addresses returns the expressions that are used as URLs: redirects, requests, and texts that are put together.
func (p *Package) Addresses() []ast.Expr {
	var out []ast.Expr
	for _, c := range p.Tracer.Calls {
		sig := model.Of(p.callee(c), "")
		if sig == nil {
			continue
		}
		for _, a := range origin.Args(c, sig, model.Address) {
			if _, made := ast.Unparen(a).(*ast.CallExpr); made { // others are put together elsewhere
				out = append(out, a)
			}
		}
		if sig.Verb == model.Pass && sig.Index(model.Format) >= 0 {
			out = append(out, c)
		}
	}
	for _, sum := range p.Sums {
		if t := p.pass.TypesInfo.TypeOf(sum); t != nil && textual(t) {
			out = append(out, sum)
		}
	}
	return out
}

// wraps reports whether a package can be a wrapper of a logger or of what answers requests: it imports one and has an
// exported function that takes values of any type.
func wraps(pass *analysis.Pass, files []*ast.File) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return model.Logs(imp.Path()) || model.Serves(imp.Path()) }) {
		return false
	}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && fn.Name.IsExported() && slices.ContainsFunc(fn.Type.Params.List, func(p *ast.Field) bool { return takesAny(p.Type) }) {
				return true
			}
		}
	}
	return false
}

// takesAny reports whether the type of a parameter is written as any, or as a list of that.
func takesAny(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ellipsis:
		return takesAny(e.Elt)
	case *ast.ArrayType:
		return takesAny(e.Elt)
	case *ast.InterfaceType:
		return len(e.Methods.List) == 0
	case *ast.Ident:
		return e.Name == "any"
	}
	return false
}
