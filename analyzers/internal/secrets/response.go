package secrets

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file knows maps that hold what a token endpoint answered (RFC 6749 section 5.1):
//
//	var answer map[string]any
//	json.Unmarshal(body, &answer)
//	r.Header.Set("Authorization", "Bearer "+answer["access_token"].(string))
//	logger.Debug("answered", zap.Any("answer", answer))

// answered are the parameters of such an answer that let their bearer in.
var answered = pattern.New(`^(access|refresh|id)_token$`)

// isTokenResponse reports whether an expression is a map out of which this package takes a token by
// its name, and does not leave it out first.
func (p *Reader) isTokenResponse(e ast.Expr) bool {
	if !typing.IsMap(p.Info.TypeOf(e)) {
		return false
	}
	tr := p.Origin.Trace(e)
	isIn := func(m, name ast.Expr) bool {
		return answered().MatchString(p.Index.Text(name)) && p.Origin.Trace(m).Meets(tr)
	}
	if slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		id, ok := c.Fun.(*ast.Ident)
		return ok && id.Name == "delete" && p.Info.Types[c.Fun].IsBuiltin() &&
			isIn(c.Args[0], c.Args[1])
	}) {
		return false
	}
	return slices.ContainsFunc(p.Index.Forward().Indexes, func(x *ast.IndexExpr) bool {
		s, stored := p.Index.Outer(x).(*ast.AssignStmt)
		stored = stored && slices.Contains(s.Lhs, ast.Expr(x))
		return !stored && isIn(x.X, x.Index)
	})
}
