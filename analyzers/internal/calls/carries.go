package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

var (
	tokenWord = regexp.MustCompile(`(jwt|token|bearer|authorization)s?(_?(string|str|value|raw|text|cookie|v?\d+))?$`)
	// tokens that let nobody in
	otherToken = regexp.MustCompile(`csrf|xsrf|state|nonce|push|device|fcm|captcha|verifier|pkce|page|cursor|next_|continu|reset|confirm|(no|has|is|missing|invalid|expired|cancel|lock|stop|sync|upload)_?token`)
	ofName     = regexp.MustCompile(`(_?cookie)?_?(name|key)$`)
)

// NamesToken reports whether a name says that what it stands for is a token that lets its bearer in: access_token, jwt,
// bearerToken.
func NamesToken(name string) bool {
	n := snake(name)
	return tokenWord.MatchString(n) && !otherToken.MatchString(n)
}

// Name returns the name of the cookie where it is one constant, "" otherwise.
func (c *Cookie) Name() string {
	if c.kind == text {
		return c.text
	}
	for _, e := range c.parts[model.Name] {
		if texts := c.pkg.Texts(e); len(texts) == 1 {
			return texts[0]
		}
	}
	return ""
}

// Token reports whether the cookie carries a token: the value is one, or the names of cookie or value say so.
func (c *Cookie) Token() bool {
	switch c.kind {
	case middleware:
		return true
	case session:
		return c.pkg.keepsToken()
	}
	values := c.parts[model.Value]
	if _, only := c.pkg.constants(values); only || len(values) == 0 {
		return false
	}
	for _, e := range values {
		if c.pkg.IsToken(e) {
			return true
		}
	}
	named, other := c.named()
	return !other && (named || slices.ContainsFunc(values, func(e ast.Expr) bool {
		return slices.ContainsFunc(c.pkg.spelled(e, nil), NamesToken)
	}))
}

// named reports whether the name of the cookie says that it carries a token, or another thing that is called a token.
func (c *Cookie) named() (token, other bool) {
	if c.kind == text {
		return NamesToken(c.text), otherToken.MatchString(snake(c.text))
	}
	for _, e := range c.parts[model.Name] {
		names := c.pkg.Texts(e)
		if len(names) == 0 {
			for _, n := range c.pkg.spelled(e, nil) {
				names = append(names, ofName.ReplaceAllString(snake(n), ""))
			}
		}
		for _, n := range names {
			token = token || NamesToken(n)
			other = other || otherToken.MatchString(snake(n)) && tokenWord.MatchString(snake(n))
		}
	}
	return token, other && !token
}

// IsToken reports whether the value of an expression is a token as it is sent.
func (p *Package) IsToken(e ast.Expr) bool {
	return slices.ContainsFunc(p.Of(e).Births, func(o origin.Origin) bool { return o.Kind == origin.Token && !o.Hashed })
}

// keepsToken reports whether the package puts a token into a session.
func (p *Package) keepsToken() bool {
	for _, c := range p.Calls {
		if c.Verb == model.Keep && slices.ContainsFunc(c.args[model.Value], p.IsToken) {
			return true
		}
	}
	return slices.ContainsFunc(p.Stores, func(s origin.Store) bool {
		sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr)
		if !ok || s.Key == nil || s.Value == nil {
			return false
		}
		on := typeName(deref(p.pass.TypesInfo.TypeOf(sel.X)))
		if on == nil {
			return false
		}
		sig := model.Of(p.pass.TypesInfo.ObjectOf(sel.Sel), on.Name())
		return sig != nil && sig.Result(0) == model.Kept && p.IsToken(s.Value)
	})
}

// spelled returns the names of an expression: its own and, for a parameter, those that callers in this package hand over.
func (p *Package) spelled(e ast.Expr, through []*types.Var) []string {
	names := []string{nameOf(e)}
	for _, o := range p.Open(e).Births {
		if o.Kind != origin.Param || slices.Contains(through, o.Param) {
			continue
		}
		for _, a := range p.Arguments(o.Param) {
			names = append(names, p.spelled(a, append(through, o.Param))...)
		}
	}
	return names
}

// Deletes reports whether the cookie is sent to delete it: its age is negative or its end is past.
func (c *Cookie) Deletes() bool {
	if c.gone {
		return true
	}
	for _, e := range c.parts[model.MaxAge] {
		for _, q := range c.pkg.Quantities(e) {
			if q.Known && q.Amount < 0 {
				return true
			}
		}
	}
	for _, e := range c.parts[model.Expires] {
		for _, q := range c.pkg.Quantities(e) {
			if past := q.FromNow && q.Amount <= 0 || !q.FromNow && q.Amount < 1e9; q.Known && past {
				return true
			}
		}
	}
	return false
}

// Signed returns the calls of this package that sign what an expression can be.
func (p *Package) Signed(e ast.Expr) []*Call {
	var out []*Call
	for _, o := range p.Of(e).Births {
		for _, c := range p.Calls {
			if o.Kind == origin.Token && c.Verb == model.Sign && c.Node == o.At {
				out = append(out, c)
			}
		}
	}
	return out
}

// Never reports whether the expressions, none or all of them constants, are never the text.
func (p *Package) Never(es []ast.Expr, text string) bool {
	values, only := p.constants(es)
	return (only || len(es) == 0) && !slices.ContainsFunc(values, func(v constant.Value) bool {
		return v.Kind() == constant.String && constant.StringVal(v) == text
	})
}

// True reports whether the expressions can be nothing but true, or functions that return nothing else.
func (p *Package) True(es []ast.Expr) bool {
	if len(es) == 0 {
		return false
	}
	yes := func(tr origin.Trace) bool {
		return len(tr.Births) > 0 && !slices.ContainsFunc(tr.Births, func(o origin.Origin) bool { return o.Value == nil || !isTrue(o.Value) })
	}
	for _, e := range es {
		tr := p.Of(e)
		if !tr.Only(origin.Func) {
			if !yes(tr) {
				return false
			}
			continue
		}
		for _, o := range tr.Births {
			if o.Fn == nil || !yes(p.Results(o.Fn, 0)) {
				return false
			}
		}
	}
	return true
}

// NamesOther reports whether a name says that what it stands for is a token which lets nobody in: csrf_token.
func NamesOther(name string) bool { return otherToken.MatchString(snake(name)) }
