// Package emptiness answers whether a value has been found empty where it stands, so that what is
// printed or sent there shows nothing:
//
//	if cfg.Key == "" {
//		log.Printf("no key: %q", cfg.Key)       // Found
//	}
//	if token != "" {
//		...
//	} else {
//		log.Println("no token:", token)         // Found
//	}
//	if user == "" || token == "" {
//		return errors.New("no token: " + token) // Suspected: it may be user
//	}
//	if secret == "" {
//		secret = rand.Text()
//		log.Println("made a secret:", secret)   // neither
//	}
package emptiness

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Found reports whether a value is empty wherever control gets to an expression that names it.
func Found(index *syntax.Index, e ast.Expr) bool {
	return question{index, types.ExprString(ast.Unparen(e)), false}.at(e)
}

// FoundAt reports whether a value is empty wherever control gets to a place.
func FoundAt(index *syntax.Index, value ast.Expr, place ast.Node) bool {
	return question{index, types.ExprString(ast.Unparen(value)), false}.at(place)
}

// Filled returns what is given a value where it is empty, nil for other values:
//
//	if cfg.Secret == "" {
//		cfg.Secret = "development"
//	}
func Filled(index *syntax.Index, value ast.Expr) ast.Expr {
	set, ok := index.Outer(value).(*ast.AssignStmt)
	if !ok || len(set.Lhs) != 1 || set.Rhs[0] != value || !FoundAt(index, set.Lhs[0], set) {
		return nil
	}
	return set.Lhs[0]
}

// Suspected reports whether a value is empty, or is a variable and one of several of which some are,
// wherever control gets to an expression that names it.
func Suspected(index *syntax.Index, e ast.Expr) bool {
	_, variable := ast.Unparen(e).(*ast.Ident)
	return question{index, types.ExprString(ast.Unparen(e)), variable}.at(e)
}

// question asks whether a value is empty.
type question struct {
	index *syntax.Index
	text  string // how the value is written
	some  bool   // whether one of several will do
}

// at answers for a place: the branches around it.
func (q question) at(place ast.Node) bool {
	for n := place; n != nil; n = q.index.Outer(n) {
		s, ok := q.index.Outer(n).(*ast.IfStmt)
		if ok && (n == s.Body && q.tells(s.Cond, token.EQL, token.LAND) ||
			n == s.Else && q.tells(s.Cond, token.NEQ, token.LOR)) {
			return !q.set(n, place.Pos())
		}
	}
	return false
}

// set reports whether a branch gives the value something before a place in it.
func (q question) set(branch ast.Node, before token.Pos) bool {
	found := false
	ast.Inspect(branch, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && a.Pos() < before {
			found = found || slices.ContainsFunc(a.Lhs, func(e ast.Expr) bool {
				return types.ExprString(e) == q.text
			})
		}
		return !found && n != nil && n.Pos() < before
	})
	return found
}

// tells reports whether a condition compares the value with nothing by op, or one of those does that
// join has put together: all of them hold in the branch.
func (q question) tells(cond ast.Expr, op, join token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == join || q.some && (b.Op == token.LAND || b.Op == token.LOR):
		return q.tells(b.X, op, join) || q.tells(b.Y, op, join)
	}
	return b.Op == op && (q.nothing(b.X, b.Y) || q.nothing(b.Y, b.X))
}

// nothing reports whether one operand is the value and the other the empty text, or one its length
// and the other zero.
func (q question) nothing(x, y ast.Expr) bool {
	value := q.index.Info.Types[y].Value
	if value == nil {
		return false
	}
	x = ast.Unparen(x)
	switch value.ExactString() {
	case `""`:
		return types.ExprString(x) == q.text
	case "0":
		c, ok := x.(*ast.CallExpr)
		return ok && len(c.Args) == 1 && q.index.Info.Types[c.Fun].IsBuiltin() &&
			types.ExprString(ast.Unparen(c.Args[0])) == q.text
	}
	return false
}
