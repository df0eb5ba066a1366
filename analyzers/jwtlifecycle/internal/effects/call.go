package effects

// This file looks at one call, by what is known of the function:
//
//	users.Save(ctx, user)           // a row of the model: Writes
//	tokens.Parse(raw)               // a fact of another package: None
//	s.audit.Handle(ctx, event)      // a name that says nothing: Unknown
//	response.Error(c, err)          // an answer: None

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

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
		texts := []string{text}
		if text == "" { // a variable
			texts = p.Origin.Strings(c.Args[at])
		}
		if len(texts) == 0 || slices.ContainsFunc(texts, changing().MatchString) {
			return Writes
		}
		return Reads // by the condition of a statement, too
	}
	return None
}

var (
	changing = pattern.New(`(?is)^(\s|--[^\n]*\n|/\*.*?\*/)*(insert|update|delete|replace|merge|upsert|truncate|alter|` +
		`create|drop|call|do|exec|set|begin|with\b.*\b(insert|update|delete|merge))\b`)
	answering = pattern.New(`err|respon|json|abort|unauthor|forbid|send|fail|warn|debug|info|` +
		`render|reply|problem|status|success|bad_?request|internal|ok$`)
	logging = pattern.New(`^(log|info|warn|warning|error|debug|trace|notice|print)` +
		`(f|ln|w|_context|_ctx)?$`)
	reading = pattern.New(`^(get|find|load|fetch|lookup|look_up|read|query|select|first|take|last|` +
		`where|model|table|count|exist|is|has|can|check|valid|verif|pars|decod|extract|compar|` +
		`list|scan|with|preload|joins|order|limit|by|string|format|must|err|to|from|as|new|` +
		`hash|sha|hex|config|load|env|secret|key|header|cookie|trim|now|time|context|ctx)`)
	// GetDel, FindOneAndUpdate, CheckAndRotate read, too
	alsoChanging = pattern.New(`_(del|delet\w*|remov\w*|set|updat\w*|insert\w*|upsert|replac\w*|` +
		`swap|sav\w*|stor\w*|mark\w*|revok\w*|rotat\w*|consum\w*|pop|invalidat\w*|clear|reset|` +
		`creat\w*)(_|$)`)
)

// byName returns the effect of a function of which only its name is known.
func (p *Reader) byName(c *ast.CallExpr, obj types.Object) Effect {
	name := names.Snake(obj.Name())
	switch {
	case answering().MatchString(name) && p.TakesRequest(c) || logging().MatchString(name):
		return None
	case reading().MatchString(name) && !alsoChanging().MatchString(name):
		return Reads
	}
	return Unknown
}

// ReadsByName reports whether a name says that a function changes nothing.
func ReadsByName(name string) bool {
	name = names.Snake(name)
	return reading().MatchString(name) && !alsoChanging().MatchString(name) || logging().MatchString(name)
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
