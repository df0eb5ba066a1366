package refusal

import (
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Analyzer exports a fact for each function that answers a request and returns to its caller:
//
//	func Unauthorized(w http.ResponseWriter, text string) { Error(w, 401, text) }
//	func Error(w http.ResponseWriter, status int, text string) { http.Error(w, text, status) }
var Analyzer = &analysis.Analyzer{
	Name:       "jwtrefusals",
	Doc:        "find the functions that refuse requests",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*Answers)(nil)},
}

// Answers is the fact about a function that answers on every way through it.
type Answers struct {
	Refuses bool   // with status 401 or 403
	Param   int    // else with the status that this parameter gives
	Field   string // or this field of it
}

// AFact marks the type as a fact.
func (*Answers) AFact() {}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

// of returns how a function of another package answers.
func (f *Facts) of(fn *types.Func) answer {
	var a Answers
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == f.pass.Pkg || !f.pass.ImportObjectFact(fn, &a) {
		return answer{}
	}
	return answer{refuses: a.Refuses, byParam: !a.Refuses, by: param{a.Param, a.Field}}
}

func run(pass *analysis.Pass) (any, error) {
	facts := &Facts{pass}
	inspect := calls.Inspect
	if !calls.MayConcernTokens(pass) {
		if dependency.Unrelated(pass) || !mayAnswer(pass, files.Of(pass)) {
			return facts, nil
		}
		inspect = calls.InspectAny
	}
	inspect(pass, func(p *calls.Package) {
		r := &Reader{View: p.View, facts: facts}
		inOrder := func(a, b *types.Func) int { return p.Index.Compare(a.Pos(), b.Pos()) }
		for _, fn := range slices.SortedFunc(maps.Keys(p.Index.Decls), inOrder) {
			if !fn.Exported() {
				continue
			}
			if a := r.answerOf(fn); !a.isNone() {
				pass.ExportObjectFact(fn, &Answers{a.refuses, a.by.index, a.by.field})
			}
		}
	})
	return facts, nil
}

// mayAnswer reports whether a package can have functions that answer for others: an exported one
// is given something of a server.
func mayAnswer(pass *analysis.Pass, own []*ast.File) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		return model.IsServer(imp.Path())
	}) {
		return false
	}
	ofServer := func(v *ast.Field) bool {
		name := typing.TypeName(typing.Deref(typing.OrInvalid(pass.TypesInfo.TypeOf(v.Type))))
		return name != nil && name.Pkg() != nil && model.IsServer(name.Pkg().Path())
	}
	for _, f := range own {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && fn.Name.IsExported() && slices.ContainsFunc(fn.Type.Params.List, ofServer) {
				return true
			}
		}
	}
	return false
}
