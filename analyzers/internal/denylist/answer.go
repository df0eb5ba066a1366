package denylist

// This file says what expressions are, supposed that a store answers in one way:
//
//	val, err := rdb.Get(ctx, key).Result()
//	err == nil && val == "1"    // found: true, missing: false, failed: false
//	errors.Is(err, redis.Nil)   // missing: true, failed: false

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// value is what is known of an expression.
type value int

const (
	unknown value = iota
	no
	yes
	noError
	missingError // the error that says that nothing is kept
	failedError  // any other
	empty        // zero, "", nil, false
	some         // anything else
)

// supposed is one way in which a store answers.
type supposed struct{ answer, err value }

// supposed returns the ways in which a store can answer: it has found the token, it has none, it
// has failed.
func (q *Question) supposed(missingByError bool) (found, missing, failed supposed) {
	missing = supposed{empty, noError}
	if missingByError {
		missing.err = missingError
	}
	return supposed{some, noError}, missing, supposed{empty, failedError}
}

// eval is the evaluation of expressions under one supposition, for one question.
type eval struct {
	*Reader
	*answered
	supposed
	known uint64               // the holders that still have what the question gave them
	vars  map[*types.Var]value // see ident
}

// of returns what is known of an expression.
func (v *eval) of(e ast.Expr) value {
	e = ast.Unparen(e)
	if tv := v.Info.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.Bool {
		return truth(constant.BoolVal(tv.Value))
	}
	if part, ok := v.part(e); ok {
		return part
	}
	switch e := e.(type) {
	case *ast.Ident:
		return v.ident(e)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return not(v.of(e.X))
		}
	case *ast.BinaryExpr:
		return v.binary(e)
	case *ast.CallExpr:
		return v.call(e)
	}
	return unknown
}

// part returns what is known of an expression that is the answer, the error, or a part of what the
// question returns; ok is false for others.
func (v *eval) part(e ast.Expr) (value, bool) {
	switch v.roleOf(e, v.known) {
	case isError:
		return v.err, true
	case isParsed:
		if v.answer == some {
			return noError, true
		}
		return failedError, true
	case isAnswer:
		if t := v.Info.TypeOf(e); t != nil && typing.IsBool(t) {
			return truth(v.answer == some), true
		}
		return v.answer, true
	}
	return unknown, false
}

// ident returns what is known of a variable that is given a value once: revoked := n > 0.
func (v *eval) ident(e *ast.Ident) value {
	if v.Info.Types[e].IsNil() {
		return noError
	}
	obj, ok := v.Info.ObjectOf(e).(*types.Var)
	if !ok || obj.IsField() || len(v.Index.Writes[obj]) != 1 {
		return unknown
	}
	if known, ok := v.vars[obj]; ok {
		return known
	}
	w := v.Index.Writes[obj][0]
	if w.Value == nil || w.Elem || w.Result != 0 || w.Pos < v.to.Call.Pos() {
		return unknown
	}
	v.vars[obj] = unknown // a variable that is made of itself
	v.vars[obj] = v.of(w.Value)
	return v.vars[obj]
}

// call returns what is known of a call: the length of the answer, or what a function says of the
// error, that it is the one which says that nothing is kept.
func (v *eval) call(e *ast.CallExpr) value {
	if tv := v.Info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 {
		return v.of(e.Args[0])
	} else if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok && tv.IsBuiltin() {
		if id.Name == "len" && len(e.Args) == 1 {
			return v.of(e.Args[0])
		}
		return unknown
	}
	if t := v.Info.TypeOf(e); t == nil || !typing.IsBool(t) || len(e.Args) == 0 {
		return unknown
	}
	switch v.of(e.Args[0]) {
	case missingError:
		return yes
	case failedError, noError:
		return no
	}
	return unknown
}

// binary returns what is known of an operation.
func (v *eval) binary(e *ast.BinaryExpr) value {
	x, y := v.of(e.X), v.of(e.Y)
	switch e.Op {
	case token.LAND:
		return both(x, y)
	case token.LOR:
		return not(both(not(x), not(y)))
	case token.EQL:
		return v.equal(e, x, y)
	case token.NEQ:
		return not(v.equal(e, x, y))
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		a, b := v.number(e.X, x), v.number(e.Y, y)
		if a != nil && b != nil {
			return truth(constant.Compare(a, e.Op, b))
		}
	}
	return unknown
}

// equal returns what is known of a comparison: of an error with nil or with another one, of an
// answer with a constant.
func (v *eval) equal(e *ast.BinaryExpr, x, y value) value {
	if x == unknown && v.Info.Types[e.Y].IsNil() || y == unknown && v.Info.Types[e.X].IsNil() {
		return unknown // the error of another call
	}
	if x == unknown || x == noError && v.Info.Types[e.X].IsNil() {
		e, x, y = &ast.BinaryExpr{X: e.Y, Y: e.X}, y, x
	}
	isNil := v.Info.Types[e.Y].IsNil()
	switch x {
	case noError, failedError:
		return truth(isNil && x == noError)
	case missingError:
		return truth(!isNil)
	case yes, no:
		if y == yes || y == no {
			return truth(x == y)
		}
	case empty, some:
		if isNil {
			return truth(x == empty)
		}
		if c := v.Info.Types[e.Y].Value; c != nil {
			return truth((x == some) != isEmpty(c))
		}
	}
	return unknown
}

// number returns the number that an answer is supposed to be, nil where there is none.
func (v *eval) number(e ast.Expr, x value) constant.Value {
	if c := v.Info.Types[e].Value; c != nil {
		return c
	}
	switch x {
	case empty:
		return constant.MakeInt64(0)
	case some:
		return constant.MakeInt64(1)
	}
	return nil
}

// isEmpty reports whether a constant is the zero value of its type.
func isEmpty(c constant.Value) bool {
	switch c.Kind() {
	case constant.String:
		return constant.StringVal(c) == ""
	case constant.Int, constant.Float:
		return constant.Sign(c) == 0
	}
	return false
}

func truth(b bool) value {
	if b {
		return yes
	}
	return no
}

func not(x value) value {
	switch x {
	case yes:
		return no
	case no:
		return yes
	}
	return unknown
}

func both(x, y value) value {
	switch {
	case x == no || y == no:
		return no
	case x == yes && y == yes:
		return yes
	}
	return unknown
}
