package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Summary is what one package says of a function, variable or field to those that import it: kinds and small numbers,
// never positions or text.
type Summary struct {
	From []Atoms // a function's results; one for a variable or field
	Uses []Use   // what a parameter, variable or field is used as
}

// Atoms is the set of origins of one value.
type Atoms []Atom

// Atom is an [Origin] without its place.
type Atom struct {
	Kind    Kind
	Arg     int8 // Param: which argument of the call
	Size    int32
	Number  int64 // Const: the value of a number
	IsNum   bool
	Hashed  bool
	Checked bool
	Told    bool
}

// Use says that a value reaches a modelled role.
type Use struct {
	Verb model.Verb
	Role model.Role
	Alg  model.Role // the algorithm, where one is known
	Firm bool       // an empty value is refused before it gets there
}

// trace turns the atoms into origins at the place where this package uses via; arg yields the origin of an argument.
func (as Atoms) trace(at ast.Node, via types.Object, arg func(int) Trace) Trace {
	var out Trace
	for _, a := range as {
		if a.Kind == Param {
			if arg != nil {
				tr := arg(int(a.Arg))
				out.Add(tr.each(func(o *Origin) { o.Hashed = o.Hashed || a.Hashed }))
			}
			continue
		}
		o := Origin{Kind: a.Kind, At: at, Via: via, Size: int(a.Size), Hashed: a.Hashed, Checked: a.Checked, Told: a.Told}
		if a.IsNum {
			o.Value = constant.MakeInt64(a.Number)
		}
		out.Add(birth(o))
	}
	return out
}

// atom turns an origin into what a fact can hold. ok is false where nothing useful is left.
func (t *Tracer) atom(o Origin, in Trace, fn ast.Node) (a Atom, ok bool) {
	a = Atom{Kind: o.Kind, Size: int32(max(o.Size, -1)), Hashed: o.Hashed, Checked: o.Checked, Told: o.Told}
	switch o.Kind {
	case Param:
		p, known := t.params[o.Param]
		if !known || p.fn != fn || p.index > 100 {
			return Atom{Kind: Unknown, Size: -1}, true
		}
		a.Arg = int8(p.index)
	case Object, Func:
		return Atom{Kind: Unknown, Size: -1}, true
	case Env, Config, Flag:
		a.Checked = a.Checked || t.Tested(o, in)
	case Const:
		if o.Value != nil && o.Value.Kind() != constant.String {
			a.Number, a.IsNum = constant.Int64Val(constant.ToInt(o.Value))
		}
		if !a.IsNum && o.Value != nil && t.Rejected(o) {
			return a, false
		}
	}
	return a, true
}

// Atoms summarises a trace; fn is the function whose parameters may stay open, nil for variables and fields.
func (t *Tracer) Atoms(tr Trace, fn ast.Node) Atoms {
	var out Atoms
	for _, o := range tr.Births {
		if a, ok := t.atom(o, tr, fn); ok && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// Results returns the origin of a result of a function declared in this package, its parameters left open.
func (t *Tracer) Results(fn ast.Node, result int) Trace { return t.results(fn, result) }

// Decl returns the declaration of a function of this package, nil for others.
func (t *Tracer) Decl(fn *types.Func) *ast.FuncDecl { return t.decls[fn] }

// Var returns the origin of a package variable or field of this package, wherever it is used.
func (t *Tracer) Var(v *types.Var) Trace {
	if v.IsField() {
		return t.once(v, 0, func() Trace { return t.everyField(v) })
	}
	return t.once(v, 0, func() Trace { return t.global(v) })
}
