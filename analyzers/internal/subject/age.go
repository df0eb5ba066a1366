package subject

// This file knows functions that ask a list which says of a user, and of no single token, since when
// tokens are accepted:
//
//	err := db.QueryRow("SELECT at FROM revoked_users WHERE id = $1", userID).Scan(&at)
//	if err == nil && issuedAt.Before(at) {
//		return errRevoked
//	}

import (
	"go/ast"
	"go/token"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// issued are the names of the time at which a token was issued (RFC 7519 section 4.1.6).
var issued = pattern.New(`(^|_)(iat|issued_?at)(_|$)`)

// ComparesAge reports whether a function compares when a token was issued with another time.
func (p *Reader) ComparesAge(fn ast.Node) bool {
	if p.ages == nil {
		p.ages = map[ast.Node]bool{}
		for _, t := range p.Index.Tests {
			if t.Op != token.EQL && t.Op != token.NEQ && (p.isAge(t.X) || p.isAge(t.Y)) {
				p.ages[p.Index.FuncAt(t.Pos())] = true
			}
		}
		for _, c := range p.Index.Calls {
			sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
			if ok && len(c.Args) == 1 && (sel.Sel.Name == "Before" || sel.Sel.Name == "After") &&
				(p.isAge(sel.X) || p.isAge(c.Args[0])) {
				p.ages[p.Index.FuncAt(c.Pos())] = true
			}
		}
	}
	return p.ages[fn]
}

// isAge reports whether the name of an expression is that of the time at which a token was issued:
// claims.IssuedAt.Time, int64(claims["iat"].(float64)), issuedAt.
func (p *Reader) isAge(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			found = found || issued().MatchString(names.Snake(n.Name))
		case *ast.BasicLit:
			found = found || p.Index.Text(n) == "iat"
		}
		return !found
	})
	return found
}
