// Package program tells what kind of program a file belongs to: one that answers requests, or one that its user runs from
// a command line.
package program

import (
	"go/ast"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Analyzer says to importing packages which packages answer requests.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtprogram",
	Doc:        "find the packages that answer requests",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Reader](),
	FactTypes:  []analysis.Fact{(*Server)(nil)},
}

// Server is said of a package that answers requests until the program ends.
type Server struct{}

// AFact marks the type as a fact.
func (*Server) AFact() {}

// Reader knows what kind of program the package of a pass belongs to.
type Reader struct{ pass *analysis.Pass }

func run(pass *analysis.Pass) (any, error) {
	r := &Reader{pass}
	if !calls.Unrelated(pass) && r.isServer() {
		pass.ExportPackageFact(&Server{})
	}
	return r, nil
}

// Of returns what is known for an analyzer that requires [Analyzer].
func Of(pass *analysis.Pass) *Reader { return pass.ResultOf[Analyzer].(*Reader) }

// isServer reports whether the package itself calls what answers requests.
func (r *Reader) isServer() bool {
	for _, imp := range r.pass.Pkg.Imports() {
		if model.IsServer(imp.Path()) {
			for _, obj := range r.pass.TypesInfo.Uses {
				if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Listen {
					return true
				}
			}
			return false
		}
	}
	return false
}

// AnyServer reports whether the package, or one that it imports at any distance, answers requests.
func (r *Reader) AnyServer() bool { return len(r.pass.AllPackageFacts()) > 0 }

// IsServer reports whether the package itself answers requests.
func (r *Reader) IsServer() bool { return r.pass.ImportPackageFact(r.pass.Pkg, &Server{}) }

// CommandLine reports whether a file is that of a program run from a command line, rather than of a server: what it prints is
// what its user asked for. alone says that the program answers no requests either, unless at the command of its user.
func (r *Reader) CommandLine(at ast.Node) (program, alone bool) {
	for _, f := range r.pass.Files {
		if f.FileStart > at.Pos() || at.Pos() >= f.FileEnd {
			continue
		}
		command, one := r.pass.Pkg.Name() == "main", false
		for _, imp := range f.Imports {
			path := strings.Trim(imp.Path.Value, `"`)
			if model.IsServer(path) {
				return false, false
			}
			command = command || model.IsCLI(path)
			one = one || model.HasCommands(path)
		}
		return command, command && (one || !r.AnyServer())
	}
	return false, false
}
