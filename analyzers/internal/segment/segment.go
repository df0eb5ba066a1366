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
	Signed []ast.Expr // the signature of the same token, where another function takes it
}

// Reader finds such calls in one package.
type Reader struct {
	Index    *syntax.Index
	Origin   *origin.Tracer
	Spelling *spelling.Speller
}

// Find returns the calls that decode the second part of a token by hand (RFC 7515 section 3.1):
// they read claims, and the function around them ignores the signature.
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
		if token == nil {
			continue
		}
		signed := p.signatures(token)
		if slices.ContainsFunc(signed, func(e ast.Expr) bool {
			return p.Index.FuncAt(e.Pos()) == p.Index.FuncAt(c.Pos())
		}) {
			continue
		}
		out = append(out, Decoding{c, p.Index.Callee(c), token, p.filledBy(c), signed})
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
	case *ast.SliceExpr:
		return p.slicedPayload(e)
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
	if token := p.cutPayload(e); token != nil {
		return token
	}
	if token := p.secondOf(e); token != nil {
		return token
	}
	for _, d := range p.Origin.Definitions(e) {
		if token := p.payload(d, seen); token != nil {
			return token
		}
	}
	return nil
}

// signatures returns the expressions that take the third piece of a token too: what does so looks
// at the signature by hand.
func (p *Reader) signatures(token ast.Expr) []ast.Expr {
	var out []ast.Expr
	tokenOrigins := p.Origin.Trace(token)
	for _, e := range p.Index.Forward().Indexes {
		if p.Index.Int(e.Index) != 2 {
			continue
		}
		if t := p.dotted(e.X); t != nil &&
			(t == token || p.Origin.Trace(t).Meets(tokenOrigins)) {
			out = append(out, e)
		}
	}
	return out
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
	for _, f := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(f), "")
		if sig == nil || sig.Verb != model.Fill {
			continue
		}
		var from []ast.Expr
		for i, a := range f.Args {
			if sig.Arg(i) != model.Filled {
				from = append(from, a)
			}
		}
		if sel, ok := ast.Unparen(f.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
			from = append(from, sel.X)
		}
		for _, a := range from {
			if p.isMadeOf(a, c, map[ast.Expr]bool{}) {
				out = append(out, syntax.Args(f, sig, model.Filled)...)
			}
		}
	}
	return out
}

// isMadeOf reports whether a value is what a call returns, or is made of that: its text, a reader
// of it. seen cuts cycles.
func (p *Reader) isMadeOf(e ast.Expr, c *ast.CallExpr, seen map[ast.Expr]bool) bool {
	e = ast.Unparen(e)
	if seen[e] {
		return false
	}
	seen[e] = true
	if e == c {
		return true
	}
	from := p.Origin.Definitions(e)
	if call, ok := e.(*ast.CallExpr); ok {
		sig := model.Of(p.Index.Callee(call), "")
		if p.Index.Info.Types[call.Fun].IsType() || sig != nil && sig.Verb == model.Pass {
			from = call.Args
		}
	}
	return slices.ContainsFunc(from, func(e ast.Expr) bool { return p.isMadeOf(e, c, seen) })
}
