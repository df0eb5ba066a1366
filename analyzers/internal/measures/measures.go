// Package measures answers which protective measures a package takes around its requests and its
// tokens, and where. jwtlifecycle asks it, and so does the audit:
//
//	r.Use(tollbooth.LimitHandler(limit))                  // RateLimit
//	h.Set("Strict-Transport-Security", "max-age=...")     // HSTS
//	csrf.Protect(key)                                     // CSRF
//	http.Redirect(w, r, "https://"+r.Host+..., code)      // Redirect
//	if _, err := jwt.Parse(raw, keyfunc); err != nil {
//		slog.Warn("token refused", "error", err)          // FailureLog
//
// A measure is seen by what is called or written; a name alone is none.
package measures

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// Kind is what a measure is for.
type Kind string

// Kinds of measures.
const (
	RateLimit    Kind = "rate-limit"    // limits how often something may be asked for
	FailureCount Kind = "failure-count" // counts wrong passwords, or refuses after too many
	HSTS         Kind = "hsts"          // Strict-Transport-Security (RFC 6797)
	Nosniff      Kind = "nosniff"       // X-Content-Type-Options
	Frames       Kind = "frames"        // X-Frame-Options, or frame-ancestors of a policy
	Headers      Kind = "headers"       // a middleware or a policy that sets such header fields
	CSRF         Kind = "csrf"          // a defence against requests of other sites
	Redirect     Kind = "redirect"      // sends HTTP to HTTPS
	FailureLog   Kind = "failure-log"   // logs or counts that a token was refused
	AccessLog    Kind = "access-log"    // logs each request with the status of its answer
	IssueTime    Kind = "issue-time"    // refuses tokens that were issued before a change
)

// Measure is one that the package takes.
type Measure struct {
	Kind Kind
	At   ast.Node
	What string // what is called or written: middleware.Secure, X-Frame-Options
}

// Reader finds the measures of a package.
type Reader struct {
	calls.View
	Ages
	sinks  *sinks.Reader
	logged map[ast.Node]bool // see logs
}

// New returns the reader of a package; known holds what functions do with their arguments.
func New(p *calls.Package, known *sinks.Reader) *Reader {
	return &Reader{View: p.View, Ages: Ages{p.View}, sinks: known}
}

// All returns the measures of the package, by position.
func (p *Reader) All() []Measure {
	out := slices.Concat(p.middlewares(), p.written(), p.forgery(), p.redirects(), p.failures(),
		limiter{p}.tooMany(), p.issueTimes())
	slices.SortStableFunc(out, func(a, b Measure) int {
		return cmp.Or(p.Index.Compare(a.At.Pos(), b.At.Pos()), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.CompactFunc(out, func(a, b Measure) bool {
		return a.Kind == b.Kind && a.At.Pos() == b.At.Pos()
	})
}

// kinds says which kind of measure the roles of rows and libraries are.
var kinds = map[model.Role]Kind{
	model.Rate: RateLimit, model.Hardened: Headers, model.Forgery: CSRF,
	model.AccessLog: AccessLog, model.TLS: Redirect,
}

// middlewares returns the measures that functions of libraries are there for.
func (p *Reader) middlewares() []Measure {
	seen := map[types.Object]bool{}
	var out []Measure
	for _, obj := range p.Info.Uses {
		if seen[obj] || obj.Pkg() == nil || obj.Pkg() == p.Pkg {
			continue
		}
		seen[obj] = true
		kind := p.kindOf(obj)
		if kind == "" {
			continue
		}
		for _, id := range p.Index.Mentions(obj) {
			out = append(out, Measure{kind, id, obj.Pkg().Name() + "." + obj.Name()})
		}
	}
	return out
}

// kindOf returns the kind of measure that a function or a field of a library is for, "" for none.
func (p *Reader) kindOf(obj types.Object) Kind {
	if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Protect {
		return kinds[sig.Result(0)]
	}
	fn, ok := obj.(*types.Func)
	if !ok || sends(fn) {
		return ""
	}
	kind := kinds[model.Protects(obj.Pkg().Path())]
	if kind == RateLimit && !slices.ContainsFunc(p.Pkg.Imports(), func(i *types.Package) bool {
		return model.IsServer(i.Path())
	}) {
		return "" // of what the program asks others for
	}
	return kind
}

// sends reports whether a function makes what sends requests: what it logs are not those of others.
func sends(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		if m, _, _ := types.LookupFieldOrMethod(v.Type(), true, nil, "RoundTrip"); m != nil {
			return true
		}
	}
	return false
}

// redirects returns what sends browsers to the same address over HTTPS:
//
//	http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusMovedPermanently)
func (p *Reader) redirects() []Measure {
	var out []Measure
	secured := p.schemes()
	for _, c := range p.Index.Calls {
		sig, obj := p.Index.Row(c)
		if sig == nil || sig.Verb != model.Redirect {
			continue
		}
		at := sig.Index(model.Address)
		if at < 0 || at >= len(c.Args) {
			continue
		}
		if showsOne(c, secured[p.Index.FuncAt(c.Pos())]) ||
			slices.ContainsFunc(p.Spelling.Spellings(c.Args[at]), func(w []spelling.Part) bool {
				return len(w) > 1 && w[0].Text == "https://"
			}) {
			out = append(out, Measure{Redirect, c, obj.Name()})
		}
	}
	return out
}

// schemes returns the URLs whose scheme is set to https, as they are written, by function.
func (p *Reader) schemes() map[ast.Node][]string {
	out := map[ast.Node][]string{}
	for _, s := range p.Index.Stores {
		if p.Index.FieldRow(s).Means(model.Hold, model.Scheme) && s.Value != nil &&
			p.Index.Text(s.Value) == "https" {
			fn := p.Index.FuncAt(s.Base.Pos())
			out[fn] = append(out[fn], types.ExprString(s.Base))
		}
	}
	return out
}

// showsOne reports whether a call is given the text of one of some URLs: u.String().
func showsOne(c *ast.CallExpr, urls []string) bool {
	return len(urls) > 0 && slices.ContainsFunc(c.Args, func(a ast.Expr) bool {
		call, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			return false
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		return ok && slices.Contains(urls, types.ExprString(sel.X))
	})
}

// issueTimes returns the comparisons of the claim iat with another time than the present.
func (p *Reader) issueTimes() []Measure {
	var out []Measure
	add := func(at ast.Node, other ast.Expr) {
		if !slices.ContainsFunc(p.Origin.Trace(other).Origins, func(o *origin.Origin) bool {
			return o.Kind == origin.Clock
		}) {
			out = append(out, Measure{IssueTime, at, string(model.Iat)})
		}
	}
	for _, t := range p.Index.Tests {
		if t.Op == token.EQL || t.Op == token.NEQ {
			continue
		}
		for _, sides := range [][2]ast.Expr{{t.X, t.Y}, {t.Y, t.X}} {
			if p.IsIssuedAt(sides[0]) && p.Info.Types[sides[1]].Value == nil {
				add(t, sides[1])
			}
		}
	}
	for _, c := range p.Index.Calls { // claims.IssuedAt.Before(changed)
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok || len(c.Args) != 1 || sel.Sel.Name != "Before" && sel.Sel.Name != "After" {
			continue
		}
		if p.IsIssueDate(sel.X) {
			add(c, c.Args[0])
		} else if p.IsIssueDate(c.Args[0]) {
			add(c, sel.X)
		}
	}
	return out
}
