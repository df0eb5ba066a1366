// Package startup answers what happens in a program before main runs. jwtsecret asks it:
//
//	var key = os.Getenv("JWT_KEY")  // a read at initialisation
//	func init() { godotenv.Load() } // loads the settings at initialisation
//	func main() { godotenv.Load() } // loads them later
package startup

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// Start is what a package and those that it imports do when they are initialised, for those that
// import it.
type Start struct {
	Reads      []string // packages that read a JWT key, from the environment
	Configured []string // those that read one from a configuration
	Copied     []string // those that copy a variable with a key that has no value yet
	Names      []string // of the settings that they read
	Loads      bool     // the settings

	// of the package alone
	Early []files.Place // where it reads the values of variables that may hold keys
	Unset []string      // exported variables that may hold keys, and have no value yet
}

// AFact marks the type as a fact.
func (*Start) AFact() {}

// Analyzer says to importing packages what the initialisation of a package does, and which
// settings files and settings it reads.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtstart",
	Doc:        "find what packages read and load when they are initialised",
	Run:        start,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Reader](),
	FactTypes:  []analysis.Fact{(*Start)(nil), (*Loader)(nil), (*loads.Fact)(nil)},
}

// Reader tells what happens in a program before main runs.
type Reader struct {
	calls.View
	pass  *analysis.Pass
	Known *loads.Known // what is known of settings
}

func start(pass *analysis.Pass) (any, error) {
	s := &Reader{pass: pass}
	does := s.Imported()
	ask := calls.Inspect
	if callsLoader(pass) { // whether the package itself has to do with tokens or not
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		s.View = p.View
		s.add(&does)
		s.exportLoaders(&does)
		if calls.MayConcernTokens(pass) {
			s.Known = loads.Find(pass, p)
		}
	})
	if does.says() {
		pass.ExportPackageFact(&does)
	}
	if s.Known == nil {
		s.Known = loads.Find(pass, nil)
	}
	return s, nil
}

// says reports whether a fact says anything.
func (s *Start) says() bool {
	return s.Loads || len(s.Reads)+len(s.Configured)+len(s.Copied)+len(s.Early)+len(s.Unset) > 0
}

// LoadsLater returns the call that loads the settings, into the environment for env, where only a
// function does it after initialisation; nil when none does or when an imported package has loaded
// them before.
func (p *Reader) LoadsLater(env bool) *calls.Call {
	return p.later(func(l Loader) bool { return !l.Sets && (l.Env || !env) })
}

// later returns the first call of a loader for which is is true, nil where there is none or one is called
// at initialisation.
func (p *Reader) later(is func(Loader) bool) *calls.Call {
	if p.Index == nil || p.Imported().Loads {
		return nil
	}
	var later *calls.Call
	for _, l := range p.loads() {
		if p.runsFirst(p.Index.FuncAt(l.Node.Pos()), map[ast.Node]bool{}) {
			return nil
		}
		if later == nil && is(l.Loader) {
			later = l.Call
		}
	}
	return later
}

// Late returns a call by which a program loads the settings after imported packages have read their
// keys, and those packages; nil for none. Which calls of others a program makes, only its main knows.
func (p *Reader) Late() (*calls.Call, []string) {
	if p.pass.Pkg.Name() != "main" {
		return nil, nil
	}
	does := p.Imported()
	if load := p.LoadsLater(true); load != nil && len(does.Reads) > 0 {
		return load, does.Reads
	}
	if load := p.LoadsLater(false); load != nil && len(does.Configured) > 0 {
		return load, does.Configured
	}
	if set := p.later(func(Loader) bool { return true }); set != nil && len(does.Copied) > 0 {
		return set, does.Copied
	}
	return nil, nil
}

// TooEarly reports whether a setting is read as a key when a package is initialised, before anything has
// loaded it: its value in a file is never the key.
func (p *Reader) TooEarly(name string) bool {
	does := p.Imported()
	if !does.Loads && slices.Contains(does.Names, name) {
		return true
	}
	if p.Index == nil {
		return false
	}
	own := Start{}
	p.add(&own)
	return slices.Contains(own.Names, name) &&
		(!does.Loads && !own.Loads || p.LoadsLater(true) != nil || p.LoadsLater(false) != nil)
}

// ReadEarly returns the read that gives a package variable its initial value, where nothing else
// gives it one.
func (p *Reader) ReadEarly(v *types.Var) (*origin.Origin, bool) {
	if v.Pkg() != p.Pkg || v.Parent() != p.Pkg.Scope() {
		return nil, false
	}
	tr := p.Origin.Var(v)
	if len(tr.Origins) != 1 || tr.Origins[0].At == nil || tr.Origins[0].Via != nil {
		return nil, false
	}
	o := tr.Origins[0]
	return o, (o.Kind == origin.Env || o.Kind == origin.Config) && p.Index.FuncAt(o.At.Pos()) == nil
}

// maxReads is how many packages, and how many settings, a fact names.
const maxReads = 16

// Imported returns what the imported packages do when they are initialised. Each says it for those
// that it imports itself: the go command hands on no fact of a package whose types nobody uses.
func (p *Reader) Imported() Start {
	var s Start
	for _, f := range p.pass.AllPackageFacts() {
		if of, ok := f.Fact.(*Start); ok && f.Package != p.pass.Pkg {
			s.Reads, s.Configured = append(s.Reads, of.Reads...), append(s.Configured, of.Configured...)
			s.Names, s.Copied = append(s.Names, of.Names...), append(s.Copied, of.Copied...)
			s.Loads = s.Loads || of.Loads
		}
	}
	s.Loads = s.Loads || slices.ContainsFunc(p.pass.Pkg.Imports(), func(imp *types.Package) bool {
		return model.LoadsOnImport(imp.Path())
	})
	for _, names := range []*[]string{&s.Reads, &s.Configured, &s.Copied, &s.Names} {
		slices.Sort(*names)
		*names = slices.Compact(*names)
		*names = (*names)[:min(len(*names), maxReads)]
	}
	return s
}

// add adds what the initialisation of this package does.
func (p *Reader) add(s *Start) {
	for _, c := range p.Calls.All {
		if c.Verb != model.Sign && c.Verb != model.Verify {
			continue
		}
		key := p.Calls.Key(c)
		for _, v := range key.Through {
			if o, early := p.ReadEarly(v); early {
				s.read(&s.Reads, p.Pkg, o)
			} else if o, copied := p.copied(v); copied {
				s.read(&s.Copied, p.Pkg, o)
			}
		}
		if len(key.Origins) == 1 && p.early(key.Origins[0]) {
			s.read(&s.Reads, key.Origins[0].Via.Pkg(), key.Origins[0])
		}
	}
	p.addVariables(s)
	for _, l := range p.loads() {
		fn := p.Index.FuncAt(l.Node.Pos())
		_, declared := fn.(*ast.FuncDecl)
		s.Loads = s.Loads || !declared || p.initialises(fn, map[ast.Node]bool{})
	}
}

// read adds a key that a package reads, to the packages that read from the environment unless it is read
// from a configuration.
func (s *Start) read(to *[]string, pkg *types.Package, o *origin.Origin) {
	if to == &s.Reads && o.Kind == origin.Config {
		to = &s.Configured
	}
	if len(*to) < maxReads && !slices.Contains(*to, pkg.Name()) {
		*to = append(*to, pkg.Name())
	}
	for _, name := range o.Names {
		if len(s.Names) < maxReads && !slices.Contains(s.Names, name) {
			s.Names = append(s.Names, name)
		}
	}
}
