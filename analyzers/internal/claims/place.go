package claims

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
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

// refreshesToo reports whether one call gives a refresh token beside another: access, refresh := pair()
func refreshesToo(lhs []ast.Expr) bool {
	is := func(e ast.Expr) bool { return refreshWord().MatchString(syntax.NameOf(e)) }
	return slices.ContainsFunc(lhs[1:], is) && !is(lhs[0])
}

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
			if i >= 0 && i < len(o.Lhs) && !refreshesToo(o.Lhs[i:]) {
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
				word := refreshWord
				if syntax.IsNegated(o.Cond) == (o.Body == n) { // if asRefresh { ... } else { this }
					word = remembers
				}
				list := identsIn(o.Cond)
				if b, ok := ast.Unparen(o.Cond).(*ast.BinaryExpr); ok { // kind == "refresh"
					list = append(list, p.Index.Text(b.X), p.Index.Text(b.Y))
				}
				out = append(out, slices.DeleteFunc(list, func(name string) bool {
					return !word().MatchString(name)
				})...)
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return out
		}
		n = outer
	}
	return out
}

// remembers matches the names of what makes a session longer, which without it is one as well.
var remembers = pattern.New(`(?i)remember`)

// namesBelow returns the names under which the variable that gets the result of a call is sent: of
// fields, of entries, of cookies.
//
//	t, err := token.SignedString(key)
//	set(w, "refresh_token", t)
func (p *judge) namesBelow(call ast.Node) []string {
	assign, ok := p.Index.Outer(call).(*ast.AssignStmt)
	if !ok {
		return nil
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	if !ok || v.Parent() == p.Pkg.Scope() {
		return nil
	}
	var out []string
	for _, use := range p.Index.Mentions(v) {
		if use.Pos() < call.End() || p.Index.FuncAt(use.Pos()) != p.Index.FuncAt(call.Pos()) {
			continue
		}
		switch o := p.Index.Outer(use).(type) {
		case *ast.KeyValueExpr:
			out = append(out, p.named(o.Key)...)
			if lit, ok := p.Index.Outer(o).(*ast.CompositeLit); ok {
				out = append(out, p.nameIn(lit)...)
			}
		case *ast.CallExpr:
			for _, a := range o.Args {
				if text := p.Index.Text(a); text != "" && !strings.Contains(text, " ") {
					out = append(out, text)
				}
			}
		}
	}
	return out
}

// nameIn returns the name of the cookie that a literal makes: http.Cookie{Name: "refresh"}.
func (p *judge) nameIn(lit *ast.CompositeLit) []string {
	var out []string
	for _, e := range p.Index.Fields(lit, model.Cookie)[model.Name] {
		out = append(out, p.named(e)...)
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

// namesOfFunc returns the name of the function around a call that makes a token, as far as it says
// what the token is for. A function that returns the token can be named after it. One that answers
// with it is named after what was asked for, be it a token of a kind or the last step before a
// session. Where else the token goes is not known: the name may say so.
func (p *judge) namesOfFunc(call ast.Node) []string {
	d := syntax.DeclAt(p.Index, call.Pos())
	switch {
	case d == nil:
		return nil
	case p.returnsToken(d, call):
		return []string{tokenName(d.Name.Name)}
	case p.Answers(call):
		return []string{askedFor().Regexp().FindString(d.Name.Name)}
	}
	return []string{d.Name.Name}
}

// tokenNoun and doing tell the name of a token from that of a deed.
var (
	tokenNoun = pattern.New(`(?i)token|jwt|link|url|ticket|key|secret|cookie|assertion`)
	doing     = pattern.New(`(?i)^(verify|confirm|activate|reset|accept|check|validate|` +
		`change|redeem)`)
)

// askedFor matches the tokens that a handler can be asked for: InviteUser, CreateAPIKey.
var askedFor = pattern.New(`(?i)` + grants)

// tokenName returns the part of a function's name that can say what it returns: VerifyCode is a
// deed, NewVerifyToken a thing.
func tokenName(name string) string {
	if tokenNoun().MatchString(name) {
		return name
	}
	return doing().Regexp().ReplaceAllString(name, "")
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
