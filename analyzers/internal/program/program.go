// Package program answers what kind of program a file belongs to: a server, or a program that its
// user runs from a command line. jwtleak and jwttransport ask it:
//
//	http.ListenAndServe(":8080", handler) // a server
//
//	var rootCmd = &cobra.Command{Use: "tool"} // a command line program
package program

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Analyzer exports a fact for each package that answers requests.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtprogram",
	Doc:        "find the packages that answer requests",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Reader](),
	FactTypes:  []analysis.Fact{(*Server)(nil)},
}

// Server is the fact about a package that answers requests until the program ends, or imports one of its
// module that does.
type Server struct{ Itself bool }

// AFact marks the type as a fact.
func (*Server) AFact() {}

// Reader finds what kind of program the package of a pass belongs to.
type Reader struct{ pass *analysis.Pass }

func run(pass *analysis.Pass) (any, error) {
	r := &Reader{pass}
	imports := len(dependency.Facts(pass)) > 0 // importers of this package need not see its imports
	if itself := !dependency.Unrelated(pass) && r.listens(); itself || imports {
		pass.ExportPackageFact(&Server{itself})
	}
	return r, nil
}

// Of returns the reader of a package for an analyzer that requires [Analyzer].
func Of(pass *analysis.Pass) *Reader { return pass.ResultOf[Analyzer].(*Reader) }

// listens reports whether the package itself mentions a function that answers requests.
func (r *Reader) listens() bool {
	isServer := func(p *types.Package) bool { return model.IsServer(p.Path()) }
	if !slices.ContainsFunc(r.pass.Pkg.Imports(), isServer) {
		return false
	}
	for _, obj := range r.pass.TypesInfo.Uses {
		if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Listen {
			return true
		}
	}
	return false
}

// AnyServer reports whether the package, or one that it imports at any distance, answers requests.
func (r *Reader) AnyServer() bool { return len(r.pass.AllPackageFacts()) > 0 }

// IsServer reports whether the package itself answers requests.
func (r *Reader) IsServer() bool {
	var own Server
	return r.pass.ImportPackageFact(r.pass.Pkg, &own) && own.Itself
}

// CommandLine reports whether the file around a node belongs to a program that is run from a
// command line, rather than to a server: it prints what its user asks for. alone reports that the
// program answers no requests either, except by a command of its user. In a file that has both, a
// command that answers none is told apart.
func (r *Reader) CommandLine(at ast.Node) (program, alone bool) {
	for _, f := range r.pass.Files {
		if f.FileStart > at.Pos() || at.Pos() >= f.FileEnd {
			continue
		}
		command, hasCommands := r.pass.Pkg.Name() == "main", false
		for _, imp := range f.Imports {
			path := strings.Trim(imp.Path.Value, `"`)
			if model.IsServer(path) {
				return r.inCommand(f, at) || r.prints(at), false
			}
			command = command || model.IsCLI(path)
			hasCommands = hasCommands || model.HasCommands(path)
		}
		return command, command && (hasCommands || !r.AnyServer())
	}
	return false, false
}

// prints reports whether a call of a program that answers no requests shows something, which its
// user asked for, rather than to log it:
//
//	res, err := http.Get(address)
//	fmt.Println(res.Status)
func (r *Reader) prints(at ast.Node) bool {
	call, ok := at.(*ast.CallExpr)
	if !ok || r.pass.Pkg.Name() != "main" || r.AnyServer() {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	obj := r.pass.TypesInfo.Uses[sel.Sel]
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.Log && !model.IsLogger(obj.Pkg().Path())
}

// inCommand reports whether the innermost function around a node is a command of the program, which
// answers no requests itself:
//
//	&cobra.Command{Use: "token", RunE: func(*cobra.Command, []string) error { ... }}
func (r *Reader) inCommand(f *ast.File, at ast.Node) bool {
	var sig *types.Signature
	var body *ast.BlockStmt
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || at.Pos() < n.Pos() || n.End() < at.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fn, ok := r.pass.TypesInfo.Defs[n.Name].(*types.Func); ok {
				sig, body = fn.Signature(), n.Body
			}
		case *ast.FuncLit:
			sig, _ = r.pass.TypesInfo.TypeOf(n).(*types.Signature)
			body = n.Body
		}
		return true
	})
	return sig != nil && takesCommand(sig) && !r.answers(body)
}

// takesCommand reports whether a function gets a command of a library that has them.
func takesCommand(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		obj := typing.TypeName(typing.Deref(v.Type()))
		if obj != nil && obj.Pkg() != nil && model.HasCommands(obj.Pkg().Path()) {
			return true
		}
	}
	return false
}

// answers reports whether statements call what answers requests.
func (r *Reader) answers(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if sig := model.Of(r.pass.TypesInfo.Uses[id], ""); sig != nil &&
				sig.Verb == model.Listen {
				found = true
			}
		}
		return !found
	})
	return found
}
