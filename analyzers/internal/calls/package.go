package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/guards"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// View is what a room looks at: one package, with its syntax, its types, the origins of its values and its calls.
type View struct {
	Pkg      *types.Package
	Info     *types.Info
	Fset     *token.FileSet
	Files    []*ast.File // every file that the driver has, tests among them
	Index    *syntax.Index
	Flow     *flow.Graphs
	Origin   *origin.Tracer
	Guards   *guards.Guards
	Spelling *spelling.Speller
	Quantity *quantity.Reader
	Calls    *Package
}

// Package is what the analyzer found in one package.
type Package struct {
	View
	All   []*Call // in the order of their places
	Named []Named

	pass     *analysis.Pass
	concerns bool // it can have to do with keys or tokens
	built    bool
	nodes    map[ast.Node][]*Call
	alone    sync.Mutex
}

func run(pass *analysis.Pass) (any, error) {
	p := &Package{pass: pass}
	if Unrelated(pass) {
		return p, nil
	}
	if p.concerns = concerned(pass, files.Of(pass)); p.concerns {
		p.build()
		(&exporter{p, map[types.Object]*Fact{}, map[ast.Node]bool{}}).export()
	}
	return p, nil
}

// build looks into the package.
func (p *Package) build() {
	p.built = true
	index := syntax.New(p.pass.Pkg, p.pass.TypesInfo, files.Of(p.pass))
	graphs := flow.New(index)
	tracer := origin.New(p.pass, index, graphs, p.Summary)
	p.View = View{
		Pkg: p.pass.Pkg, Info: p.pass.TypesInfo, Fset: p.pass.Fset, Files: p.pass.Files,
		Index: index, Flow: graphs, Origin: tracer,
		Guards: guards.New(index, tracer), Spelling: spelling.New(index, graphs, tracer), Quantity: quantity.New(index, tracer),
		Calls: p,
	}
	(&finder{p}).find()
}

// Summary returns what another package says of one of its parameters, functions, variables or fields, nil for nothing.
func (p *Package) Summary(obj types.Object) *origin.Summary {
	var f Fact
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == p.pass.Pkg || !p.pass.ImportObjectFact(obj, &f) {
		return nil
	}
	return &f.Summary
}

// Inspect calls f with what was found in the package of the pass; f is not called where there is nothing to do with tokens.
// Drivers run checks side by side and the walks of one package share what they remember, so one check asks at a time.
func Inspect(pass *analysis.Pass, f func(*Package)) {
	if p := pass.ResultOf[Analyzer].(*Package); p.concerns {
		p.alone.Lock()
		defer p.alone.Unlock()
		f(p)
	}
}

// InspectAny is Inspect for who wants to look into a package whether it has to do with tokens or not.
func InspectAny(pass *analysis.Pass, f func(*Package)) {
	p := pass.ResultOf[Analyzer].(*Package)
	p.alone.Lock()
	defer p.alone.Unlock()
	if !p.built {
		p.build()
	}
	f(p)
}

// MayConcernTokens reports whether the package of the pass can have to do with keys or tokens.
func MayConcernTokens(pass *analysis.Pass) bool { return pass.ResultOf[Analyzer].(*Package).concerns }
