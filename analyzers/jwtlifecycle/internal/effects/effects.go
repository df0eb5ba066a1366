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
	pass   *analysis.Pass
	inside map[ast.Node][]*ast.CallExpr // the calls in a function
	own    map[ast.Node]Effect          // what those do
	writes map[ast.Node]bool            // functions that write to a map which outlives them
}

// New returns the reader of a package for an analyzer with the fact [Harmless].
func New(pass *analysis.Pass, p *calls.Package) *Reader {
	r := &Reader{
		p.View, pass, map[ast.Node][]*ast.CallExpr{}, map[ast.Node]Effect{}, map[ast.Node]bool{},
	}
	for _, s := range p.Index.Stores { // m[key] = value
		obj := p.Index.Used(s.Base)
		if s.Key == nil || obj == nil || !typing.IsMap(obj.Type()) || !outlives(obj) {
			continue
		}
		for fn := p.Index.FuncAt(s.Base.Pos()); fn != nil; fn = p.Index.FuncAt(fn.Pos() - 1) {
			r.writes[fn] = true
		}
	}
	return r
}

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
	out := None
	fns, all := p.reached(fn)
	if !all {
		out = Unknown
	}
	for _, fn := range fns {
		e, known := p.own[fn]
		if !known {
			for _, c := range p.callsIn(fn) {
				e = max(e, p.Call(c))
			}
			if p.writes[fn] {
				e = Writes
			}
			p.own[fn] = e
		}
		out = max(out, e)
	}
	return out
}

// outlives reports whether a variable is a field or belongs to a package.
func outlives(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && (v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope())
}

// callsIn returns the calls in a function, those in literals inside it too.
func (p *Reader) callsIn(fn ast.Node) []*ast.CallExpr {
	if out, known := p.inside[fn]; known {
		return out
	}
	out := []*ast.CallExpr{}
	ast.Inspect(fn, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			out = append(out, c)
		}
		return true
	})
	p.inside[fn] = out
	return out
}

// reached returns a function and those of this package that it calls, at any distance; all is false
// where there are more.
func (p *Reader) reached(fn ast.Node) (out []ast.Node, all bool) {
	seen := map[ast.Node]bool{fn: true}
	out = []ast.Node{fn}
	for i := 0; i < len(out); i++ {
		for _, c := range p.callsIn(out[i]) {
			d := p.Decl(c)
			if d == nil || seen[d] {
				continue
			}
			if len(out) == most {
				return out, false
			}
			seen[d], out = true, append(out, d)
		}
	}
	return out, true
}

// Within returns the calls in a function, and in the functions of this package that it calls, at
// any distance.
func (p *Reader) Within(fn ast.Node) []*ast.CallExpr {
	var out []*ast.CallExpr
	fns, _ := p.reached(fn)
	for _, fn := range fns {
		out = append(out, p.callsIn(fn)...)
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
			if obj := p.Index.Used(c.Args[0]); obj != nil && outlives(obj) {
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
	case p.IsPlain(obj.Pkg().Path()):
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

// IsHarmless reports whether another package, which handles tokens, says that a function of it
// changes nothing.
func (p *Reader) IsHarmless(fn *types.Func) bool {
	return fn.Pkg() != p.Pkg && p.pass.ImportObjectFact(fn, &Harmless{})
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
	logging = pattern.New(`^(log|info|warn|warning|error|debug|trace|notice|print)` +
		`(f|ln|w|_context|_ctx)?$`)
	reading = pattern.New(`^(get|find|load|fetch|lookup|look_up|read|query|select|first|take|last|` +
		`where|model|table|count|exist|is|has|can|check|valid|verif|pars|decod|extract|compar|` +
		`list|scan|with|preload|joins|order|limit|by|string|format|must|err|to|from|as|new|` +
		`hash|sha|hex|config|load|env|secret|key|header|cookie|trim|now|time|context|ctx)`)
)

// byName returns the effect of a function of which only its name is known.
func (p *Reader) byName(c *ast.CallExpr, obj types.Object) Effect {
	name := names.Snake(obj.Name())
	switch {
	case answering().MatchString(name) && p.TakesRequest(c) || logging().MatchString(name):
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
func (p *Reader) IsPlain(path string) bool {
	return p.IsStandard(path) && path != "database/sql" || model.HandlesTokens(path) ||
		model.IsLogger(path) || model.IsServer(path) || model.IsRouter(path) ||
		model.Protects(path) != ""
}

// IsStandard reports whether a package at a path belongs to the standard library. Modules can have
// names without a dot, too.
func (p *Reader) IsStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	own, _, _ := strings.Cut(p.Pkg.Path(), "/")
	return !strings.Contains(first, ".") && first != own
}
