// Package segment finds tokens whose claims a package decodes, or whose signature it computes, by
// hand:
//
//	parts := strings.Split(token, ".")
//	data, _ := base64.RawURLEncoding.DecodeString(parts[1])
//	json.Unmarshal(data, &claims)
package segment

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Decoding is a call that decodes the claims of a token by hand.
type Decoding struct {
	Call   *ast.CallExpr
	Callee types.Object
	Token  ast.Expr
	Claims []ast.Expr // what the bytes are decoded into
}

// Reader finds such calls in one package.
type Reader struct {
	Index    *syntax.Index
	Origin   *origin.Tracer
	Spelling *spelling.Speller
}

// Find returns the calls that decode the second part of a token by hand (RFC 7515 section 3.1):
// they read claims and ignore the signature.
func (p *Reader) Find() []Decoding {
	var out []Decoding
	for _, c := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(c), "")
		if sig == nil || sig.Result(0) != model.Segment {
			continue
		}
		from := syntax.Args(c, sig, model.From)
		if len(from) != 1 {
			continue
		}
		token := p.payload(from[0], map[ast.Expr]bool{})
		if token == nil || p.readsSignature(token) {
			continue
		}
		out = append(out, Decoding{c, p.Index.Callee(c), token, p.filledBy(c)})
	}
	return out
}

// payload returns the text of which an expression is the second piece between dots, nil where it
// is none. seen cuts cycles.
func (p *Reader) payload(e ast.Expr, seen map[ast.Expr]bool) ast.Expr {
	e = ast.Unparen(e)
	if seen[e] {
		return nil
	}
	seen[e] = true
	switch e := e.(type) {
	case *ast.IndexExpr:
		if p.Index.Int(e.Index) == 1 {
			return p.dotted(e.X)
		}
		return nil
	case *ast.BinaryExpr: // with its padding
		if token := p.payload(e.X, seen); token != nil {
			return token
		}
		return p.payload(e.Y, seen)
	case *ast.CallExpr: // trimmed, replaced
		sig := model.Of(p.Index.Callee(e), "")
		if sig == nil || sig.Verb != model.Pass {
			return nil
		}
		for _, a := range syntax.Args(e, sig, model.From) {
			if token := p.payload(a, seen); token != nil {
				return token
			}
		}
		return nil
	}
	for _, d := range p.Origin.Definitions(e) {
		if token := p.payload(d, seen); token != nil {
			return token
		}
	}
	return nil
}

// readsSignature reports whether the package takes the third piece of a token too: it looks at the
// signature by hand.
func (p *Reader) readsSignature(token ast.Expr) bool {
	tokenOrigins := p.Origin.Trace(token)
	return slices.ContainsFunc(p.Index.Forward().Indexes, func(e *ast.IndexExpr) bool {
		if p.Index.Int(e.Index) != 2 {
			return false
		}
		t := p.dotted(e.X)
		return t != nil && (t == token || p.Origin.Trace(t).Meets(tokenOrigins))
	})
}

// dotted returns the text whose pieces between dots an expression is, nil where it is something
// else.
func (p *Reader) dotted(e ast.Expr) ast.Expr {
	calls := []ast.Expr{ast.Unparen(e)}
	if _, ok := calls[0].(*ast.CallExpr); !ok {
		calls = p.Origin.Definitions(e)
	}
	for _, d := range calls {
		c, ok := ast.Unparen(d).(*ast.CallExpr)
		if !ok {
			continue
		}
		sig := model.Of(p.Index.Callee(c), "")
		if sig == nil || sig.Result(0) != model.Parts {
			continue
		}
		between, from := syntax.Args(c, sig, model.Between), syntax.Args(c, sig, model.From)
		if len(between) == 1 && len(from) == 1 && p.Index.Text(between[0]) == "." {
			return from[0]
		}
	}
	return nil
}

// filledBy returns the values that the bytes which a call returns are decoded into.
func (p *Reader) filledBy(c *ast.CallExpr) []ast.Expr {
	var out []ast.Expr
	isCall := func(in spelling.Ingredient) bool { return in.Expr == c }
	for _, f := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(f), "")
		if sig == nil || sig.Verb != model.Fill {
			continue
		}
		for i, a := range f.Args {
			if sig.Arg(i) != model.Filled &&
				slices.ContainsFunc(p.Spelling.Ingredients(a), isCall) {
				out = append(out, syntax.Args(f, sig, model.Filled)...)
			}
		}
	}
	return out
}
