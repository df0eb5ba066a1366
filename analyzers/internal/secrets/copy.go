package secrets

// This file knows structs of which fields are blanked before others see them:
//
//	safe := *cfg
//	safe.Secret = "***"
//	log.Printf("%+v", safe)            // blanked: Secret
//	log.Printf("%+v", cfg.Redacted())  // as what Redacted returns, all where that is not seen
//	log.Printf("%+v", Config{Port: p}) // all but Port

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"

	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// blanks are the fields of a struct that show nothing.
type blanks struct {
	fields map[*types.Var]bool // nil for none
	all    bool                // what the value is made of is not known
}

func (b blanks) has(f *types.Var) bool { return b.all || b.fields[f.Origin()] }

// blanked returns the fields of a value that are blanked before it is used at an expression. seen
// ends circles.
func (p *Reader) blanked(e ast.Expr, seen map[ast.Node]bool) blanks {
	e = ast.Unparen(e)
	if seen[e] {
		return blanks{}
	}
	seen[e] = true
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return p.blanked(e.X, seen)
	case *ast.StarExpr:
		return p.blanked(e.X, seen)
	case *ast.CompositeLit:
		return p.leftOut(e)
	case *ast.CallExpr:
		return p.returned(e, seen)
	case *ast.Ident:
		v, ok := p.Info.ObjectOf(e).(*types.Var)
		if !ok {
			return blanks{}
		}
		out := blanks{fields: map[*types.Var]bool{}}
		if defs := p.Origin.Definitions(e); len(defs) == 1 && p.Index.Params[v].Func == nil &&
			v.Parent() != p.Pkg.Scope() { // others can fill a variable of the package
			of := p.blanked(defs[0], seen)
			out.all = of.all
			maps.Copy(out.fields, of.fields)
		}
		p.assigned(v, e.Pos(), out.fields)
		return out
	}
	return blanks{}
}

// assigned notes which fields of a variable are blanked, or given what is no secret, by the last
// assignment before a position in the same function.
func (p *Reader) assigned(v *types.Var, before token.Pos, fields map[*types.Var]bool) {
	fn := p.Index.FuncAt(before)
	for _, s := range p.Index.Stores {
		if s.Field == nil || s.Value == nil || s.Base.Pos() >= before ||
			p.Index.Used(syntax.Root(s.Base)) != v || p.Index.FuncAt(s.Base.Pos()) != fn {
			continue
		}
		fields[s.Field] = p.Origin.ShowsNothing(s.Value) || // a text holds nothing of the variable
			typing.IsText(typing.OrInvalid(p.Info.TypeOf(s.Value))) &&
				p.Secret(spelling.Ingredient{Expr: s.Value}).Role == ""
	}
}

// leftOut returns the fields that a literal does not set, or sets to what shows nothing.
func (p *Reader) leftOut(e *ast.CompositeLit) blanks {
	st := typing.StructOf(p.Info.TypeOf(e))
	out := blanks{fields: map[*types.Var]bool{}}
	for i := 0; st != nil && i < st.NumFields(); i++ {
		f := st.Field(i).Origin()
		out.fields[f] = true
		for _, w := range p.Index.Writes[f] {
			if w.Lit == e {
				out.fields[f] = p.Origin.ShowsNothing(w.Value)
			}
		}
	}
	return out
}

// returned returns the fields that are blank in all that a function returns. What a function of
// another package changes in what it gets is not known.
func (p *Reader) returned(e *ast.CallExpr, seen map[ast.Node]bool) blanks {
	if p.Info.Types[e.Fun].IsType() && len(e.Args) == 1 {
		return p.blanked(e.Args[0], seen)
	}
	fn, _ := p.Index.Callee(e).(*types.Func)
	if fn == nil {
		return blanks{}
	}
	d := p.Index.Decls[fn]
	if d == nil {
		return blanks{all: changes(fn)}
	}
	var out *blanks
	for _, r := range p.Index.Returns[d] {
		if len(r.Results) == 0 || p.Info.Types[r.Results[0]].IsNil() {
			continue
		}
		of := p.blanked(r.Results[0], seen)
		if out == nil {
			out = &of
			continue
		}
		out.all = out.all && of.all
		for f := range out.fields {
			out.fields[f] = out.fields[f] && of.has(f)
		}
	}
	if out == nil {
		return blanks{}
	}
	return *out
}

// changes reports whether a function gets a value of the type that it returns.
func changes(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Results().Len() == 0 {
		return false
	}
	result := typing.Deref(sig.Results().At(0).Type())
	if recv := sig.Recv(); recv != nil && types.Identical(typing.Deref(recv.Type()), result) {
		return true
	}
	for v := range sig.Params().Variables() {
		if types.Identical(typing.Deref(v.Type()), result) {
			return true
		}
	}
	return false
}
