package sinks

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Analyzer exports a fact for each parameter of a package's functions that is handed on to a log
// or a response:
//
//	func Infof(format string, args ...any) { logger.Infof(format, args...) }
//	func JSON(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }
var Analyzer = &analysis.Analyzer{
	Name:       "jwtsinks",
	Doc:        "find the functions that hand what they are given on to a log or a response",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*ParamSinks)(nil)},
}

// ParamSinks is the fact about a parameter: where its arguments get to, any of Logged, Encoded,
// Response and Wrapped.
type ParamSinks struct{ To []model.Role }

// AFact marks the type as a fact.
func (*ParamSinks) AFact() {}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

// of returns where the arguments of a parameter of another package get to.
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
	inspect := calls.Inspect
	if !calls.MayConcernTokens(pass) {
		if dependency.Unrelated(pass) || !mayWrap(pass, files.Of(pass)) {
			return facts, nil
		}
		inspect = calls.InspectAny
	}
	inspect(pass, func(p *calls.Package) { (&Reader{p.View, facts}).export(pass) })
	return facts, nil
}

// export exports the facts of the package.
func (p *Reader) export(pass *analysis.Pass) {
	s := newCollector(p)
	for _, c := range p.Index.Calls {
		s.addCall(c)
	}
	s.addLoggers()
	to := map[*types.Var][]model.Role{}
	for _, r := range s.relayed {
		if p.Calls.Visible(r.param) && !slices.Contains(to[r.param], r.to) {
			to[r.param] = append(to[r.param], r.to)
		}
	}
	for v, roles := range to {
		pass.ExportObjectFact(v, &ParamSinks{roles})
	}
}

// mayWrap reports whether a package can wrap a logger or a server: it imports or declares one and
// has an exported function that takes values of any type.
func mayWrap(pass *analysis.Pass, own []*ast.File) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		return model.WrapsLogger(imp.Path()) || model.IsServer(imp.Path())
	}) && !declaresLogger(pass.Pkg.Scope()) {
		return false
	}
	takesAny := func(p *ast.Field) bool { return isAny(p.Type) }
	for _, f := range own {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && fn.Name.IsExported() && slices.ContainsFunc(fn.Type.Params.List, takesAny) {
				return true
			}
		}
	}
	return false
}

// declaresLogger reports whether a package declares a logger: an interface, or a type that prints.
func declaresLogger(scope *types.Scope) bool {
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			return false
		}
		if iface, ok := t.Type().Underlying().(*types.Interface); ok {
			return model.IsLoggerInterface(iface)
		}
		named, ok := t.Type().(*types.Named)
		return ok && len(model.LevelMethods(named)) > 0
	})
}

// isAny reports whether the type of a parameter is written as any, or as a list of that.
func isAny(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ellipsis:
		return isAny(e.Elt)
	case *ast.ArrayType:
		return isAny(e.Elt)
	case *ast.InterfaceType:
		return len(e.Methods.List) == 0
	case *ast.Ident:
		return e.Name == "any"
	}
	return false
}
