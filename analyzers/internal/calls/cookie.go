package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Cookie is a cookie on its way to the browser: a value that is sent, the arguments of a call that sends them by position,
// or the cookies of a middleware or session store.
type Cookie struct {
	Made  ast.Node // the literal, declaration or constructor call of the cookie, or the call that sends it by position
	Sent  *Call    // the call that sends it; for a middleware the literal that configures it
	Seen  bool     // every place that sets a part of it is seen
	parts map[model.Role][]ast.Expr
	kind  kind
	pkg   *Package

	// A cookie as text.
	text  string // its name
	flags map[model.Role]State
	gone  bool        // it says that it is deleted
	last  origin.Part // what it ends with
	ways  int         // in how many wordings it is written
}

// kind says what a cookie is made with.
type kind int

const (
	whole      kind = iota // a value with fields or setters
	positional             // arguments of the call that sends it
	middleware             // options of a middleware that sends its own tokens
	session                // options of a store of sessions
	text                   // the text of a header field
)

// Part returns the expressions that set a part of the cookie.
func (c *Cookie) Part(r model.Role) []ast.Expr { return c.parts[r] }

// Whole reports whether the cookie is a value that sets every part of itself, all of it seen.
func (c *Cookie) Whole() bool { return c.Seen && c.kind == whole && c.member(model.MaxAge) != "" }

// At returns the place of a cookie that a person would look at.
func (c *Cookie) At() (pos, end token.Pos) {
	switch n := c.Made.(type) {
	case *ast.CompositeLit:
		return n.Pos(), n.Lbrace + 1
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok {
			return sel.Sel.Pos(), sel.Sel.End()
		}
	}
	return c.Made.Pos(), c.Made.End()
}

// Cookies returns the cookies that the package sends, in the order of their places.
func (p *Package) Cookies() []*Cookie {
	var out []*Cookie
	add := func(c *Cookie) {
		if !slices.ContainsFunc(out, func(o *Cookie) bool { return o.Made == c.Made }) {
			c.pkg = p
			p.settle(c)
			out = append(out, c)
		}
	}
	for _, call := range p.Calls {
		switch call.Verb {
		case model.Send:
			p.sent(call, add)
		case model.Cookie:
			p.optional(call, add)
		case model.Header:
			p.header(call, add)
		}
	}
	slices.SortStableFunc(out, func(a, b *Cookie) int { return int(a.Made.Pos() - b.Made.Pos()) })
	return out
}

// sent adds the cookies that one call sends.
func (p *Package) sent(call *Call, add func(*Cookie)) {
	args := call.args[model.Whole]
	if len(args) == 0 && len(call.args[model.Value]) > 0 && call.Via == nil {
		// options, where there are any, can set every part
		add(&Cookie{Made: call.Node, Sent: call, Seen: len(call.args[model.Options]) == 0, kind: positional, parts: call.args})
	}
	if fn, ok := call.Callee.(*types.Func); ok && fn.Signature().Recv() == nil && len(call.sets) > 0 {
		add(&Cookie{Made: call.Node, Sent: call, Seen: !p.replaced(call), kind: session}) // a constructor that sets parts by itself
	}
	for _, e := range args {
		for _, o := range p.Of(e).Births {
			if o.Kind == origin.Object && o.At != nil {
				add(&Cookie{Made: o.At, Sent: call, Seen: len(call.args[model.Options]) == 0})
			}
		}
	}
}

// replaced reports whether the cookie that a constructor comes with is assigned anew as a whole.
func (p *Package) replaced(call *Call) bool {
	return slices.ContainsFunc(p.Stores, func(s origin.Store) bool {
		if s.Field == nil || s.Field.Pkg() == p.pass.Pkg {
			return false
		}
		sig := model.Of(s.Field, ownerName(p.pass.TypesInfo.TypeOf(s.Base)))
		return sig != nil && sig.Result(0) == model.Whole && slices.ContainsFunc(p.Of(s.Base).Births, func(o origin.Origin) bool { return o.At == call.Node })
	})
}

// optional adds the cookies that the options of a middleware or of a session store stand for.
func (p *Package) optional(call *Call, add func(*Cookie)) {
	lit, ok := call.Node.(*ast.CompositeLit)
	if !ok {
		return
	}
	t := p.pass.TypesInfo.TypeOf(lit)
	switch {
	case len(call.args[model.Sent]) > 0:
		if values, only := p.constants(call.args[model.Sent]); only && slices.ContainsFunc(values, isTrue) {
			add(&Cookie{Made: lit, Sent: call, Seen: true, kind: middleware})
		}
	case p.member(t, model.Value) == "" && p.member(t, model.Sent) == "":
		add(&Cookie{Made: lit, Sent: call, Seen: true, kind: session})
	}
}

// settle collects what sets the parts of a cookie.
func (p *Package) settle(c *Cookie) {
	if c.kind == positional || c.kind == text {
		return
	}
	c.parts = map[model.Role][]ast.Expr{}
	if lit, ok := c.Made.(*ast.CompositeLit); ok {
		if len(lit.Elts) > 0 && p.Fields(lit, model.Cookie) == nil {
			c.Seen = false // fields without names, or of a type of this package's own
		}
		for r, es := range p.Fields(lit, model.Cookie) {
			c.parts[r] = slices.Clone(es)
		}
	}
	for _, s := range p.Stores {
		if r := p.cookieField(s); r != model.None && p.isMade(c, s.Base) {
			c.parts[r] = append(c.parts[r], s.Value)
		}
	}
	for _, call := range p.Calls {
		if on := call.args[model.Whole]; call.Verb == model.Cookie && len(on) == 1 && p.isMade(c, on[0]) {
			for r, es := range call.args {
				if r != model.Whole {
					c.parts[r] = append(c.parts[r], es...)
				}
			}
		}
	}
	if c.kind == whole && p.handed(c) {
		c.Seen = false
	}
}

// cookieField returns the part of a cookie that an assignment sets, None for other assignments.
func (p *Package) cookieField(s origin.Store) model.Role {
	if s.Field == nil || s.Field.Pkg() == p.pass.Pkg || s.Value == nil {
		return model.None
	}
	obj := typeName(deref(p.pass.TypesInfo.TypeOf(s.Base)))
	if obj == nil {
		return model.None
	}
	if sig := model.Of(s.Field, obj.Name()); sig != nil && sig.Verb == model.Cookie {
		return sig.Result(0)
	}
	return model.None
}

// isMade reports whether an expression can be the cookie.
func (p *Package) isMade(c *Cookie, e ast.Expr) bool {
	return slices.ContainsFunc(p.Of(e).Births, func(o origin.Origin) bool { return o.At == c.Made })
}

// handed reports whether code that is not seen gets the cookie and may set its parts.
func (p *Package) handed(c *Cookie) bool {
	made, _ := c.Made.(ast.Expr)
	if made == nil {
		return false
	}
	t := deref(p.pass.TypesInfo.TypeOf(made))
	for _, call := range p.Tracer.Calls {
		fn, ok := p.callee(call).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg && p.Decl(fn) != nil || model.Of(fn, "") != nil {
			continue
		}
		for i, a := range call.Args {
			typ := p.pass.TypesInfo.TypeOf(a)
			if typ != nil && p.mutable(typ) && types.Identical(deref(typ), t) && !p.signs(fn, i) && p.isMade(c, a) {
				return true
			}
		}
	}
	return false
}

// What names the cookie for a message.
func (c *Cookie) What() string {
	name := "cookie"
	switch {
	case c.kind == session:
		return "cookie of the session that keeps a token"
	case c.kind == middleware:
		return "cookie of the middleware, which holds the token,"
	case c.Name() != "":
		name += " " + strconv.Quote(c.Name())
	}
	return name + ", which carries a token,"
}
