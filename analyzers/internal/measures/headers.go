package measures

// This file looks at header fields that are written, and at those by which requests of other sites
// are told:
//
//	w.Header().Set("X-Frame-Options", "DENY")             // written
//	var headers = map[string]string{"X-Frame-Options": "DENY"}
//	if r.Header.Get("Sec-Fetch-Site") == "cross-site" {   // forgery

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// fields are the header fields by which browsers protect their users, in lower case.
var fields = map[string]Kind{
	"strict-transport-security": HSTS,
	"x-content-type-options":    Nosniff,
	"x-frame-options":           Frames,
	"content-security-policy":   Frames,
}

const (
	policy    = "content-security-policy"
	ancestors = "frame-ancestors"
)

// written returns the protective header fields that the package writes, or keeps in a table with
// what is written.
func (p *Reader) written() []Measure {
	var out []Measure
	add := func(at ast.Node, name ast.Expr, values ...ast.Expr) {
		text := p.Index.Text(name)
		kind, ok := fields[strings.ToLower(text)]
		if !ok {
			return
		}
		if strings.EqualFold(text, policy) && !p.mayFrame(values) {
			kind = Headers
		}
		out = append(out, Measure{kind, at, text})
	}
	for _, c := range p.Index.Calls {
		if !p.asks(c) {
			for i, a := range c.Args {
				add(c, a, c.Args[i+1:]...)
			}
		}
	}
	for _, s := range p.Index.Stores {
		if s.Key != nil && s.Value != nil {
			add(s.Base, s.Key, s.Value)
		}
	}
	for _, lit := range p.Index.Literals {
		for i, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				add(kv, kv.Key, kv.Value)
				if id, ok := kv.Key.(*ast.Ident); ok && p.isField(id) {
					add(kv, kv.Value) // header{Name: "X-Frame-Options", Value: "DENY"}
				}
			} else if i == 0 && len(lit.Elts) == 2 &&
				typing.StructOf(typing.OrInvalid(p.Info.TypeOf(lit))) != nil {
				add(el, el, lit.Elts[1])
			}
		}
	}
	return out
}

// isField reports whether an identifier names a field of a struct.
func (p *Reader) isField(id *ast.Ident) bool {
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	return ok && v.IsField()
}

// mayFrame reports whether a policy says who may frame a page; one that is not written out can.
func (p *Reader) mayFrame(values []ast.Expr) bool {
	for _, v := range values {
		if tv := p.Info.Types[v]; tv.Value == nil || strings.Contains(p.Index.Text(v), ancestors) {
			return true
		}
	}
	return len(values) == 0
}

// asks reports whether a call reads, takes out or compares what it is given the name of, rather
// than writes it.
func (p *Reader) asks(c *ast.CallExpr) bool {
	switch p.Index.Verb(c) {
	case model.Pick, model.Read, model.Remove:
		return true
	}
	t := p.Info.TypeOf(c)
	if t == nil {
		return false
	}
	_, basic := t.Underlying().(*types.Basic)
	return basic && !p.Info.Types[c].IsVoid()
}

var forgeryField = pattern.New(`(?i)^(sec-fetch-site|.*[cx]srf.*)$`)

// forgery returns where the package asks a request for what only its own pages can have sent, or
// which site it comes from.
func (p *Reader) forgery() []Measure {
	var out []Measure
	for _, c := range p.Index.Calls {
		if v := p.Index.Verb(c); v != model.Pick && v != model.Read {
			continue
		}
		for _, a := range c.Args {
			name := p.Index.Text(a)
			origin := strings.EqualFold(name, "Origin") || strings.EqualFold(name, "Referer")
			if forgeryField().MatchString(name) || origin && p.isCompared(c) && !p.shares(c) {
				out = append(out, Measure{CSRF, c, name})
			}
		}
	}
	return out
}

// shares reports whether the function around a call says which other sites may read its answers: it
// compares the origin for that.
func (p *Reader) shares(c *ast.CallExpr) bool {
	fn := p.Index.FuncAt(c.Pos())
	return slices.ContainsFunc(p.Index.Calls, func(o *ast.CallExpr) bool {
		return p.Index.FuncAt(o.Pos()) == fn && slices.ContainsFunc(o.Args, func(a ast.Expr) bool {
			return strings.EqualFold(p.Index.Text(a), "Access-Control-Allow-Origin")
		})
	})
}

// isCompared reports whether the result of a call is compared with something else than nothing: the
// call itself, or the variable that is given it.
func (p *Reader) isCompared(c *ast.CallExpr) bool {
	if p.isOperand(c) {
		return true
	}
	a, ok := p.Index.Outer(c).(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 {
		return false
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	for _, use := range p.Index.Mentions(p.Info.ObjectOf(id)) {
		if p.isOperand(use) {
			return true
		}
	}
	return false
}

// isOperand reports whether an expression is compared with something else than an empty text.
func (p *Reader) isOperand(e ast.Expr) bool {
	b, ok := p.Index.Outer(e).(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL && b.Op != token.NEQ {
		return false
	}
	other := b.Y
	if other == e {
		other = b.X
	}
	tv := p.Info.Types[other]
	return tv.Value == nil || p.Index.Text(other) != ""
}
