package header

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Index is an expression that takes a piece out of a request's credentials by its place.
type Index struct {
	ast.Expr
	Of     ast.Expr // the credentials
	Scheme ast.Expr // what stands before the piece; nil where that is not written, or the pieces have a name
}

// Indexes returns the pieces of credentials that are taken by their place where nothing in the package looks at how long
// they are: a request of another form makes them panic.
func (p *Reader) Indexes() []Index {
	var out []Index
	for _, e := range p.Index.Forward().Indexes {
		if from := p.split(e.X); p.Index.Int(e.Index) > 0 && from != nil && p.untested(from) {
			piece := Index{Expr: e, Of: from}
			if _, direct := ast.Unparen(e.X).(*ast.CallExpr); direct {
				piece.Scheme = p.scheme(p.splitting(e.X, model.Between))
			}
			out = append(out, piece)
		}
	}
	for _, e := range p.Index.Forward().Slices {
		if !typing.IsString(p.Info.TypeOf(e.X)) {
			continue
		}
		if max(p.Index.Int(e.Low), p.Index.Int(e.High)) > 0 && p.untested(e.X) {
			out = append(out, Index{e, e.X, p.scheme(lengthOf(e))})
		}
	}
	return out
}

// scheme returns an expression where it is one constant text that ends a scheme, as "Bearer " does.
func (p *Reader) scheme(e ast.Expr) ast.Expr {
	if e == nil || !strings.HasSuffix(p.Index.Text(e), " ") || len(p.Index.Text(e)) < 2 {
		return nil
	}
	return e
}

// lengthOf returns x of s[len(x):], nil for other slices.
func lengthOf(e *ast.SliceExpr) ast.Expr {
	c, ok := e.Low.(*ast.CallExpr)
	if !ok || e.High != nil || len(c.Args) != 1 {
		return nil
	}
	if id, ok := c.Fun.(*ast.Ident); ok && id.Name == "len" {
		return c.Args[0]
	}
	return nil
}

// split returns the text whose pieces an expression is, nil where it is no list of pieces.
func (p *Reader) split(e ast.Expr) ast.Expr { return p.splitting(e, model.From) }

// splitting returns the argument in a role of the call that takes a text to pieces, nil where an expression is no result
// of one.
func (p *Reader) splitting(e ast.Expr, r model.Role) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		defs := p.Origin.Definitions(e)
		if len(defs) != 1 {
			return nil
		}
		if call, ok = ast.Unparen(defs[0]).(*ast.CallExpr); !ok {
			return nil
		}
	}
	sig := model.Of(p.Index.Callee(call), "")
	if sig == nil || sig.Result(0) != model.Parts {
		return nil
	}
	if args := syntax.Args(call, sig, r); len(args) == 1 {
		return args[0]
	}
	return nil
}

// untested reports whether a text is the credentials of a request and the package asks nothing of it that would tell its
// form: no length, no answer of yes or no.
func (p *Reader) untested(text ast.Expr) bool {
	of := p.Origin.Trace(text)
	if !slices.ContainsFunc(of.Origins, func(o origin.Origin) bool {
		return o.Kind == origin.Request && !o.Masked && slices.ContainsFunc(o.Names, names.Credential)
	}) {
		return false
	}
	same := func(e ast.Expr) bool {
		t := p.Info.TypeOf(e)
		return t != nil && typing.MayHoldText(t) && slices.ContainsFunc(p.Origin.Trace(e).Origins, func(o origin.Origin) bool {
			return slices.ContainsFunc(of.Origins, func(b origin.Origin) bool { return b.At == o.At && b.At != nil })
		})
	}
	for _, c := range p.Index.Calls {
		b, ok := p.Info.TypeOf(c).(*types.Basic)
		id, builtin := ast.Unparen(c.Fun).(*ast.Ident)
		switch {
		case builtin && id.Name == "len" && p.Info.Types[c.Fun].IsBuiltin() && p.Info.Types[c].Value == nil:
		case ok && b.Info()&types.IsBoolean != 0:
		default:
			continue
		}
		if slices.ContainsFunc(c.Args, same) {
			return false
		}
	}
	return true
}

// ImpossibleAssertions returns the assertions that a claim has a type which decoding JSON never gives (package encoding/json), where
// a wrong type panics.
func (p *Reader) ImpossibleAssertions() []*ast.TypeAssertExpr {
	var out []*ast.TypeAssertExpr
	for _, e := range p.Index.Forward().Asserts {
		index, ok := ast.Unparen(e.X).(*ast.IndexExpr)
		if !ok || p.commaOK(e) || !neverDecoded(p.Info.TypeOf(e.Type)) {
			continue
		}
		obj := typing.TypeName(p.Info.TypeOf(index.X))
		if obj == nil || obj.Pkg() == nil || !model.HandlesTokens(obj.Pkg().Path()) {
			continue
		}
		if _, isMap := obj.Type().Underlying().(*types.Map); isMap && !p.builtHere(index.X) {
			out = append(out, e)
		}
	}
	return out
}

// commaOK reports whether an assertion says whether it holds.
func (p *Reader) commaOK(e ast.Expr) bool {
	switch o := p.Index.Outer(e).(type) {
	case *ast.AssignStmt:
		return len(o.Lhs) == 2 && len(o.Rhs) == 1
	case *ast.ValueSpec:
		return len(o.Names) == 2 && len(o.Values) == 1
	}
	return false
}

// neverDecoded reports whether decoding JSON into a value of any type never gives the type.
func neverDecoded(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		_, named := types.Unalias(t).(*types.Named)
		return named || u.Info()&types.IsInteger != 0 || u.Kind() == types.Float32
	case *types.Slice:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return !ok || !i.Empty()
	case *types.Map:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return !ok || !i.Empty()
	case *types.Struct, *types.Pointer:
		return true
	}
	return false
}

// builtHere reports whether claims can be ones that this package puts together itself.
func (p *Reader) builtHere(e ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Trace(e).Origins, func(o origin.Origin) bool {
		switch at := o.At.(type) {
		case *ast.CompositeLit:
			return len(at.Elts) > 0
		case *ast.CallExpr:
			return p.Info.Types[at.Fun].IsBuiltin()
		}
		return o.Param != nil
	})
}
