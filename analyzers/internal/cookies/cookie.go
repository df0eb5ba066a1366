package cookies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader collects the cookies that one package sends.
type Reader struct {
	calls.View
	sinks *sinks.Reader
}

// New returns the reader of a package; known tells what functions of other packages do with cookies that they are given.
func New(p *calls.Package, known *sinks.Reader) *Reader { return &Reader{p.View, known} }

// Cookie is a cookie on its way to the browser: a value that is sent, the arguments of a call that sends them by position,
// or the cookies of a middleware or session store.
type Cookie struct {
	Made     ast.Node    // the literal, declaration or constructor call of the cookie, or the call that sends it by position
	Sent     *calls.Call // the call that sends it; for a middleware the literal that configures it
	Complete bool        // every place that sets a part of it is seen
	Parts    map[model.Role][]ast.Expr
	Kind     kind
	Reader   *Reader

	// A cookie as text.
	text    string // its name
	flags   map[model.Role]State
	deletes bool          // it says that it is deleted
	Last    spelling.Part // what it ends with
	Ways    int           // in how many wordings it is written
}

// kind says what a cookie is made with.
type kind int

const (
	Whole      kind = iota // a value with fields or setters
	Positional             // arguments of the call that sends it
	middleware             // options of a middleware that sends its own tokens
	session                // options of a store of sessions
	HeaderText             // the text of a header field
)

// Part returns the expressions that set a part of the cookie.
func (c *Cookie) Part(r model.Role) []ast.Expr { return c.Parts[r] }

// IsWhole reports whether the cookie is a value that sets every part of itself, all of it seen.
func (c *Cookie) IsWhole() bool { return c.Complete && c.Kind == Whole && c.Member(model.MaxAge) != "" }

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
func (p *Reader) Cookies() []*Cookie {
	var out []*Cookie
	add := func(c *Cookie) {
		if !slices.ContainsFunc(out, func(o *Cookie) bool { return o.Made == c.Made }) {
			c.Reader = p
			p.collectParts(c)
			out = append(out, c)
		}
	}
	for _, call := range p.Calls.All {
		switch call.Verb {
		case model.Send:
			p.addSent(call, add)
		case model.Cookie:
			p.addOptions(call, add)
		case model.Header:
			p.addHeader(call, add)
		}
	}
	slices.SortStableFunc(out, func(a, b *Cookie) int { return int(a.Made.Pos() - b.Made.Pos()) })
	return out
}

// addSent adds the cookies that one call sends.
func (p *Reader) addSent(call *calls.Call, add func(*Cookie)) {
	args := call.Args(model.Whole)
	if len(args) == 0 && len(call.Args(model.Value)) > 0 && call.Via == nil {
		// options, where there are any, can set every part
		add(&Cookie{Made: call.Node, Sent: call, Complete: len(call.Args(model.Options)) == 0, Kind: Positional, Parts: parts(call)})
	}
	if fn, ok := call.Callee.(*types.Func); ok && fn.Signature().Recv() == nil && len(call.Sets) > 0 {
		add(&Cookie{Made: call.Node, Sent: call, Complete: !p.replaced(call), Kind: session}) // a constructor that sets parts by itself
	}
	for _, e := range args {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Kind == origin.Object && o.At != nil {
				add(&Cookie{Made: o.At, Sent: call, Complete: len(call.Args(model.Options)) == 0})
			}
		}
	}
}

// parts returns the arguments of a call by role.
func parts(call *calls.Call) map[model.Role][]ast.Expr {
	out := map[model.Role][]ast.Expr{}
	for _, r := range call.Roles() {
		out[r] = slices.Clone(call.Args(r))
	}
	return out
}

// replaced reports whether the cookie that a constructor comes with is assigned anew as a whole.
func (p *Reader) replaced(call *calls.Call) bool {
	return slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		if s.Field == nil || s.Field.Pkg() == p.Pkg {
			return false
		}
		sig := model.Of(s.Field, typing.TypeNameOf(p.Info.TypeOf(s.Base)))
		return sig != nil && sig.Result(0) == model.Whole && slices.ContainsFunc(p.Origin.Trace(s.Base).Origins, func(o origin.Origin) bool { return o.At == call.Node })
	})
}

// addOptions adds the cookies that the options of a middleware or of a session store stand for.
func (p *Reader) addOptions(call *calls.Call, add func(*Cookie)) {
	lit, ok := call.Node.(*ast.CompositeLit)
	if !ok {
		return
	}
	t := p.Info.TypeOf(lit)
	switch {
	case len(call.Args(model.Sent)) > 0:
		if values, only := p.Origin.AllConstants(call.Args(model.Sent)); only && slices.ContainsFunc(values, origin.IsTrue) {
			add(&Cookie{Made: lit, Sent: call, Complete: true, Kind: middleware})
		}
	case p.member(t, model.Value) == "" && p.member(t, model.Sent) == "":
		add(&Cookie{Made: lit, Sent: call, Complete: true, Kind: session})
	}
}

// collectParts collects what sets the parts of a cookie.
func (p *Reader) collectParts(c *Cookie) {
	if c.Kind == Positional || c.Kind == HeaderText {
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
	for _, s := range p.Index.Stores {
		if r := p.cookieField(s); r != model.None && p.isMade(c, s.Base) {
			c.Parts[r] = append(c.Parts[r], s.Value)
		}
	}
	for _, call := range p.Calls.All {
		if on := call.Args(model.Whole); call.Verb == model.Cookie && len(on) == 1 && p.isMade(c, on[0]) {
			for r, es := range parts(call) {
				if r != model.Whole {
					c.Parts[r] = append(c.Parts[r], es...)
				}
			}
		}
	}
	if c.Kind == Whole && p.escapes(c) {
		c.Complete = false
	}
}

// cookieField returns the part of a cookie that an assignment sets, None for other assignments.
func (p *Reader) cookieField(s syntax.Store) model.Role {
	if s.Field == nil || s.Field.Pkg() == p.Pkg || s.Value == nil {
		return model.None
	}
	obj := typing.TypeName(typing.Deref(p.Info.TypeOf(s.Base)))
	if obj == nil {
		return model.None
	}
	if sig := model.Of(s.Field, obj.Name()); sig != nil && sig.Verb == model.Cookie {
		return sig.Result(0)
	}
	return model.None
}

// isMade reports whether an expression can be the cookie.
func (p *Reader) isMade(c *Cookie, e ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Trace(e).Origins, func(o origin.Origin) bool { return o.At == c.Made })
}

// escapes reports whether code that is not seen gets the cookie and may set its parts.
func (p *Reader) escapes(c *Cookie) bool {
	made, _ := c.Made.(ast.Expr)
	if made == nil {
		return false
	}
	t := typing.Deref(p.Info.TypeOf(made))
	for _, call := range p.Index.Calls {
		fn, ok := p.Index.Callee(call).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.Pkg && p.Index.Decls[fn] != nil || model.Of(fn, "") != nil {
			continue
		}
		for i, a := range call.Args {
			typ := p.Info.TypeOf(a)
			if typ != nil && typing.Mutable(typ) && types.Identical(typing.Deref(typ), t) && !p.sinks.Knows(fn, i) && p.isMade(c, a) {
				return true
			}
		}
	}
	return false
}

// Label names the cookie for a message.
func (c *Cookie) Label() string {
	name := "cookie"
	switch {
	case c.Kind == session:
		return "cookie of the session that keeps a token"
	case c.Kind == middleware:
		return "cookie of the middleware, which holds the token,"
	case c.Name() != "":
		name += " " + strconv.Quote(c.Name())
	}
	return name + ", which carries a token,"
}
