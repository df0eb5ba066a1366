package jwtsecret

// This file finds what happens before main runs:
//
//	var key = os.Getenv("JWT_KEY")  // a read at initialisation
//	func init() { godotenv.Load() } // loads the settings at initialisation
//	func main() { godotenv.Load() } // loads them later

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// Start is what a package does when it is initialised, for those that import it.
type Start struct {
	Reads bool // a key of tokens, from environment or configuration
	Loads bool // the settings
}

// AFact marks the type as a fact.
func (*Start) AFact() {}

// startAnalyzer says to importing packages what the initialisation of a package does, and which
// settings files and settings it reads.
var startAnalyzer = &analysis.Analyzer{
	Name:       "jwtstart",
	Doc:        "find what packages read and load when they are initialised",
	Run:        start,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*startup](),
	FactTypes:  []analysis.Fact{(*Start)(nil), (*loads.Fact)(nil)},
}

// startup tells what happens in a program before main runs.
type startup struct {
	calls.View
	pass  *analysis.Pass
	known *loads.Known // what is known of settings
}

func start(pass *analysis.Pass) (any, error) {
	s := &startup{pass: pass}
	calls.Inspect(pass, func(p *calls.Package) {
		s.View = p.View
		s.export()
		s.known = loads.Find(pass, p)
	})
	if s.known == nil {
		s.known = loads.Find(pass, nil)
	}
	return s, nil
}

// loadsLater returns the call that loads the settings where only a function does it after
// initialisation, nil when none does or when an imported package has loaded them before.
func (p *startup) loadsLater() *calls.Call {
	for _, f := range p.pass.AllPackageFacts() {
		if s, ok := f.Fact.(*Start); ok && s.Loads && f.Package != p.Pkg {
			return nil
		}
	}
	var later *calls.Call
	for _, c := range p.Calls.All {
		if c.Verb != model.Load {
			continue
		}
		if p.Index.FuncAt(c.Node.Pos()) == nil {
			return nil
		}
		if later == nil {
			later = c
		}
	}
	for _, imp := range p.Pkg.Imports() {
		if model.LoadsOnImport(imp.Path()) {
			return nil
		}
	}
	return later
}

// readEarly returns the read that gives a package variable its initial value, where nothing else
// gives it one.
func (p *startup) readEarly(v *types.Var) (origin.Origin, bool) {
	if v.Pkg() != p.Pkg || v.Parent() != p.Pkg.Scope() {
		return origin.Origin{}, false
	}
	tr := p.Origin.Var(v)
	if len(tr.Origins) != 1 || tr.Origins[0].At == nil || tr.Origins[0].Via != nil {
		return origin.Origin{}, false
	}
	o := tr.Origins[0]
	return o, (o.Kind == origin.Env || o.Kind == origin.Config) && p.Index.FuncAt(o.At.Pos()) == nil
}

// earlyImports names the imported packages that read a key when they are initialised.
func (p *startup) earlyImports() []string {
	var names []string
	for _, f := range p.pass.AllPackageFacts() {
		if s, ok := f.Fact.(*Start); ok && s.Reads && f.Package != p.Pkg {
			names = append(names, f.Package.Name())
		}
	}
	return names
}

// export says to importing packages what the initialisation of this one does.
func (p *startup) export() {
	var s Start
	for _, c := range p.Calls.All {
		switch c.Verb {
		case model.Load:
			d, ok := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
			s.Loads = s.Loads || !ok || d.Recv == nil && d.Name.Name == "init"
		case model.Sign, model.Verify:
			for _, v := range p.Calls.Key(c).Through {
				_, early := p.readEarly(v)
				s.Reads = s.Reads || early
			}
		}
	}
	if s != (Start{}) {
		p.pass.ExportPackageFact(&s)
	}
}
