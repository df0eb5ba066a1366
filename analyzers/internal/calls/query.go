package calls

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Parameter is a value that gets into the query of a URL under a name.
type Parameter struct {
	Names []string
	Value ast.Expr
}

// Parameters returns what the package puts into the queries of URLs by name, through a setter of a request or through
// values that are encoded into a query.
func (p *Package) Parameters() []Parameter {
	var out []Parameter
	for _, c := range p.Calls {
		if c.Verb != model.Put || c.On == nil {
			continue
		}
		sig := model.Of(c.Callee, "")
		if sig != nil && sig.Recv == model.Address || p.inQuery(c.args[model.Object]) {
			out = append(out, p.parameters(c.args[model.Name], c.args[model.Value])...)
		}
	}
	for _, e := range p.encoded() {
		for _, o := range p.Of(e).Births {
			lit, ok := o.At.(*ast.CompositeLit)
			for i := 0; ok && i < len(lit.Elts); i++ {
				if kv, ok := lit.Elts[i].(*ast.KeyValueExpr); ok {
					out = append(out, p.parameters([]ast.Expr{kv.Key}, p.each(kv.Value))...)
				}
			}
		}
	}
	return out
}

func (p *Package) parameters(names, values []ast.Expr) []Parameter {
	var out []Parameter
	for _, n := range names {
		for _, v := range values {
			if !p.written(v) {
				out = append(out, Parameter{p.Texts(n), v})
			}
		}
	}
	return out
}

// each returns the elements of a list that is written out here, or the expression itself.
func (p *Package) each(e ast.Expr) []ast.Expr {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return lit.Elts
	}
	return []ast.Expr{e}
}

// inQuery reports whether values can be some that are encoded into the query of a URL.
func (p *Package) inQuery(values []ast.Expr) bool {
	for _, e := range p.encoded() {
		for _, o := range p.Of(e).Births {
			for _, v := range values {
				if o.At != nil && slices.ContainsFunc(p.Of(v).Births, func(b origin.Origin) bool { return b.At == o.At }) {
					return true
				}
			}
		}
	}
	return false
}

// encoded returns the values that the package encodes into the queries of URLs: those that are assigned to one, and those
// that stand behind a question mark.
func (p *Package) encoded() []ast.Expr {
	if p.queries != nil {
		return p.queries
	}
	p.queries = []ast.Expr{}
	for _, s := range p.Stores {
		if s.Field == nil || s.Value == nil {
			continue
		}
		if sig := model.Of(s.Field, ownerName(p.pass.TypesInfo.TypeOf(s.Base))); sig != nil && sig.Verb == model.Hold && sig.Result(0) == model.Query {
			p.queries = append(p.queries, p.values(s.Value)...)
		}
	}
	for _, lit := range p.Literals {
		for _, e := range p.Fields(lit, model.Hold)[model.Query] {
			p.queries = append(p.queries, p.values(e)...)
		}
	}
	for _, e := range p.Addresses() {
		for _, way := range p.Wordings(e) {
			text := ""
			for _, part := range way {
				if text += part.Text; part.Expr != nil && strings.Contains(text, "?") && !strings.Contains(text, "#") {
					p.queries = append(p.queries, p.values(part.Expr)...)
				}
			}
		}
	}
	return p.queries
}

// values returns what a text that encodes a collection is made of.
func (p *Package) values(e ast.Expr) []ast.Expr {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if sig := model.Of(p.callee(c), ""); ok && sig != nil && sig.Verb == model.Pass && sig.Recv == model.From {
		return []ast.Expr{sel.X}
	}
	return nil
}

// Lookups returns what tells a middleware to look for tokens in the query of a URL.
func (p *Package) Lookups() []ast.Expr {
	var out []ast.Expr
	for _, lit := range p.Literals {
		for _, e := range p.Fields(lit, model.Hold)[model.Lookup] {
			if slices.ContainsFunc(p.Texts(e), queried) {
				out = append(out, e)
			}
		}
	}
	for _, c := range p.Tracer.Calls {
		for _, e := range append([]ast.Expr{c}, c.Args...) {
			if sig := model.Of(p.used(e), ""); sig != nil && sig.Verb == model.Build && sig.Result(0) == model.Query {
				out = append(out, e)
			}
		}
	}
	return out
}

// queried reports whether a list of places, such as "header: Authorization, query: token", has one in the query.
func queried(list string) bool {
	return slices.ContainsFunc(strings.Split(list, ","), func(place string) bool {
		return strings.HasPrefix(strings.TrimSpace(place), "query:")
	})
}
