// Package redaction answers which values loggers take out of what they write, by the names under
// which they stand. jwtleak asks it:
//
//	slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
//		switch a.Key {                 // names: token, secret
//		case "token", "secret":
//			a.Value = hidden
//		}
//		return a
//	}}
//	logger.Info("signed", "token", t)  // IsRedacted
package redaction

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Redacts is the fact about a package that takes secrets out of what is logged, by their names, or
// imports one of its module that does.
type Redacts struct{}

// AFact marks the type as a fact.
func (*Redacts) AFact() {}

// Analyzer says to importing packages that a package takes secrets out of what is logged.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtredact",
	Doc:        "find the packages that take secrets out of what is logged",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{(*Redacts)(nil)},
}

// Result is what is taken out of the logs of a package.
type Result struct {
	calls.View
	own      []string // words of this package's redactors, in the form of [names.Snake]
	imported bool     // a package that it imports has such redactors
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{imported: len(pass.AllPackageFacts()) > 0}
	calls.Inspect(pass, func(p *calls.Package) {
		r.View = p.View
		r.collect()
	})
	if len(dependency.Facts(pass)) > 0 || slices.ContainsFunc(r.own, namesSecret) { // importers need not see the imports
		pass.ExportPackageFact(&Redacts{})
	}
	return r, nil
}

// namesSecret reports whether the name of an attribute says that its value is secret.
func namesSecret(name string) bool {
	return names.Credential(name) || names.Key(name) ||
		strings.Contains(names.Snake(name), "secret")
}

// collect collects the words in the functions that look at the name of an attribute. Who does so
// changes what is written under it.
func (r *Result) collect() {
	seen := map[ast.Node]bool{}
	for e, sel := range r.Info.Selections {
		f := sel.Obj()
		if f.Pkg() == r.Pkg || !model.Of(f, typing.OwnerName(sel)).Means(model.Hold, model.Name) {
			continue
		}
		if fn := r.Index.FuncAt(e.Pos()); fn != nil && !seen[fn] {
			seen[fn] = true
			r.words(fn, seen)
		}
	}
}

var word = pattern.New(`[\pL\d_-]{3,}`)

// words adds the words of the constants that a function has, and of the variables and functions of
// this package that it uses.
func (r *Result) words(in ast.Node, seen map[ast.Node]bool) {
	ast.Inspect(in, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if v := r.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
			for _, w := range word().Regexp().FindAllString(constant.StringVal(v), -1) {
				r.own = append(r.own, names.Snake(w))
			}
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			for _, used := range r.used(id) {
				if !seen[used] {
					seen[used] = true
					r.words(used, seen)
				}
			}
		}
		return true
	})
}

// used returns what gives a variable of this package its value, or the function that a name calls
// where that can say something of a name: it takes a text and returns one, or a bool.
func (r *Result) used(id *ast.Ident) []ast.Node {
	var out []ast.Node
	switch obj := r.Info.Uses[id].(type) {
	case *types.Var:
		if obj.Parent() == r.Pkg.Scope() {
			for _, w := range r.Index.Writes[obj] {
				if w.Value != nil {
					out = append(out, w.Value)
				}
			}
		}
	case *types.Func:
		if d := r.Index.Decls[obj.Origin()]; d != nil && judgesText(obj.Signature()) {
			out = append(out, d)
		}
	}
	return out
}

// judgesText reports whether a function takes a text and returns one, or a bool.
func judgesText(sig *types.Signature) bool {
	if sig.Params().Len() == 0 || sig.Results().Len() != 1 {
		return false
	}
	result := sig.Results().At(0).Type()
	return typing.IsString(sig.Params().At(0).Type()) &&
		(typing.IsBool(result) || typing.IsString(result))
}

// IsRedacted reports whether the logger that gets a value, as an argument or a part of one, takes
// out what stands under its name.
func (r *Result) IsRedacted(s sinks.Sink, value ast.Expr) bool {
	name := names.Snake(r.Index.Text(nameOf(s, value)))
	switch {
	case name == "":
		return false
	case r.imported && namesSecret(name):
		return true
	}
	return slices.ContainsFunc(r.own, func(w string) bool { return strings.Contains(name, w) })
}

// within reports whether an expression is a part of another, or the other itself.
func within(outer, e ast.Expr) bool { return outer.Pos() <= e.Pos() && e.End() <= outer.End() }

// nameOf returns what stands before a value where pairs of a name and a value are logged, or as its
// key in a map of them; the value itself elsewhere.
func nameOf(s sinks.Sink, value ast.Expr) ast.Expr {
	call, ok := s.Call.(*ast.CallExpr)
	if !ok || s.To != model.Encoded {
		return value
	}
	if i := slices.Index(call.Args, s.Arg); i > 0 {
		return call.Args[i-1]
	}
	if lit, ok := ast.Unparen(s.Arg).(*ast.CompositeLit); ok {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok && within(kv.Value, value) {
				return kv.Key
			}
		}
	}
	return value
}
