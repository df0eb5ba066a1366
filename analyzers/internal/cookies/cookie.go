// Package cookies answers which cookies a package sends, what sets each of their attributes, and
// which of them carry a token. jwtcookie asks it, and checks that want to know whether tokens
// travel as cookies at all:
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: t}) // a value
//	c.SetCookie("token", t, 3600, "/", "", true, true)       // arguments by position
//	w.Header().Add("Set-Cookie", "token="+t+"; Secure")      // the text of a header field
//	&ginjwt.GinJWTMiddleware{SendCookie: true}               // options of a middleware
package cookies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Reader collects the cookies that one package sends.
type Reader struct {
	calls.View
	sinks *sinks.Reader
	facts *Facts // nil where nobody asks for those of other packages
}

// New returns the reader of a package; known holds what functions of other packages do with their
// arguments.
func New(p *calls.Package, known *sinks.Reader) *Reader { return &Reader{p.View, known, nil} }

// Importing makes the reader know what imported packages do with sessions. The analyzer of the pass
// requires [Analyzer].
func (p *Reader) Importing(pass *analysis.Pass) *Reader {
	p.facts = pass.ResultOf[Analyzer].(*Facts)
	return p
}

// Cookie is a cookie that is sent to the browser, or all cookies of a middleware or session store.
type Cookie struct {
	Made     ast.Node    // its literal, declaration or constructor, or the call that sends it
	Sent     *calls.Call // the call that sends it, or the literal that configures a middleware
	Complete bool        // all code that sets a part of it is seen
	Parts    map[model.Role][]ast.Expr
	Kind     Kind
	Reader   *Reader

	// Of a cookie as the text of a header field.
	text      string // its name
	flags     map[model.Role]FlagState
	deletes   bool          // its attributes delete it
	LastPart  spelling.Part // the end of the text
	Spellings int           // how many texts the field can have
}

// Kind is what a cookie is made with.
type Kind int

// Kinds of cookies.
const (
	AsValue      Kind = iota // a value with fields or setters
	AsArguments              // arguments of the call that sends it
	asMiddleware             // options of a middleware that sends its own tokens
	asSession                // options of a store of sessions
	AsHeaderText             // the text of a header field
)

// Part returns the expressions that set a part of the cookie, such as Secure or MaxAge.
func (c *Cookie) Part(r model.Role) []ast.Expr { return c.Parts[r] }

// IsWhole reports whether the cookie is a value with a MaxAge of its own, all of it seen.
func (c *Cookie) IsWhole() bool {
	return c.Complete && c.Kind == AsValue && c.Member(model.MaxAge) != ""
}

// Pos and End are the place of a cookie that a person would look at.
func (c *Cookie) Pos() token.Pos { return c.place().Pos() }

// End is where that place ends.
func (c *Cookie) End() token.Pos { return c.place().End() }

func (c *Cookie) place() ast.Node {
	switch n := c.Made.(type) {
	case *ast.CompositeLit:
		return syntax.Span(n.Pos(), n.Lbrace+1)
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok {
			return sel.Sel
		}
	}
	return c.Made
}

// Cookies returns the cookies that the package sends, in the order of their positions.
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
	slices.SortStableFunc(out, func(a, b *Cookie) int {
		return p.Index.Compare(a.Made.Pos(), b.Made.Pos())
	})
	return out
}

// addSent adds the cookies that one call sends.
func (p *Reader) addSent(call *calls.Call, add func(*Cookie)) {
	args := call.Args(model.Whole)
	noOptions := len(call.Args(model.Options)) == 0 // they can set every part
	if len(args) == 0 && len(call.Args(model.Value)) > 0 && call.Via == nil {
		add(&Cookie{
			Made: call.Node, Sent: call, Complete: noOptions,
			Kind: AsArguments, Parts: argsByRole(call),
		})
	}
	fn, ok := call.Callee.(*types.Func)
	if ok && fn.Signature().Recv() == nil && len(call.Sets) > 0 { // a constructor that sets parts
		add(&Cookie{
			Made: call.Node, Sent: call, Kind: asSession,
			Complete: !p.replaced(call) && (p.hasCookie(fn) || p.isOptionless(call)),
		})
	}
	for _, e := range args {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Kind == origin.Object && o.At != nil {
				add(&Cookie{Made: o.At, Sent: call, Complete: noOptions})
			}
		}
	}
}

// argsByRole returns the arguments of a call by role.
func argsByRole(call *calls.Call) map[model.Role][]ast.Expr {
	out := map[model.Role][]ast.Expr{}
	for _, r := range call.Roles() {
		out[r] = slices.Clone(call.Args(r))
	}
	return out
}

// replaced reports whether the cookie that a constructor sets up is replaced as a whole.
func (p *Reader) replaced(call *calls.Call) bool {
	return slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		sig := p.Index.FieldRow(s)
		return sig != nil && sig.Result(0) == model.Whole &&
			p.Origin.Trace(s.Base).ComesFrom(call.Node)
	})
}

// addOptions adds the cookies that the options of a middleware or of a session store configure.
func (p *Reader) addOptions(call *calls.Call, add func(*Cookie)) {
	lit, ok := call.Node.(*ast.CompositeLit)
	if !ok {
		return
	}
	t := p.Info.TypeOf(lit)
	switch {
	case len(call.Args(model.Sent)) > 0:
		values, only := p.Origin.AllConstants(call.Args(model.Sent))
		if only && slices.ContainsFunc(values, origin.IsTrue) {
			add(&Cookie{Made: lit, Sent: call, Complete: true, Kind: asMiddleware})
		}
	case p.member(t, model.Value) == "" && p.member(t, model.Sent) == "":
		add(&Cookie{Made: lit, Sent: call, Complete: true, Kind: asSession})
	}
}

// Label returns the name of the cookie for a message.
func (c *Cookie) Label() string {
	name := "cookie"
	switch {
	case c.Kind == asSession && c.Reader.keepsToken():
		return "cookie of the session that keeps a token"
	case c.Kind == asSession:
		return "cookie of the session that keeps who is logged in"
	case c.Kind == asMiddleware:
		return "cookie of the middleware, which holds the token,"
	case c.Name() != "":
		name += " " + strconv.Quote(c.Name())
	}
	return name + ", which carries a token,"
}
