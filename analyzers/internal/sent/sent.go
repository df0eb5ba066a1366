// Package sent finds the tokens that a package sends requests with (RFC 6750 section 2.1):
//
//	req.Header.Set("Authorization", "Bearer "+c.Token)
//	req.Header["Authorization"] = []string{fmt.Sprintf("Bearer %s", token)}
//	map[string]string{"Authorization": "Bearer " + cfg.API.Token}
//	client.SetAuthToken(c.token)
package sent

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Find returns the tokens that a package sends: what it gives a client as one, and of header fields
// both the value and what stands in it behind the word Bearer.
func Find(index *syntax.Index, spell *spelling.Speller) []ast.Expr {
	f := &finder{index: index, spell: spell}
	for _, c := range index.Calls {
		sig, _ := index.Row(c)
		switch {
		case sig == nil:
		case sig.Verb == model.SetCredentials:
			f.out = append(f.out, syntax.Args(c, sig, model.Token)...)
		case sig.Verb == model.Header &&
			slices.ContainsFunc(syntax.Args(c, sig, model.Name), f.isAuthorization):
			for _, e := range syntax.Args(c, sig, model.Value) {
				f.add(e)
			}
		}
	}
	for _, s := range index.Stores {
		if s.Key != nil && s.Value != nil && f.isAuthorization(s.Key) {
			f.add(s.Value)
		}
	}
	for _, lit := range index.Literals {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok && f.isAuthorization(kv.Key) {
				f.add(kv.Value)
			}
		}
	}
	return f.out
}

// finder collects tokens.
type finder struct {
	index *syntax.Index
	spell *spelling.Speller
	out   []ast.Expr
}

// isAuthorization reports whether an expression is the name of the header field for credentials.
func (f *finder) isAuthorization(e ast.Expr) bool {
	return strings.EqualFold(f.index.Text(e), "Authorization")
}

// add adds the value of a header field, or those of several, that begin with the word Bearer and have
// something behind it.
func (f *finder) add(value ast.Expr) {
	if lit, ok := ast.Unparen(value).(*ast.CompositeLit); ok {
		for _, e := range lit.Elts {
			f.add(e)
		}
		return
	}
	for _, way := range f.spell.Spellings(value) {
		if len(way) == 2 && strings.EqualFold(strings.TrimSpace(way[0].Text), "Bearer") &&
			way[1].Expr != nil {
			f.out = append(f.out, value, way[1].Expr)
		}
	}
}

// Traces returns where tokens come from, in a package and through it. The word before a token is
// none, and what is written out stands in the variable that it is given to.
func Traces(tracer *origin.Tracer, tokens []ast.Expr) []origin.Trace {
	var out []origin.Trace
	for _, e := range tokens {
		for _, tr := range []origin.Trace{tracer.Trace(e), tracer.Local(e)} {
			tr.Origins = slices.DeleteFunc(slices.Clone(tr.Origins), func(o *origin.Origin) bool {
				return o.Kind == origin.Const
			})
			out = append(out, tr)
		}
	}
	return out
}
