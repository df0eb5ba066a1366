package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file follows a token whose signature is wrong through tests that know other errors only:
//
//	token, err := jwt.ParseWithClaims(text, claims, keyfunc)
//	if err != nil {                               // yes
//		if errors.Is(err, jwt.ErrTokenExpired) {  // no
//			return errExpired
//		}
//	}
//	use(claims.Subject)                           // reached
//
// Where a test depends on the error in a way that is not understood, the path ends.

// forgery is a verification, supposed that the signature is wrong.
type forgery struct {
	*Reader
	call   *calls.Call
	err    *types.Var  // holds the error
	token  *types.Var  // holds the token, nil for none
	claims []uses.Read // that are used in the function of the call
}

// What is known on a path.
const (
	holdsError uint64 = 1 << iota // the variable still holds the error of the call
	isLost                        // what becomes of the token is not known any more
)

// UseOfForged returns a use of the claims that a call has read of a token with a wrong signature;
// ok is false where there is none, or where the library returns no such claims.
func (p *Reader) UseOfForged(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	if !ok || o.Var == nil || !model.ReturnsUnverified(c.Library()) || p.isDecoding(c) ||
		p.uses.TokenTrace(c).Only(origin.Token) {
		return use, false
	}
	f := forgery{Reader: p, call: c, err: o.Var}
	f.claims = slices.DeleteFunc(slices.Clone(p.uses.Result(c).Reads()), func(r uses.Read) bool {
		return !p.sameFunc(c, r) || !p.actsOn(r) || p.isLogged(r) || p.keptBeside(r, o.Var)
	})
	if len(f.claims) == 0 {
		return use, false
	}
	if s, ok := p.Index.Outer(c.Node).(*ast.AssignStmt); ok && len(s.Lhs) > 1 {
		f.token = proofs{p}.varOf(s.Lhs[0])
	}
	var found *uses.Read
	whole := p.Flow.Guided(c.Node.Pos(), flow.Guide{
		Known: holdsError,
		Enter: func(known uint64, n ast.Node) uint64 {
			if known = f.enter(known, n); known&isLost == 0 && found == nil {
				found = f.readIn(n)
			}
			return known
		},
		Choose: func(known uint64, cond ast.Expr) (holds, decided bool) {
			v := f.of(cond, known)
			return v == yes, v == yes || v == no
		},
		End: func(uint64, ast.Node) {},
	})
	if !whole || found == nil {
		return use, false
	}
	return *found, true
}

// enter returns what is known after a node.
func (f forgery) enter(known uint64, n ast.Node) uint64 {
	if e, ok := n.(ast.Expr); ok && f.of(e, known) == unsure {
		return known | isLost
	}
	if f.sets(n, f.err) {
		known &^= holdsError
	}
	if f.replaces(n) || f.mayEnd(n) || f.verifiesAgain(n) {
		known |= isLost
	}
	return known
}

// replaces reports whether a node sets the token or its claims, as a whole or in part:
//
//	claims = &Claims{Role: "guest"}
func (f forgery) replaces(n ast.Node) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok || encloses(n, f.call.Node) {
		return false
	}
	return slices.ContainsFunc(s.Lhs, func(l ast.Expr) bool {
		v := rootVar(f.Info, l)
		return v != nil && (v == f.token || slices.ContainsFunc(f.claims, func(r uses.Read) bool {
			return rootVar(f.Info, r.Expr) == v
		}))
	})
}

// rootVar returns the variable that an expression is a part of, nil for none.
func rootVar(info *types.Info, e ast.Expr) *types.Var {
	id, ok := syntax.Root(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := info.ObjectOf(id).(*types.Var)
	return v
}

// mayEnd reports whether a node is a call that may not return.
func (f forgery) mayEnd(n ast.Node) bool {
	s, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	c, ok := ast.Unparen(s.X).(*ast.CallExpr)
	return ok && !f.returns(c)
}

// verifiesAgain reports whether a node holds another call that is given the token, as it was sent.
func (f forgery) verifiesAgain(n ast.Node) bool {
	again := false
	ast.Inspect(n, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		again = again || ok && c != f.call.Node && model.Of(f.Index.Callee(c), "") == nil &&
			slices.ContainsFunc(c.Args, func(a ast.Expr) bool {
				return slices.ContainsFunc(f.call.Args(model.Token), func(t ast.Expr) bool {
					return proofs{f.Reader}.sameVar(a, t)
				})
			})
		_, lit := n.(*ast.FuncLit)
		return !lit && !again
	})
	return again || slices.ContainsFunc(f.Calls.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify && c.Node != f.call.Node && encloses(n, c.Node)
	})
}

// readIn returns the first of the reads in a node that does not hand on the error, too.
func (f forgery) readIn(n ast.Node) *uses.Read {
	if r, ok := n.(*ast.ReturnStmt); ok && f.Origin.Failures.Fails(r) || f.reads(n, f.err) {
		return nil
	}
	for _, r := range f.claims {
		if encloses(n, r) {
			return &r
		}
	}
	return nil
}
