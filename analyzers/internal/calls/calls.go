// Package calls finds the calls that make and check tokens: those of modelled libraries and those of this program's own
// wrappers, which look the same to a check. It is the one analyzer with facts.
package calls

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Analyzer resolves the calls of a package and says what its own functions, variables and fields mean to others.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtcalls",
	Doc:        "find the calls that make and check JSON Web Tokens, through wrappers and packages",
	Run:        run,
	ResultType: reflect.TypeFor[*Package](),
	FactTypes:  []analysis.Fact{(*Fact)(nil), (*Start)(nil), (*Cookies)(nil), (*Serves)(nil)},
}

// Fact is what a package says of one of its parameters, functions, variables or fields.
type Fact struct{ origin.Summary }

// AFact marks the type as a fact.
func (*Fact) AFact() {}

// Call is a call, or a literal or assignment that configures a library, in the terms of the model.
type Call struct {
	Verb   model.Verb
	Node   ast.Node     // the call, or the literal or value that configures
	Via    types.Object // the parameter, variable or field of another package whose fact says so; nil for a library's own
	Callee types.Object // what is called or configured
	On     ast.Expr     // the receiver, nil for none
	Firm   bool         // an empty key is refused, by the library or by what Via belongs to
	args   map[model.Role][]ast.Expr
	alg    model.Role
	sets   []model.Role // the parts of a cookie that the library sets by itself
}

// Args returns the arguments in a role.
func (c *Call) Args(r model.Role) []ast.Expr { return c.args[r] }

// library returns the import path of the library that is called, "" for a wrapper of another package.
func (c *Call) library() string {
	if c.Via != nil || c.Callee == nil || c.Callee.Pkg() == nil {
		return ""
	}
	return c.Callee.Pkg().Path()
}

// Least returns the length in bytes below which the library refuses the key of an HMAC, 0 where it takes any.
func (c *Call) Least() int { return model.Least(c.library()) }

// Dates reports whether the library writes an instant in a claim as a number of seconds.
func (c *Call) Dates() bool { return model.Dates(c.library()) }

// Texts reports whether the library takes a string for the key of an HMAC.
func (c *Call) Texts() bool { return model.Texts(c.library()) }

// Keyed reports whether the call signs or verifies tokens, or makes what does so with a key that it is given.
func (c *Call) Keyed() bool {
	return c.Verb == model.Sign || c.Verb == model.Verify || c.Verb == model.Build && len(c.args[model.Key])+len(c.args[model.Keyfunc]) > 0
}

// Package is what the analyzer found. It is nil for a package that has nothing to do with tokens.
type Package struct {
	*origin.Tracer
	Calls []*Call
	Named []Named
	pass  *analysis.Pass
	keys  map[ast.Node]bool // where keys that are used here are born
	nodes map[ast.Node][]*Call
	known *known

	queries []ast.Expr // see encoded
	sunk    []Sink     // see sinks
	alone   sync.Mutex
}

// Ask calls f with what was found in the package of the pass; f is not called where there is nothing to do with tokens.
// Drivers run checks side by side and the walks of one package share what they remember, so one check asks at a time.
func Ask(pass *analysis.Pass, f func(*Package)) {
	p := pass.ResultOf[Analyzer].(*Package)
	if p == nil {
		return
	}
	p.alone.Lock()
	defer p.alone.Unlock()
	f(p)
}

// Named is a setting whose name says that it is the key of tokens, with where it comes from.
type Named struct {
	Name  string
	Trace origin.Trace
}

func run(pass *analysis.Pass) (any, error) {
	if outside(pass) {
		return (*Package)(nil), nil
	}
	facts := func(obj types.Object) *origin.Summary {
		var f Fact
		if obj.Pkg() == nil || obj.Pkg() == pass.Pkg || !pass.ImportObjectFact(obj, &f) {
			return nil
		}
		return &f.Summary
	}
	own := files.Of(pass)
	serves := served(pass, own)
	concerns := concerned(pass, own) || advised() && serves.Listens
	if !concerns && !wraps(pass, own) {
		return (*Package)(nil), nil
	}
	p := &Package{Tracer: origin.New(pass, own, facts), pass: pass, keys: map[ast.Node]bool{}}
	p.find(facts)
	if !concerns {
		p.exportLogging()
		return (*Package)(nil), nil
	}
	p.believe()
	p.named()
	p.export()
	p.start()
	p.answers(serves)
	return p, nil
}

// concerned reports whether a package can have to do with keys or tokens: it imports a library that does or one that loads settings, its source
// mentions them, or an import says that it takes a key.
func concerned(pass *analysis.Pass, own []*ast.File) bool {
	if len(own) == 0 {
		return false
	}
	for _, imp := range pass.Pkg.Imports() {
		if model.Handles(imp.Path()) || model.Steers(imp.Path()) {
			return true
		}
	}
	for _, f := range own {
		if data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name()); err != nil || mentioned(string(data)) {
			return true
		}
	}
	for _, f := range pass.AllObjectFacts() {
		if fact, ok := f.Fact.(*Fact); ok && slices.ContainsFunc(fact.Uses, authenticates) && imports(pass, f.Object.Pkg()) {
			return true
		}
	}
	return false
}

// authenticates reports whether a use makes or checks a token, rather than writing something down.
func authenticates(u origin.Use) bool { return u.Verb != model.Log }

func imports(pass *analysis.Pass, pkg *types.Package) bool {
	for _, imp := range pass.Pkg.Imports() {
		if imp == pkg {
			return true
		}
	}
	return false
}
