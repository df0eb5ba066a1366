package calls

import (
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Start is what a package does when it is initialised, for those that import it.
type Start struct {
	Reads bool // a key of tokens, from environment or configuration
	Loads bool // the settings
}

// Cookies is said of a package that sends tokens as cookies.
type Cookies struct{}

// AFact marks the type as a fact.
func (*Cookies) AFact() {}

// SendsCookies reports whether this package, or one that it imports, sends tokens as cookies.
func (p *Package) SendsCookies() bool {
	for _, f := range p.pass.AllPackageFacts() {
		if _, ok := f.Fact.(*Cookies); ok {
			return true
		}
	}
	return false
}

// AFact marks the type as a fact.
func (*Start) AFact() {}

// LoadedLater returns the call that loads the settings where only a function does it after initialisation, nil when none
// does or when an imported package has loaded them before.
func (p *Package) LoadedLater() *Call {
	for _, f := range p.pass.AllPackageFacts() {
		if s, ok := f.Fact.(*Start); ok && s.Loads && f.Package != p.pass.Pkg {
			return nil
		}
	}
	var later *Call
	for _, c := range p.Calls {
		if c.Verb != model.Load {
			continue
		}
		if p.FuncAt(c.Node.Pos()) == nil {
			return nil
		}
		if later == nil {
			later = c
		}
	}
	for _, imp := range p.pass.Pkg.Imports() {
		if strings.HasSuffix(imp.Path(), "/autoload") {
			return nil
		}
	}
	return later
}

// ReadEarly returns the read that gives a package variable its initial value, where nothing else gives it one.
func (p *Package) ReadEarly(v *types.Var) (origin.Origin, bool) {
	if v.Pkg() != p.pass.Pkg || v.Parent() != p.pass.Pkg.Scope() {
		return origin.Origin{}, false
	}
	tr := p.Var(v)
	if len(tr.Births) != 1 || tr.Births[0].At == nil || tr.Births[0].Via != nil {
		return origin.Origin{}, false
	}
	o := tr.Births[0]
	return o, (o.Kind == origin.Env || o.Kind == origin.Config) && p.FuncAt(o.At.Pos()) == nil
}

// EarlyImports names the imported packages that read a key when they are initialised.
func (p *Package) EarlyImports() []string {
	var names []string
	for _, f := range p.pass.AllPackageFacts() {
		if s, ok := f.Fact.(*Start); ok && s.Reads && f.Package != p.pass.Pkg {
			names = append(names, f.Package.Name())
		}
	}
	return names
}

// start says to importing packages what the initialisation of this one does.
func (p *Package) start() {
	var s Start
	for _, c := range p.Calls {
		switch c.Verb {
		case model.Load:
			d, ok := p.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
			s.Loads = s.Loads || !ok || d.Recv == nil && d.Name.Name == "init"
		case model.Sign, model.Verify:
			for _, v := range p.Key(c).Through {
				_, early := p.ReadEarly(v)
				s.Reads = s.Reads || early
			}
		}
	}
	if slices.ContainsFunc(p.Cookies(), (*Cookie).Token) {
		p.pass.ExportPackageFact(&Cookies{})
	}
	if s != (Start{}) {
		p.pass.ExportPackageFact(&s)
	}
}

// PrivateKeyFile reports whether the module keeps a file with a private key under the relative path.
func (p *Package) PrivateKeyFile(path string) bool {
	if filepath.IsAbs(path) || path == "" {
		return false
	}
	for _, dir := range p.dirs() {
		if data, err := os.ReadFile(filepath.Join(dir, path)); err == nil && strings.Contains(string(data), "PRIVATE KEY-----") {
			return true
		}
	}
	return false
}

// dirs returns the folder of the package and those above it, up to the root of the module.
func (p *Package) dirs() []string {
	if len(p.pass.Files) == 0 {
		return nil
	}
	var out []string
	dir := filepath.Dir(p.pass.Fset.Position(p.pass.Files[0].Pos()).Filename)
	for {
		out = append(out, dir)
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || dir == filepath.Dir(dir) {
			return out
		}
		dir = filepath.Dir(dir)
	}
}
