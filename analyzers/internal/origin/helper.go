package origin

// This file finds the calls that fill a struct through a function that hands it on:
//
//	func (s *Settings) Section(name string, v any) error { return s.viper.UnmarshalKey(name, v) }
//	func mapTo(section string, v any) { file.Section(section).MapTo(v) }
//
//	s.Section("jwt", &global.JWT) // global.JWT.Secret is the setting jwt.secret
//	mapTo("app", App)             // App.JwtSecret is one named jwtsecret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// filling is a call that fills a struct: the argument that points to it, the one with the name of
// the settings around it, -1 for none, and what is known of the library that does so in the end.
type filling struct {
	call        *ast.CallExpr
	arg, prefix int
	library     bool
	byName      bool
	environ     bool // the library reads environment variables, and no file
}

// fillings returns the calls of the package that fill structs, found once.
func fillings(t *Tracer) []filling {
	if t.fillings != nil {
		return t.fillings
	}
	out := []filling{}
	for _, w := range t.index.Fills {
		sig, obj := t.index.Row(w.Call)
		switch {
		case sig == nil:
			out = append(out, filling{call: w.Call, arg: w.Arg, prefix: -1})
		case sig.Arg(w.Arg) == model.Filled || sig.Arg(w.Arg) == model.Posted:
			out = append(out, filling{
				w.Call, w.Arg, sig.Index(model.Prefix), true,
				obj != nil && model.ReadsFieldNames(obj.Pkg().Path()),
				obj != nil && model.ReadsEnvironment(obj.Pkg().Path()),
			})
		}
	}
	t.fillings = append(out, handedOn(t, out)...)
	return t.fillings
}

// handedOn returns the calls of functions that hand a parameter on to a call which fills it: of
// this package, and of others where facts say so.
func handedOn(t *Tracer, known []filling) []filling {
	var out []filling
	said := map[types.Object]filling{} // by the function of another package
	for _, c := range t.index.Calls {
		obj := t.index.Callee(c)
		f, known := said[obj]
		if !known {
			f = elsewhere(t, obj)
			said[obj] = f
		}
		if f.library && f.arg < len(c.Args) {
			f.call = c
			out = append(out, f)
		}
	}
	reads := readers(t)
	known = slices.DeleteFunc(slices.Clone(known), func(f filling) bool {
		return paramOf(t, f.call.Args[f.arg]) == nil || !f.library || !ofSettings(t, f.call, reads)
	})
	seen := map[*types.Var]bool{}
	for todo := slices.Concat(known, out); len(todo) > 0; todo = todo[1:] {
		f := todo[0]
		v := paramOf(t, f.call.Args[f.arg])
		if v == nil || seen[v] {
			continue
		}
		seen[v] = true
		param, prefix := t.index.Params[v], -1
		if f.prefix >= 0 && f.prefix < len(f.call.Args) {
			if p := t.index.Params[paramOf(t, f.call.Args[f.prefix])]; p.Func == param.Func {
				prefix = p.Index
			}
		}
		for _, c := range callsOf(t, param.Func) {
			if i := param.Index; 0 <= i && i < len(c.Args) { // the type of a receiver says what is filled
				next := filling{c, i, prefix, true, f.byName, f.environ}
				out, todo = append(out, next), append(todo, next)
			}
		}
	}
	return out
}

// elsewhere returns what facts say of the calls of another package's function that fills a struct,
// the zero value for other functions.
func elsewhere(t *Tracer, obj types.Object) filling {
	fn, _ := obj.(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == t.pkg || model.Of(fn, "") != nil {
		return filling{}
	}
	f := filling{prefix: -1}
	for i := range fn.Signature().Params().Len() {
		s := t.facts(fn.Signature().Params().At(i))
		switch {
		case s == nil:
		case slices.Contains(s.Uses, Use{Verb: model.Fill, Role: model.Filled}):
			f.arg, f.library = i, true
		case slices.Contains(s.Uses, Use{Verb: model.Fill, Role: model.Prefix}):
			f.prefix = i
		}
	}
	return f
}

// readers returns the functions that read a file, found once.
func readers(t *Tracer) map[ast.Node]bool {
	if t.readers != nil {
		return t.readers
	}
	out := map[ast.Node]bool{}
	for _, c := range t.index.Calls {
		if sig, _ := t.index.Row(c); sig != nil && sig.Result(0) == model.File {
			out[t.index.FuncAt(c.Pos())] = true
		}
	}
	t.readers = out
	return out
}

// ofSettings reports whether a call of a library fills a struct from settings, not from what a
// client has sent: the library looks for them itself, or the function around it reads a file.
//
//	func load(path string, out any) {
//		data, err := os.ReadFile(path)
//		yaml.Unmarshal(data, out)
//	}
func ofSettings(t *Tracer, c *ast.CallExpr, reads map[ast.Node]bool) bool {
	sig, obj := t.index.Row(c)
	if sig == nil || sig.Verb != model.Fill {
		return sig == nil
	}
	if sig.Index(model.Prefix) >= 0 || sig.Index(model.Settings) >= 0 ||
		model.FindsSettings(obj.Pkg().Path()) {
		return true
	}
	fn := t.index.FuncAt(c.Pos())
	return fn != nil && reads[fn]
}

// paramOf returns the parameter that an expression names, or the address of which it is; nil for
// others.
func paramOf(t *Tracer, e ast.Expr) *types.Var {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := t.info.ObjectOf(id).(*types.Var)
	if t.index.Params[v].Func == nil {
		return nil
	}
	return v
}

// callsOf returns the calls of a declared function.
func callsOf(t *Tracer, fn ast.Node) []*ast.CallExpr {
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	obj, _ := t.info.Defs[d.Name].(*types.Func)
	return t.index.CallsOf[obj]
}

// in returns where the struct that a call fills stands among the settings.
func (f filling) in(t *Tracer, by *filler) place {
	if f.prefix < 0 || f.prefix >= len(f.call.Args) {
		return place{}
	}
	if v := t.info.Types[f.call.Args[f.prefix]].Value; v != nil && v.Kind() == constant.String {
		return by.prefixed(constant.StringVal(v))
	}
	return place{}
}

// Handed returns the parameters of functions of this package that get a struct which is filled, and
// those that get the name of the settings around it, with their roles. Where environment variables
// are named after fields, what importers would have to know is more than that.
func (s Settings) Handed() map[*types.Var]model.Role {
	out, reads := map[*types.Var]model.Role{}, readers(s.t)
	for _, f := range fillings(s.t) {
		v := paramOf(s.t, f.call.Args[f.arg])
		if !f.library || f.byName || v == nil || !types.IsInterface(v.Type()) ||
			!ofSettings(s.t, f.call, reads) {
			continue
		}
		out[v] = model.Filled
		if f.prefix >= 0 && f.prefix < len(f.call.Args) {
			if p := paramOf(s.t, f.call.Args[f.prefix]); p != nil &&
				s.t.index.Params[p].Func == s.t.index.Params[v].Func {
				out[p] = model.Prefix
			}
		}
	}
	return out
}
