package secrets

// This file knows tokens that are random texts and no JWTs. Which of them let their bearer in is
// known by their name, or by that of the function which makes one for a mail:
//
//	refreshToken := uuid.NewString()
//	resetToken, err := s.accounts.NewResetToken(ctx, id) // of hex.EncodeToString(random)
//	func SendPasswordReset(w http.ResponseWriter, r *http.Request) { token := rand.Text() ... }
//	lockToken := uuid.NewString()                        // none of them

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// isOpaque reports whether an expression with the origins of a trace is a token that is a random
// text, and all of it.
func (p *Reader) isOpaque(e ast.Expr, tr origin.Trace) bool {
	if !tr.Only(origin.Random) || slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		return o.Hashed || o.Masked || o.Piece.IsPart()
	}) {
		return false
	}
	name := ""
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	}
	if names.OpensSession(name) || names.MailLink(name) {
		return true
	}
	d, ok := p.Index.FuncAt(e.Pos()).(*ast.FuncDecl)
	return ok && names.Token(name) && names.Mails(d.Name.Name)
}
