package measures

// This file looks for passwords that are compared with their digests:
//
//	bcrypt.CompareHashAndPassword(user.Hash, password) // by a library
//	digest := argon2.IDKey(password, salt, 1, 64*1024, 4, 32)
//	subtle.ConstantTimeCompare(digest, user.Digest)    // by hand
//	func right(password, digest string) bool { ... }   // by a function that says whether it is right

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Logins returns the calls that compare a password with its digest, and those of functions of this
// package that do so and return whether it is right.
func (p *Reader) Logins() []*ast.CallExpr {
	return p.LoginsBy(func(types.Object) bool { return false })
}

// LoginsBy is Logins where more functions are known to compare passwords.
func (p *Reader) LoginsBy(compares func(types.Object) bool) []*ast.CallExpr {
	return p.through(func(c *ast.CallExpr) bool {
		return p.Index.Verb(c) == model.Password || p.isDigest(c) || compares(p.Index.Callee(c))
	})
}

// isDigest reports whether a call makes a digest as one does of passwords, and the function around
// it compares that with another one. Keys are made in the same way, and nobody compares them.
func (p *Reader) isDigest(c *ast.CallExpr) bool {
	fn := p.Index.FuncAt(c.Pos())
	if p.Index.Verb(c) != model.Derive || fn == nil {
		return false
	}
	made, found := p.Origin.Local(c), false
	ast.Inspect(fn, func(n ast.Node) bool {
		var sides []ast.Expr
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				sides = []ast.Expr{n.X, n.Y}
			}
		case *ast.CallExpr:
			if comparesTwo(p.Index, n) {
				sides = n.Args
			}
		}
		found = found || slices.ContainsFunc(sides, func(e ast.Expr) bool {
			t := typing.OrInvalid(p.Info.TypeOf(e))
			return (typing.IsString(t) || typing.IsByteSlice(t)) && isHashed(p.Origin.Local(e), made)
		})
		return !found
	})
	return found
}

// isHashed reports whether a value is a digest of what another one is a digest of.
func isHashed(tr, made origin.Trace) bool {
	return tr.Meets(made) &&
		slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool { return o.Hashed })
}

// comparesTwo reports whether a call is of a function that compares two digests or texts: it gets two
// values of one type and returns a bool or a number.
func comparesTwo(x *syntax.Index, c *ast.CallExpr) bool {
	fn, ok := x.Callee(c).(*types.Func)
	if !ok || fn.Signature().Params().Len() != 2 || fn.Signature().Results().Len() != 1 {
		return false
	}
	in, out := fn.Signature().Params(), fn.Signature().Results().At(0).Type()
	b, isBasic := out.Underlying().(*types.Basic)
	return types.Identical(in.At(0).Type(), in.At(1).Type()) && isBasic &&
		b.Info()&(types.IsBoolean|types.IsInteger) != 0
}
