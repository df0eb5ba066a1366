package origin

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// call is the origin of a result of a call.
func (t *Tracer) call(e *ast.CallExpr, result int) Trace {
	if tv := t.info.Types[e.Fun]; tv.IsType() {
		return t.conversion(e)
	} else if tv.IsBuiltin() {
		return t.builtin(e)
	}
	sig, obj := t.row(e)
	if sig != nil {
		return t.modelled(e, sig, obj, result)
	}
	if fn, ok := obj.(*types.Func); ok {
		return t.declared(e, fn, result)
	}
	var out Trace
	for _, o := range t.Open(e.Fun).Births { // a variable that holds a function
		if o.Kind == Func && o.Fn != nil {
			out.Add(t.substitute(t.results(o.Fn, result), e, o.Fn))
		} else {
			out.Add(unknown(e))
		}
	}
	return out
}

func (t *Tracer) conversion(e *ast.CallExpr) Trace {
	if len(e.Args) != 1 {
		return unknown(e)
	}
	return t.Open(e.Args[0])
}

func (t *Tracer) builtin(e *ast.CallExpr) Trace {
	id, _ := ast.Unparen(e.Fun).(*ast.Ident)
	switch {
	case id == nil:
	case id.Name == "append":
		out := t.Open(e.Args[0])
		for _, a := range e.Args[1:] {
			if _, _, ok := bytesOf(t.info.TypeOf(e)); ok {
				out = join(out, t.Open(a))
			}
		}
		return out
	case id.Name == "make":
		o := Origin{Kind: Object, At: e, Size: -1}
		if _, _, ok := bytesOf(t.info.TypeOf(e)); ok && len(e.Args) > 1 {
			o.Kind, o.Size = Nothing, int(t.integer(e.Args[1]))
		}
		return birth(o)
	case id.Name == "new":
		return birth(Origin{Kind: Object, At: e, Size: -1})
	case id.Name == "min" || id.Name == "max":
		var out Trace
		for _, a := range e.Args {
			out.Add(t.Open(a))
		}
		return out
	}
	return unknown(e)
}

// modelled is the origin of a result of a call that the model knows.
func (t *Tracer) modelled(e *ast.CallExpr, sig *model.Sig, obj types.Object, result int) Trace {
	switch sig.Verb {
	case model.Read:
		k, ok := kinds[sig.Result(result)]
		if !ok {
			return birth(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
		}
		return t.source(e, sig, k)
	case model.Pass, model.Hash:
		if result > 0 {
			return unknown(e)
		}
		return t.made(e, sig)
	case model.Choose:
		var out Trace
		for _, a := range Args(e, sig, model.From) {
			out.Add(t.Open(a))
		}
		return out
	case model.Time:
		if sig.Result(0) == model.Clock {
			return birth(Origin{Kind: Clock, At: e, Size: -1})
		}
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method {
			return t.Open(sel.X)
		}
	case model.Sign:
		return birth(Origin{Kind: Token, At: e, Obj: obj, Size: -1})
	case model.Build:
		return birth(Origin{Kind: Object, At: e, Obj: obj, Size: -1})
	}
	return birth(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
}

// made is the origin of what a modelled helper makes of its arguments.
func (t *Tracer) made(e *ast.CallExpr, sig *model.Sig) Trace {
	parts := Args(e, sig, model.From)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		parts = append(parts, sel.X)
	}
	if len(parts) == 0 {
		return unknown(e)
	}
	out := t.Open(parts[0])
	for _, p := range parts[1:] {
		out = join(out, t.Open(p))
	}
	return out.each(func(o *Origin) {
		o.Hashed = o.Hashed || sig.Verb == model.Hash
		o.Checked = o.Checked || sig.Result(0) == model.Key // a parser refuses an empty text
		if o.Kind != Const || len(parts) > 1 || o.Hashed {
			o.Value = nil
		}
		o.Size = made(e, t.info, o.Size)
	})
}

// made returns the length of what a helper makes of size bytes.
func made(e *ast.CallExpr, info *types.Info, size int) int {
	if _, n, ok := bytesOf(info.TypeOf(e)); ok && n >= 0 {
		return n // a digest's array
	}
	sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	switch {
	case !ok || size < 0:
	case sel.Sel.Name == "EncodeToString" && len(e.Args) == 1:
		if fn, _ := typeutil.Callee(info, e).(*types.Func); fn != nil && fn.Signature().Recv() == nil {
			return 2 * size // hex
		}
		return (size + 2) / 3 * 4
	case sel.Sel.Name == "TrimSpace" || sel.Sel.Name == "Clone":
		return size
	}
	return -1
}

// Args returns the arguments of a call that have the role.
func Args(e *ast.CallExpr, sig *model.Sig, r model.Role) []ast.Expr {
	var out []ast.Expr
	for i, a := range e.Args {
		if sig.Arg(i) == r {
			out = append(out, a)
		}
	}
	return out
}

// source is the origin of what a modelled source yields: the source itself and its fallback.
func (t *Tracer) source(e *ast.CallExpr, sig *model.Sig, k Kind) Trace {
	o := Origin{Kind: k, At: e, Size: cmp.Or(sig.Size, -1)}
	for _, a := range Args(e, sig, model.Name) {
		if !t.Open(a).Has(Param) { // a helper's parameter is named by each of its calls
			o.Names = append(o.Names, t.Texts(a)...)
		}
	}
	if k == Config && len(o.Names) > 0 && !slices.ContainsFunc(o.Names, func(n string) bool { return !environment(n) }) {
		o.Kind = Env
	}
	if sizes := Args(e, sig, model.Bits); len(sizes) == 1 {
		if n := t.integer(sizes[0]); n > 0 {
			o.Bits = int(n)
		}
	}
	out := birth(o)
	for _, a := range Args(e, sig, model.Fallback) {
		out.Add(t.Open(a))
	}
	for _, name := range o.Names {
		for _, d := range t.defaults()[strings.ToLower(name)] {
			out.Add(t.Open(d))
		}
	}
	return out
}

// environment reports whether a setting has the name of an environment variable, whatever brings it: JWT_SECRET.
func environment(name string) bool {
	return len(name) > 1 && name == strings.ToUpper(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && !unicode.IsDigit(r) && !unicode.IsUpper(r)
	})
}

// Texts returns the constant strings that e can be.
func (t *Tracer) Texts(e ast.Expr) []string {
	var out []string
	for _, o := range t.Of(e).Births {
		if o.Value != nil && o.Value.Kind() == constant.String {
			out = append(out, constant.StringVal(o.Value))
		}
	}
	return out
}

// output is the origin of what a call writes through its argument.
func (t *Tracer) output(e *ast.CallExpr, arg int) Trace {
	sig, _ := t.row(e)
	if sig == nil {
		return unknown(e)
	}
	switch role := sig.Arg(arg); {
	case role.Source():
		return t.source(e, sig, kinds[role])
	case role == model.Filled && sig.Verb == model.Pass:
		return t.made(e, sig)
	case role == model.Filled:
		return birth(Origin{Kind: Config, At: e, Size: -1})
	}
	return unknown(e)
}

// declared is the origin of a result of a function or method that the model does not know.
func (t *Tracer) declared(e *ast.CallExpr, fn *types.Func, result int) Trace {
	fn = fn.Origin()
	if d := t.decls[fn]; d != nil {
		return t.substitute(t.results(d, result), e, d)
	}
	if s := t.facts(fn); s != nil && result < len(s.From) && len(s.From[result]) > 0 {
		return s.From[result].trace(e, fn, func(i int) Trace { return t.argument(e, i, fn.Signature()) })
	}
	var out Trace
	for _, impl := range t.implementations(fn) {
		out.Add(t.substitute(t.results(t.decls[impl], result), e, t.decls[impl]))
	}
	if len(out.Births) == 0 {
		return birth(Origin{Kind: Unknown, At: e, Obj: fn, Size: -1})
	}
	return out
}

// implementations returns the methods of this package that a call of an interface method can reach.
func (t *Tracer) implementations(m *types.Func) []*types.Func {
	recv := m.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) {
		return nil
	}
	iface, _ := recv.Type().Underlying().(*types.Interface)
	var out []*types.Func
	for fn := range t.decls {
		r := fn.Signature().Recv()
		if r != nil && fn.Name() == m.Name() && types.Implements(r.Type(), iface) {
			out = append(out, fn)
		}
	}
	slices.SortFunc(out, func(a, b *types.Func) int { return int(a.Pos() - b.Pos()) })
	return out
}

// results is the origin of a result of a function declared here, its parameters left open.
func (t *Tracer) results(fn ast.Node, result int) Trace {
	return t.once(fn, result, func() Trace {
		var out Trace
		for _, r := range t.returns[fn] {
			switch {
			case len(r.Results) == 0:
				if v := t.named(fn, result); v != nil {
					out.Add(t.local(&ast.Ident{NamePos: r.Pos(), Name: v.Name()}, v))
				}
			case len(r.Results) == 1:
				out.Add(t.open(r.Results[0], result))
			default:
				if !t.failure(r, result) {
					out.Add(t.Open(r.Results[result]))
				}
			}
		}
		return out
	})
}

// failure reports whether a return hands back a zero value beside an error: callers do not use it.
func (t *Tracer) failure(r *ast.ReturnStmt, result int) bool {
	last := r.Results[len(r.Results)-1]
	tv := t.info.Types[last]
	if tv.IsNil() || tv.Type == nil || !types.Implements(tv.Type, errorType) {
		return false
	}
	tr := t.Open(r.Results[result])
	return tr.Only(Nothing)
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// named returns the variable of a named result.
func (t *Tracer) named(fn ast.Node, result int) *types.Var {
	var typ *ast.FuncType
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		typ = fn.Type
	case *ast.FuncLit:
		typ = fn.Type
	}
	if typ.Results == nil {
		return nil
	}
	for _, f := range typ.Results.List {
		for _, name := range f.Names {
			if result == 0 {
				v, _ := t.info.Defs[name].(*types.Var)
				return v
			}
			result--
		}
	}
	return nil
}

// substitute replaces the parameters of fn in a trace by the arguments of a call.
func (t *Tracer) substitute(tr Trace, e *ast.CallExpr, fn ast.Node) Trace {
	out := Trace{Through: tr.Through}
	for _, o := range tr.Births {
		p, ok := t.params[o.Param]
		if o.Kind != Param || !ok || p.fn != fn {
			if len(o.Names) == 0 && o.Kind.External() {
				if o.Names = t.nameArg(o, e, fn); len(o.Names) > 0 {
					o.By = e
				}
			}
			out.Add(birth(o))
			continue
		}
		sig, _ := t.info.TypeOf(e.Fun).Underlying().(*types.Signature)
		arg := t.argument(e, p.index, sig)
		if o.Hashed {
			arg = arg.each(func(a *Origin) { a.Hashed, a.Value = true, nil })
		}
		out.Add(arg)
	}
	return out
}

// nameArg returns the names that a call hands to a helper that reads a source by its parameter.
func (t *Tracer) nameArg(o Origin, e *ast.CallExpr, fn ast.Node) []string {
	read, ok := o.At.(*ast.CallExpr)
	if !ok || t.FuncAt(read.Pos()) != fn {
		return nil
	}
	for _, a := range read.Args {
		id, _ := ast.Unparen(a).(*ast.Ident)
		if id == nil {
			continue
		}
		v, _ := t.info.ObjectOf(id).(*types.Var)
		if p := t.params[v]; v != nil && p.fn == fn && p.index >= 0 && p.index < len(e.Args) {
			return t.Texts(e.Args[p.index])
		}
	}
	return nil
}

// argument is the origin of what a call gives parameter i, -1 being the receiver.
func (t *Tracer) argument(e *ast.CallExpr, i int, sig *types.Signature) Trace {
	if i < 0 {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return t.Open(sel.X)
		}
		return unknown(e)
	}
	if len(e.Args) == 1 && sig != nil && sig.Params().Len() > 1 && !sig.Variadic() {
		return t.open(e.Args[0], i) // f(g())
	}
	if i >= len(e.Args) {
		return birth(Origin{Kind: Nothing, At: e}) // a variadic parameter that gets nothing
	}
	return t.Open(e.Args[i])
}
