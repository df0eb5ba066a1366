package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/choosers"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/guards"
	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/sent"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// View is what a room looks at: one package, with its syntax, its types, the origins of its values
// and its calls. Rooms and checks embed it:
//
//	type Reader struct{ calls.View }
//
//	r.Calls.All         // the calls that make and check tokens
//	r.Origin.Trace(key) // where an expression comes from
//	r.Index.Stores      // the assignments of the package
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

// Package is the result of the analyzer for one package.
type Package struct {
	View
	All       []*Call        // in the order of their positions
	NamedKeys []origin.Trace // of settings whose name says that they are a JWT key
	Fields    *fields.Known  // what the imports say of fields of structs

	pass             *analysis.Pass
	mayConcernTokens bool
	built            bool
	byNode           map[ast.Node][]*Call // see callsAt
	keys             memo.Walk[*Call, []origin.Trace]
	key              memo.Walk[*Call, origin.Trace]
	joined           map[string]bool // the fields of which see joinFields
	sent             []ast.Expr      // see Sent
	mu               sync.Mutex      // see Inspect
}

func run(pass *analysis.Pass) (any, error) {
	p := &Package{pass: pass}
	if dependency.Unrelated(pass) {
		return p, nil
	}
	if p.mayConcernTokens = mayConcernTokens(pass, files.Of(pass)); p.mayConcernTokens {
		p.build()
		(&exporter{
			p, map[types.Object]*Fact{}, fields.Say(p.Fields), map[ast.Node]bool{}, map[ast.Node]bool{},
		}).export()
	}
	for fn, from := range choosers.Of(pass, files.Of(pass)) {
		if !pass.ImportObjectFact(fn, &Fact{}) { // the exporter has said no more
			pass.ExportObjectFact(fn, &Fact{origin.Summary{From: []origin.Atoms{from}}})
		}
	}
	return p, nil
}

// build indexes the package and finds its calls.
func (p *Package) build() {
	p.built = true
	index := syntax.New(p.pass.Pkg, p.pass.TypesInfo, files.Of(p.pass))
	graphs := flow.New(index)
	p.Fields = fields.New(p.pass)
	tracer := origin.New(p.pass, index, graphs, p.Summary)
	p.View = View{
		Pkg: p.pass.Pkg, Info: p.pass.TypesInfo, Fset: p.pass.Fset, Files: p.pass.Files,
		Index: index, Flow: graphs, Origin: tracer,
		Guards:   guards.New(index, tracer),
		Spelling: spelling.New(index, graphs, tracer),
		Quantity: quantity.New(index, tracer),
		Calls:    p,
	}
	p.keys = memo.Over[*Call, []origin.Trace](tracer.Circles)
	p.key = memo.Over[*Call, origin.Trace](tracer.Circles)
	(&finder{p}).find()
}

// Summary returns the fact about a parameter, function, variable or field of another package, nil
// for none.
func (p *Package) Summary(obj types.Object) *origin.Summary {
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == p.pass.Pkg {
		return nil
	}
	var f Fact
	found := p.pass.ImportObjectFact(obj, &f)
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		if s := p.Fields.Of(v); s != nil {
			f.Add(&s.Summary)
			found = true
		}
	}
	if !found {
		return nil
	}
	return &f.Summary
}

// Sent returns where the tokens come from that requests are sent with.
func (p *Package) Sent() []origin.Trace { return sent.Traces(p.Origin, p.sent) }

// forget drops what depends on the questions that were asked so far, so that what one check asks
// changes no answer of another.
func (p *Package) forget() {
	p.Origin.Forget()
	p.Spelling.Forget()
	p.Quantity.Forget()
	p.keys.Forget()
	p.key.Forget()
}

// Inspect calls f with the package of the pass, unless it has nothing to do with tokens. Drivers
// run checks side by side and the walks of one package share what they remember, so one check
// inspects a package at a time.
func Inspect(pass *analysis.Pass, f func(*Package)) {
	if p := pass.ResultOf[Analyzer].(*Package); p.mayConcernTokens {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.forget()
		f(p)
	}
}

// InspectAny is [Inspect] for packages that need not have to do with tokens.
func InspectAny(pass *analysis.Pass, f func(*Package)) {
	p := pass.ResultOf[Analyzer].(*Package)
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.built {
		p.build()
	}
	p.forget()
	f(p)
}

// MayConcernTokens reports whether the package of the pass can have to do with keys or tokens.
func MayConcernTokens(pass *analysis.Pass) bool {
	return pass.ResultOf[Analyzer].(*Package).mayConcernTokens
}
