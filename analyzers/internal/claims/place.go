package claims

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file reads what the place of an expression says of it:
//
//	const refreshTTL = 30 * day                     // the name of what it is given to
//	Config{RefreshTTL: 30 * day}                    // of a field
//	case "refresh": return 30 * day                 // the case that chooses it
//	if remember { ttl = 30 * day }                  // the condition
//	func VerifyCode(w http.ResponseWriter, ...) {}  // not the name of a handler

// namesAbove returns the names and texts above an expression, nearest first, up to its function.
func (p *judge) namesAbove(at ast.Node) []string {
	var out []string
	for n := at; n != nil; {
		outer := p.Index.Outer(n)
		switch o := outer.(type) {
		case *ast.KeyValueExpr:
			if o.Value == n {
				out = append(out, p.named(o.Key)...)
			}
		case *ast.AssignStmt:
			i := slices.IndexFunc(o.Rhs, func(e ast.Expr) bool { return e == n })
			if i >= 0 && i < len(o.Lhs) {
				out = append(out, p.named(o.Lhs[i])...)
			}
		case *ast.ValueSpec:
			i := slices.IndexFunc(o.Values, func(e ast.Expr) bool { return e == n })
			if i >= 0 && i < len(o.Names) {
				out = append(out, o.Names[i].Name)
			}
		case *ast.Field:
			for _, id := range o.Names {
				out = append(out, id.Name)
			}
		case *ast.CaseClause:
			for _, e := range o.List {
				out = append(out, p.named(e)...)
			}
		case *ast.IfStmt:
			if o.Body == n || o.Else == n {
				out = append(out, slices.DeleteFunc(identsIn(o.Cond), func(name string) bool {
					return !refreshWord.MatchString(name)
				})...)
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return out
		}
		n = outer
	}
	return out
}

// named returns the names in an expression, and its text where it is a constant.
func (p *judge) named(e ast.Expr) []string {
	out := identsIn(e)
	if text := p.Index.Text(e); text != "" {
		out = append(out, text)
	}
	return out
}

// funcOf returns the declared function that holds a node, nil for none.
func (p *judge) funcOf(n ast.Node) *ast.FuncDecl {
	for fn := p.Index.FuncAt(n.Pos()); fn != nil; fn = p.Index.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return d
		}
	}
	return nil
}

// namesOfFunc returns the name of the function around a call that makes a token, as far as it says
// what the token is for. A function that returns the token can be named after it. One that answers
// with it is named after what was asked for, be it a token of a kind or the last step before a
// session. Where else the token goes is not known: the name may say so.
func (p *judge) namesOfFunc(call ast.Node) []string {
	d := p.funcOf(call)
	switch {
	case d == nil:
		return nil
	case p.returnsToken(d, call):
		return []string{tokenName(d.Name.Name)}
	case p.Answers(call):
		return []string{askedFor.FindString(d.Name.Name)}
	}
	return []string{d.Name.Name}
}

// tokenNoun and doing tell the name of a token from that of a deed.
var (
	tokenNoun = regexp.MustCompile(`(?i)token|jwt|link|url|ticket|key|secret|cookie|assertion`)
	doing     = regexp.MustCompile(`(?i)^(verify|confirm|activate|reset|accept|check|validate|` +
		`change|redeem)`)
)

// askedFor matches the tokens that a handler can be asked for: InviteUser, CreateAPIKey.
var askedFor = regexp.MustCompile(`(?i)invit|share|download|upload|api_?key|unsub|licen[cs]e|` +
	`agent|node|cluster|machine|robot|enroll|client_?secret|personal|` +
	`(service|internal)_?(token|account)`)

// tokenName returns the part of a function's name that can say what it returns: VerifyCode is a
// deed, NewVerifyToken a thing.
func tokenName(name string) string {
	if tokenNoun.MatchString(name) {
		return name
	}
	return doing.ReplaceAllString(name, "")
}

// returnsToken reports whether a function returns the token of a call as it is.
func (p *judge) returnsToken(d *ast.FuncDecl, call ast.Node) bool {
	sig := p.Index.Signature(d)
	for i := 0; sig != nil && i < sig.Results().Len(); i++ {
		if typing.IsText(sig.Results().At(i).Type()) && p.comesFrom(p.Origin.Results(d, i), call) {
			return true
		}
	}
	return false
}

// comesFrom reports whether a value can be the token that a call makes, be it a call of a function
// that signs.
func (p *Reader) comesFrom(tr origin.Trace, call ast.Node) bool {
	if tr.ComesFrom(call) {
		return true
	}
	e, ok := call.(*ast.CallExpr)
	return ok && slices.ContainsFunc(p.Origin.Local(e).Origins, func(o origin.Origin) bool {
		return o.Kind == origin.Token && tr.ComesFrom(o.At)
	})
}

// Answers reports whether the function around a call that makes a token sends it to whoever asked:
// in a response, a cookie, or a struct that it returns.
func (p *Reader) Answers(call ast.Node) bool {
	fn := p.Index.FuncAt(call.Pos())
	if fn == nil {
		return false
	}
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	var sent []ast.Expr
	for _, s := range p.responses() {
		if within(s) {
			sent = append(sent, s)
		}
	}
	for _, r := range p.Index.Returns[fn] {
		for _, e := range r.Results {
			if typing.StructOf(p.Info.TypeOf(e)) != nil || typing.IsMap(p.Info.TypeOf(e)) {
				sent = append(sent, e)
			}
		}
	}
	return slices.ContainsFunc(sent, func(e ast.Expr) bool { return p.Holds(e, call) })
}

// responses returns what the package writes to responses and cookies.
func (p *Reader) responses() []ast.Expr {
	if p.sent != nil {
		return p.sent
	}
	p.sent = []ast.Expr{}
	for _, s := range p.sinks.Sinks() {
		if s.To == model.Response {
			p.sent = append(p.sent, s.Arg)
		}
	}
	for _, c := range p.Calls.All {
		if c.Verb == model.Cookie || c.Verb == model.Send || c.Verb == model.Keep {
			p.sent = append(p.sent, c.Args(model.Value)...)
		}
	}
	return p.sent
}

// Holds reports whether an expression is, holds or is made of the token of a call, by itself or
// through a field that is assigned to.
func (p *Reader) Holds(e ast.Expr, call ast.Node) bool {
	held := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || held {
			return !held
		}
		switch x := x.(type) {
		case *ast.Ident:
			v, isVar := p.Info.ObjectOf(x).(*types.Var)
			held = isVar && (p.isToken(x, call) || p.storesToken(v, call))
		case *ast.CallExpr, *ast.SelectorExpr:
			held = n == call || p.isToken(x, call)
		}
		return !held
	})
	return held
}

// isToken reports whether an expression can be the token of a call.
func (p *Reader) isToken(e ast.Expr, call ast.Node) bool {
	t := p.Info.TypeOf(e)
	return t != nil && typing.MayHoldText(t) && p.comesFrom(p.Origin.Local(e), call)
}

// storesToken reports whether a field or element of a variable is assigned the token of a call.
func (p *Reader) storesToken(v *types.Var, call ast.Node) bool {
	return slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		id, ok := ast.Unparen(s.Base).(*ast.Ident)
		return ok && p.Info.ObjectOf(id) == v && s.Value != nil &&
			(s.Value == call || p.isToken(s.Value, call))
	})
}
