package outcome

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file says what conditions are, supposed that the signature of a token is wrong:
//
//	err == nil                              // no
//	errors.Is(err, jwt.ErrTokenExpired)     // no
//	errors.As(err, &failed)                 // yes, for a type of the library
//	failed.Errors == jwt.ValidationErrorExpired // no
//	token.Valid                             // no
//	strings.Contains(err.Error(), "exp")    // unsure: it depends on the error
//	claims.Subject == ""                    // either

// answer is what a condition is.
type answer int

const (
	either answer = iota // it has nothing to do with the error
	unsure               // it has
	no
	yes
)

// of returns what a condition is.
func (f forgery) of(e ast.Expr, known uint64) answer {
	e = ast.Unparen(e)
	if v := f.Info.Types[e].Value; v != nil && v.Kind() == constant.Bool {
		return truth(constant.BoolVal(v))
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return f.of(e.X, known).not()
		}
	case *ast.BinaryExpr:
		if a, ok := f.binary(e, known); ok {
			return a
		}
	case *ast.SelectorExpr:
		if f.isToken(e.X) && f.means(e, model.Valid) {
			return no
		}
	case *ast.CallExpr:
		if a, ok := f.asks(e, known); ok {
			return a
		}
	case *ast.Ident:
		if f.isAssertion(e) {
			return yes
		}
	}
	if f.depends(e, known) {
		return unsure
	}
	return either
}

// binary returns what an operation is; ok is false where it is not one about the error.
func (f forgery) binary(e *ast.BinaryExpr, known uint64) (a answer, ok bool) {
	switch e.Op {
	case token.LAND:
		return both(f.of(e.X, known), f.of(e.Y, known)), true
	case token.LOR:
		return both(f.of(e.X, known).not(), f.of(e.Y, known).not()).not(), true
	case token.EQL, token.NEQ:
	default:
		return either, false
	}
	x, y := ast.Unparen(e.X), ast.Unparen(e.Y)
	if f.Info.Types[x].IsNil() {
		x, y = y, x
	}
	switch {
	case f.Info.Types[y].IsNil() && (f.isError(x, known) || f.isToken(x) || f.isAsserted(x)):
		a = no
	case f.isError(x, known) && f.isLibrary(y):
		a = truth(f.saysForged(y))
	case f.bits(x) != nil:
		a = truth(f.Info.Types[y].Value != nil && f.matches(f.bits(x), y))
	default:
		return either, false
	}
	if e.Op == token.NEQ {
		a = a.not()
	}
	return a, true
}

// asks returns what a call that asks about the error is: errors.Is or errors.As.
func (f forgery) asks(c *ast.CallExpr, known uint64) (a answer, ok bool) {
	t := f.Info.TypeOf(c)
	if t == nil || !typing.IsBool(t) || len(c.Args) != 2 || !f.isError(c.Args[0], known) {
		return either, false
	}
	if f.isLibrary(c.Args[1]) {
		return truth(f.saysForged(c.Args[1])), true
	}
	u, ok := ast.Unparen(c.Args[1]).(*ast.UnaryExpr)
	return yes, ok && u.Op == token.AND && f.isOfLibrary(f.Info.TypeOf(u.X))
}

// bits returns what a number that says what is wrong is compared or masked with; nil for other
// expressions:
//
//	failed.Errors & jwt.ValidationErrorExpired
func (f forgery) bits(e ast.Expr) []ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.AND && f.bits(e.X) != nil {
			return []ast.Expr{e.Y}
		}
	case *ast.SelectorExpr:
		sel := f.Info.Selections[e]
		if sel != nil && sel.Kind() == types.FieldVal && f.isOfLibrary(sel.Recv()) &&
			isNumber(sel.Type()) {
			return []ast.Expr{}
		}
	}
	return nil
}

// matches reports whether a number that is masked by others equals y.
func (f forgery) matches(masks []ast.Expr, y ast.Expr) bool {
	for _, m := range masks {
		if !f.saysForged(m) { // it is 0 then
			return constant.Sign(constant.ToInt(f.Info.Types[y].Value)) == 0
		}
	}
	return f.saysForged(y)
}

// saysForged reports whether an expression names the error of a wrong signature.
func (f forgery) saysForged(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && model.Of(f.Info.ObjectOf(id), "").Means(model.ErrorVar, model.Forged)
		return !found
	})
	return found
}

// isError reports whether an expression is the error of the call.
func (f forgery) isError(e ast.Expr, known uint64) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && known&holdsError != 0 && f.Info.ObjectOf(id) == f.err
}

// isToken reports whether an expression is the token that the call returns.
func (f forgery) isToken(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && f.token != nil && f.Info.ObjectOf(id) == f.token
}

// isLibrary reports whether an expression names a variable or constant of a library that handles
// tokens.
func (f forgery) isLibrary(e ast.Expr) bool {
	return model.OfTokens(f.Index.Used(e))
}

// isOfLibrary reports whether a type is one of a library that handles tokens, or a pointer to one.
func (f forgery) isOfLibrary(t types.Type) bool {
	for t != nil && typing.IsPointer(t) {
		t = typing.Deref(t)
	}
	return model.OfTokens(typing.TypeName(typing.OrInvalid(t)))
}

func truth(b bool) answer {
	if b {
		return yes
	}
	return no
}

// not returns what the opposite of a condition is.
func (a answer) not() answer {
	switch a {
	case yes:
		return no
	case no:
		return yes
	}
	return a
}

// both returns what two conditions are together.
func both(x, y answer) answer {
	switch {
	case x == no || y == no:
		return no
	case x == yes:
		return y
	case y == yes:
		return x
	}
	return max(x, y)
}

// isNumber reports whether a type is that of bits.
func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
