package cookies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file collects what sets the parts of a cookie after, or while, it is made:
//
//	cookie := &http.Cookie{Name: "token", HttpOnly: true}
//	cookie.Secure = true
//	cookie.SetSameSite(fasthttp.CookieSameSiteLaxMode)

// collectParts collects the expressions that set the parts of a cookie: fields of its literal,
// assignments and setters.
func (p *Reader) collectParts(c *Cookie) {
	if c.Kind == AsArguments || c.Kind == AsHeaderText {
		return
	}
	c.Parts = map[model.Role][]ast.Expr{}
	if lit, ok := c.Made.(*ast.CompositeLit); ok {
		if len(lit.Elts) > 0 && p.Index.Fields(lit, model.Cookie) == nil {
			c.Complete = false // fields without names, or of a type of this package's own
		}
		for r, es := range p.Index.Fields(lit, model.Cookie) {
			c.Parts[r] = slices.Clone(es)
		}
	}
	p.collectSetParts(c)
	if c.Kind == AsValue && p.escapes(c) {
		c.Complete = false
	}
}

// collectSetParts collects what assignments and setters set after the cookie is made.
func (p *Reader) collectSetParts(c *Cookie) {
	for _, s := range p.Index.Stores {
		if r := p.cookieField(s); r != model.None && p.mayBe(c, s.Base) {
			c.Parts[r] = append(c.Parts[r], s.Value)
		}
	}
	for _, call := range p.Calls.All {
		on := call.Args(model.Whole)
		if call.Verb == model.Cookie && len(on) == 1 && p.mayBe(c, on[0]) {
			for r, es := range argsByRole(call) {
				if r != model.Whole {
					c.Parts[r] = append(c.Parts[r], es...)
				}
			}
		}
	}
}

// cookieField returns the part of a cookie that an assignment sets, None for other assignments.
func (p *Reader) cookieField(s syntax.Store) model.Role {
	if s.Value == nil {
		return model.None
	}
	if sig := p.Index.FieldRow(s); sig != nil && sig.Verb == model.Cookie {
		return sig.Result(0)
	}
	return model.None
}

// mayBe reports whether an expression can be the cookie.
func (p *Reader) mayBe(c *Cookie, e ast.Expr) bool {
	return p.Origin.Trace(e).ComesFrom(c.Made)
}

// escapes reports whether code out of sight gets the cookie and may set its parts.
//
//	for _, option := range options {
//		option(cookie)
//	}
func (p *Reader) escapes(c *Cookie) bool {
	made, _ := c.Made.(ast.Expr)
	if made == nil {
		return false
	}
	t := typing.Deref(p.Info.TypeOf(made))
	for _, call := range p.Index.Calls {
		for i, a := range call.Args {
			typ := p.Info.TypeOf(a)
			if typ == nil || !typing.Mutable(typ) || !types.Identical(typing.Deref(typ), t) {
				continue
			}
			if p.isUnseen(call, i) && p.mayBe(c, a) {
				return true
			}
		}
	}
	return false
}

// isUnseen reports whether code out of sight gets an argument of a call.
func (p *Reader) isUnseen(call *ast.CallExpr, arg int) bool {
	if fn := p.sinks.UnseenFunc(call); fn != nil {
		return !p.sinks.KnowsArg(fn, arg)
	}
	return p.callsValue(call)
}

// callsValue reports whether a call is one of a function value, and not all functions are known that
// it can be: what they set is not followed to the cookie.
func (p *Reader) callsValue(call *ast.CallExpr) bool {
	tv := p.Info.Types[call.Fun]
	if _, named := p.Index.Callee(call).(*types.Func); named || tv.IsType() || tv.IsBuiltin() {
		return false
	}
	can := p.Origin.Trace(call.Fun).Origins
	return len(can) == 0 || slices.ContainsFunc(can, func(o *origin.Origin) bool {
		return o.Func == nil || !slices.Contains(p.Origin.Callers(o.Func), call)
	})
}
