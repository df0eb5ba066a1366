// Package effects answers what calling a function does beyond what it returns: it asks a store, it
// changes what a store keeps, or nobody knows. The rooms of jwtlifecycle ask it:
//
//	rdb.Del(ctx, "refresh:"+jti)          // Writes
//	users.FindByID(ctx, claims.Subject)   // Reads
//	jwt.Parse(raw, keyfunc)               // None
//	audit.Handle(ctx, event)              // Unknown
package effects

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Effect is what a call does.
type Effect uint8

// Effects, the least first.
const (
	None Effect = iota
	Reads
	Unknown
	Writes
)

// Harmless is the fact about a function that changes nothing which others can see; it may ask for
// something.
type Harmless struct{ Reads bool }

// AFact marks the type as a fact.
func (*Harmless) AFact() {}

// Reader finds the effects of the calls of a package.
type Reader struct {
	calls.View
	pass *analysis.Pass
}

// New returns the reader of a package for an analyzer with the fact [Harmless].
func New(pass *analysis.Pass, p *calls.Package) *Reader { return &Reader{p.View, pass} }

// Export says of the functions of the package that they are harmless, where it handles tokens.
func (p *Reader) Export() {
	if !slices.ContainsFunc(p.Pkg.Imports(), func(i *types.Package) bool {
		return model.HandlesTokens(i.Path())
	}) {
		return
	}
	for fn, d := range p.Index.Decls {
		if e := p.Of(d); e <= Reads {
			p.pass.ExportObjectFact(fn, &Harmless{e == Reads})
		}
	}
}

// Of returns the greatest effect of what a function calls, and of what it writes itself.
func (p *Reader) Of(fn ast.Node) Effect {
	most := None
	for _, c := range p.Within(fn) {
		most = max(most, p.Call(c))
	}
	for _, s := range p.Index.Stores { // m[key] = value, of a map that outlives the function
		if s.Key == nil || s.Base.Pos() < fn.Pos() || s.Base.End() > fn.End() {
			continue
		}
		if obj := p.Index.Used(s.Base); obj != nil && typing.IsMap(obj.Type()) && p.outlives(obj) {
			most = Writes
		}
	}
	return most
}

// outlives reports whether a variable is a field or belongs to a package.
func (p *Reader) outlives(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && (v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope())
}

// Within returns the calls in a function, and in the functions of this package that it calls, at
// any distance.
func (p *Reader) Within(fn ast.Node) []*ast.CallExpr {
	var out []*ast.CallExpr
	seen := map[ast.Node]bool{}
	todo := []ast.Node{fn}
	for len(todo) > 0 && len(seen) < most {
		fn, todo = todo[0], todo[1:]
		if seen[fn] {
			continue
		}
		seen[fn] = true
		ast.Inspect(fn, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				out = append(out, c)
				if d := p.Decl(c); d != nil {
					todo = append(todo, d)
				}
			}
			return true
		})
	}
	return out
}

// most is how many functions of the package are looked at for one.
const most = 64

// Decl returns the declaration of the function of this package that a call calls, nil for others.
func (p *Reader) Decl(c *ast.CallExpr) ast.Node {
	if fn, ok := p.Index.Callee(c).(*types.Func); ok && p.Index.Decls[fn] != nil {
		return p.Index.Decls[fn]
	}
	return nil
}

// Call returns the effect of one call; what a function of this package calls counts by itself.
func (p *Reader) Call(c *ast.CallExpr) Effect {
	if p.Info.Types[c.Fun].IsType() {
		return None
	}
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && p.Info.Types[c.Fun].IsBuiltin() {
		if id.Name == "delete" {
			if obj := p.Index.Used(c.Args[0]); obj != nil && p.outlives(obj) {
				return Writes
			}
		}
		return None
	}
	sig, obj := p.Index.Row(c)
	switch {
	case sig != nil:
		return p.byRow(c, sig)
	case obj == nil || obj.Pkg() == nil || p.Decl(c) != nil || handlers.CallsNext(p.View, c):
		return None
	case IsPlain(obj.Pkg().Path()):
		return None
	}
	if fn, ok := obj.(*types.Func); ok {
		var known Harmless
		if fn.Pkg() != p.Pkg && p.pass.ImportObjectFact(fn, &known) {
			if known.Reads {
				return Reads
			}
			return None
		}
	}
	return p.byName(c, obj)
}

// byRow returns the effect of a call of a modelled function.
func (p *Reader) byRow(c *ast.CallExpr, sig *model.Sig) Effect {
	switch sig.Verb {
	case model.Remember, model.Forget, model.Keep:
		return Writes
	case model.Recall:
		return Reads
	case model.Fetch:
		return Unknown
	case model.Command, model.SQL:
		at := sig.Index(model.Statement)
		if at < 0 || at >= len(c.Args) {
			return Unknown
		}
		text := p.Index.Text(c.Args[at])
		if cmd := model.StoreCommand(text); sig.Verb == model.Command {
			if cmd != nil && cmd.Verb == model.Recall {
				return Reads
			}
			return Writes
		}
		if selecting().MatchString(text) {
			return Reads
		}
		return Writes
	}
	return None
}

var (
	selecting = pattern.New(`(?is)^\s*(select|with)\s`)
	answering = pattern.New(`err|respon|json|abort|unauthor|forbid|send|fail|warn|debug|info|` +
		`render|reply|problem|status|success|bad_?request|internal|ok$`)
	reading = pattern.New(`^(get|find|load|fetch|lookup|look_up|read|query|select|first|take|last|` +
		`where|model|table|count|exist|is|has|can|check|valid|verif|pars|decod|extract|compar|` +
		`list|scan|with|preload|joins|order|limit|by|string|format|must|err|to|from|as|new|` +
		`hash|sha|hex|config|load|env|secret|key|header|cookie|trim|now|time|context|ctx)`)
)

// byName returns the effect of a function of which only its name is known.
func (p *Reader) byName(c *ast.CallExpr, obj types.Object) Effect {
	name := names.Snake(obj.Name())
	switch {
	case answering().MatchString(name) && p.TakesRequest(c):
		return None
	case reading().MatchString(name):
		return Reads
	}
	return Unknown
}

// TakesRequest reports whether a call is given the response or the context of a framework, as what
// answers a request is.
func (p *Reader) TakesRequest(c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
		return IsRequest(typing.OrInvalid(p.Info.TypeOf(e)))
	})
}

// IsRequest reports whether a type is that of a response, or of the context that a framework hands
// to its handlers.
func IsRequest(t types.Type) bool {
	name := typing.TypeName(typing.Deref(t))
	return handlers.IsResponse(t) || name != nil && name.Pkg() != nil &&
		name.Pkg().Path() != "context" && model.IsServer(name.Pkg().Path())
}

// IsPlain reports whether a package at a path keeps nothing for the program: it belongs to the
// standard library, handles tokens, logs, routes or takes a measure.
func IsPlain(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && path != "database/sql" || model.HandlesTokens(path) ||
		model.IsLogger(path) || model.IsServer(path) || model.IsRouter(path) ||
		model.Protects(path) != ""
}
