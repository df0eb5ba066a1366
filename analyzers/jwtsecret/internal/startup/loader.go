package startup

// This file finds functions that load settings when they are called:
//
//	package database
//	func Connect() *gorm.DB { loadEnv(); ... } // a Loader
//	func loadEnv() { godotenv.Load() }
//	package main
//	func main() { database.Connect() }         // loads the settings, after all are initialised

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Loader says that a function loads settings when it is called.
type Loader struct {
	Env  bool // into the environment
	Sets bool // it only gives variables a value that have none yet, see Start.Unset
}

// AFact marks the type as a fact.
func (*Loader) AFact() {}

// load is a call that loads settings.
type load struct {
	*calls.Call
	Loader // into the environment: for all who read that
}

// loads returns the calls that load settings: those of libraries, then those of functions of other
// packages that do so, each by position.
func (p *Reader) loads() (out []load) {
	for _, c := range p.Calls.All {
		if c.Verb == model.Load {
			obj := p.Index.Callee(c.Node.(*ast.CallExpr))
			env := obj != nil && obj.Pkg() != nil && model.SetsEnvironment(obj.Pkg().Path())
			out = append(out, load{c, Loader{Env: env}})
		}
	}
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		var by Loader
		if ok && fn.Pkg() != nil && fn.Pkg() != p.Pkg && p.pass.ImportObjectFact(fn.Origin(), &by) {
			out = append(out, load{&calls.Call{Verb: model.Load, Node: c, Callee: fn, Via: fn}, by})
		}
	}
	return out
}

// callsLoader reports whether a package mentions a function of another one that loads settings.
func callsLoader(pass *analysis.Pass) bool {
	loaders := map[types.Object]bool{}
	for _, f := range pass.AllObjectFacts() {
		if _, ok := f.Fact.(*Loader); ok {
			loaders[f.Object] = true
		}
	}
	if len(loaders) == 0 || len(files.Of(pass)) == 0 {
		return false
	}
	for _, obj := range pass.TypesInfo.Uses {
		if loaders[obj] {
			return true
		}
	}
	return false
}

// exportLoaders says of the functions of the package that they load settings, or only set variables that
// have no value yet: a literal is taken for a part of the function around it.
func (p *Reader) exportLoaders(own *Start) {
	known := map[*ast.FuncDecl]Loader{}
	var add func(at token.Pos, is Loader)
	add = func(at token.Pos, is Loader) {
		d := syntax.DeclAt(p.Index, at)
		if d == nil {
			return
		}
		had, met := known[d]
		if met {
			is = Loader{had.Env || is.Env, had.Sets && is.Sets}
		}
		if met && is == had {
			return
		}
		known[d] = is
		for _, c := range p.Origin.Callers(d) {
			add(c.Pos(), is)
		}
	}
	for _, l := range p.loads() {
		add(l.Node.Pos(), l.Loader)
	}
	for _, name := range own.Unset {
		if v, ok := p.Pkg.Scope().Lookup(name).(*types.Var); ok {
			for _, w := range p.Index.Writes[v] {
				add(w.Pos, Loader{Sets: true})
			}
		}
	}
	for d, is := range known {
		if fn, ok := p.Info.Defs[d.Name].(*types.Func); ok && !isInit(d) && d.Name.Name != "main" {
			p.pass.ExportObjectFact(fn, &is)
		}
	}
}
