// Package early finds deny lists that are asked for what nobody has verified. jwtlifecycle asks it:
//
//	parser.ParseUnverified(raw, claims)
//	if isRevoked(claims.ID) { ... }     // anyone can choose the id
//	jwt.Parse(raw, keyfunc)
package early

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
)

// Question is one about a claim that is read from a token before it is verified.
type Question struct {
	At     ast.Expr    // what asks
	Decode *calls.Call // reads the claim
}

// Find returns the questions of a package about claims of tokens that nobody has verified yet: the
// function that asks decodes the token itself, or by a function of the package that does no more,
// and no other call has got it before.
func Find(lists *denylist.Reader) []Question {
	p := &order{Reader: lists}
	p.decoded, p.verified = p.given(model.Decode), p.given(model.Verify)
	if len(p.decoded) == 0 {
		return nil
	}
	all := p.Certain()
	for _, q := range p.Questions() {
		if q.Says {
			all = append(all, subject.Asked{At: q.Call, Func: q.Func, Keys: q.Keys})
		}
	}
	var out []Question
	for _, q := range all {
		if d := p.before(q); d != nil {
			out = append(out, Question{q.At, d})
		}
	}
	return out
}

// order knows the tokens that a package decodes and verifies.
type order struct {
	*denylist.Reader
	decoded, verified []given
}

// before returns the call that decodes the token which a question is about, nil where it may have
// been verified.
func (p *order) before(q subject.Asked) *calls.Call {
	for _, d := range p.decoded {
		if p.Index.FuncAt(d.at.Pos()) != q.Func || d.at.Pos() > q.At.Pos() ||
			d.at != d.call.Node && p.verifies(d.call) || p.hadBefore(d, q) {
			continue
		}
		made := p.madeBy(d.call)
		if slices.ContainsFunc(q.Keys, func(k ast.Expr) bool { return p.readsFrom(k, made) }) {
			return d.call
		}
	}
	return nil
}

// given is a token that is decoded or verified, where a function of the package hands it over.
type given struct {
	at     ast.Node // the call, or that of the function that does so
	tokens []ast.Expr
	call   *calls.Call
}

// given returns the tokens that are decoded or verified, by functions of the package that get them
// as a parameter too.
func (p *order) given(verb model.Verb) []given {
	var out []given
	for _, c := range p.Calls.All {
		if c.Verb != verb {
			continue
		}
		tokens := c.Args(model.Token)
		out = append(out, given{c.Node, tokens, c})
		fn, _ := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
		if fn == nil || len(tokens) != 1 {
			continue
		}
		param := p.Index.Params[p.variable(tokens[0])]
		if param.Func != fn || param.Index < 0 {
			continue
		}
		obj, _ := p.Info.Defs[fn.Name].(*types.Func)
		for _, by := range p.Index.CallsOf[obj] {
			if param.Index < len(by.Args) {
				out = append(out, given{by, by.Args[param.Index : param.Index+1], c})
			}
		}
	}
	return out
}

// verifies reports whether a function that decodes a token verifies one, too.
func (p *order) verifies(d *calls.Call) bool {
	fn := p.Index.FuncAt(d.Node.Pos())
	return slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify && p.Index.FuncAt(c.Node.Pos()) == fn
	})
}

// variable returns the variable that an expression names, nil for others.
func (p *order) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.Info.ObjectOf(id).(*types.Var)
	return v
}

// madeBy returns where the token and the claims of a decoding call are made.
func (p *order) madeBy(d *calls.Call) map[ast.Node]bool {
	made := map[ast.Node]bool{d.Node: true}
	for _, e := range d.Args(model.Claims) {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && o.Kind == origin.Object {
				made[o.At] = true
			}
		}
	}
	return made
}

// readsFrom reports whether a key is made of claims that are made at some of the nodes.
func (p *order) readsFrom(key ast.Expr, made map[ast.Node]bool) bool {
	found := false
	p.Parts(key, func(e ast.Expr) {
		var of ast.Expr
		switch e := e.(type) {
		case *ast.SelectorExpr:
			of = e.X
		case *ast.IndexExpr:
			of = e.X
		default:
			return
		}
		for _, o := range p.Origin.Trace(of).Origins {
			found = found || o.At != nil && made[o.At]
		}
	})
	return found
}

// hadBefore reports whether another call that can verify it gets the token before the question.
func (p *order) hadBefore(d given, q subject.Asked) bool {
	for _, e := range d.tokens {
		v := p.variable(e)
		if v == nil || p.Index.Params[v].Func != nil && len(p.Index.Writes[v]) == 0 &&
			!p.verifiesAfter(v, q) {
			return true // the caller may have verified it
		}
		if slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
			c, ok := p.Index.Outer(id).(*ast.CallExpr)
			return ok && c != d.at && id.Pos() < q.At.Pos() && p.canVerify(c)
		}) {
			return true
		}
	}
	return len(d.tokens) == 0
}

// canVerify reports whether a call verifies a token, or does what the model does not know.
func (p *order) canVerify(c *ast.CallExpr) bool {
	sig := model.Of(p.Index.Callee(c), "")
	return sig == nil || sig.Verb == model.Verify
}

// verifiesAfter reports whether the function that asks verifies the token of a variable itself,
// behind the question: its callers leave that to it.
func (p *order) verifiesAfter(v *types.Var, q subject.Asked) bool {
	return slices.ContainsFunc(p.verified, func(g given) bool {
		return g.at.Pos() > q.At.Pos() && p.Index.FuncAt(g.at.Pos()) == q.Func &&
			slices.ContainsFunc(g.tokens, func(e ast.Expr) bool { return p.variable(e) == v })
	})
}
