package sinks

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Analyzer says to importing packages which parameters of a package's functions get to where others read them.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtsinks",
	Doc:        "find the functions that hand what they are given on to a log or a response",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*ParamSinks)(nil)},
}

// ParamSinks says of a parameter where what it is given gets to: Logged, Encoded, Response or Wrapped.
type ParamSinks struct{ To []model.Role }

// AFact marks the type as a fact.
func (*ParamSinks) AFact() {}

// Facts knows what other packages say of their parameters.
type Facts struct{ pass *analysis.Pass }

// of returns where what a parameter of another package is given gets to.
func (f *Facts) of(v *types.Var) []model.Role {
	var l ParamSinks
	if v == nil || v.Pkg() == nil || v.Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(v, &l) {
		return nil
	}
	return l.To
}

// Reader finds the sinks of one package.
type Reader struct {
	calls.View
	facts *Facts
}

// New returns the reader of a package for an analyzer that requires [Analyzer].
func New(pass *analysis.Pass, p *calls.Package) *Reader {
	return &Reader{p.View, pass.ResultOf[Analyzer].(*Facts)}
}

func run(pass *analysis.Pass) (any, error) {
	facts := &Facts{pass}
	ask := calls.Inspect
	if !calls.MayConcernTokens(pass) {
		if calls.Unrelated(pass) || !wraps(pass, files.Of(pass)) {
			return facts, nil
		}
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) { (&Reader{p.View, facts}).export(pass) })
	return facts, nil
}

// export says which parameters of exported functions are handed on to a log or to whoever asked.
func (p *Reader) export(pass *analysis.Pass) {
	s := &collector{Reader: p}
	for _, c := range p.Index.Calls {
		s.call(c)
	}
	to := map[*types.Var][]model.Role{}
	for _, h := range s.on {
		if p.Calls.Visible(h.param) && !slices.Contains(to[h.param], h.to) {
			to[h.param] = append(to[h.param], h.to)
		}
	}
	for v, roles := range to {
		pass.ExportObjectFact(v, &ParamSinks{roles})
	}
}

// wraps reports whether a package can be a wrapper of a logger or of what answers requests: it imports one and has an
// exported function that takes values of any type.
func wraps(pass *analysis.Pass, own []*ast.File) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return model.WrapsLogger(imp.Path()) || model.IsServer(imp.Path()) }) {
		return false
	}
	for _, f := range own {
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
