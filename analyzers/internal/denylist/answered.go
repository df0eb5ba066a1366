package denylist

// This file follows the answer of a store to the variables that hold it:
//
//	val, err := rdb.Get(ctx, key).Result()             // val: the answer, err: the error
//	cmd := rdb.Exists(ctx, key)                        // cmd.Val(): the answer, cmd.Err()
//	err := db.QueryRow(query, jti).Scan(&revoked)      // revoked: the answer
//	res := db.Where("jti = ?", jti).First(&entry)      // res.Error, res.RowsAffected
//	ok, err := redis.Bool(conn.Do("EXISTS", key))      // through a conversion
//	at, err := strconv.ParseInt(val, 10, 64)           // err: that val is no number, as "" is none

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// role is what an expression has to do with an answer.
type role int

const (
	isNone   role = iota
	isAnswer      // what the store has found
	isError       // why it has not
	isObject      // what has both
	isParsed      // why the answer is no number
)

// holder is a variable that holds a part of an answer.
type holder struct {
	v    *types.Var
	role role
	at   ast.Node    // what gives it the part
	sets []token.Pos // where it is given something, in order
}

// answered is a question with the variables that hold its answer.
type answered struct {
	reader  *Reader
	to      *Question
	holders []holder // at most 60
}

// answered follows the answer of a question.
func (p *Reader) answered(q *Question) *answered {
	a := &answered{reader: p, to: q}
	for _, e := range q.filled {
		if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
			a.hold(u.X, isAnswer, u)
		}
	}
	a.follow(q.Call)
	defer a.parsed()
	for i := 0; i < len(a.holders); i++ { // those of objects add more
		if a.holders[i].role != isObject {
			continue
		}
		for _, id := range p.Index.Mentions(a.holders[i].v) {
			if !p.Index.Assigned(id) {
				a.follow(id)
			}
		}
	}
	return a
}

// outermost returns the call or field that is reached from an expression by methods and fields, and
// by functions that take nothing else: redis.Int(conn.Do(...)).
func (a *answered) outermost(e ast.Expr) ast.Expr {
	x := a.reader.Index
	for {
		switch o := x.Outer(e).(type) {
		case *ast.SelectorExpr:
			if o.X != e {
				return e
			}
			e = o
		case *ast.CallExpr:
			_, tuple := a.reader.Info.TypeOf(e).(*types.Tuple)
			if o.Fun != e && !(tuple && len(o.Args) == 1 && o.Args[0] == e) {
				return e
			}
			e = o
		default:
			return e
		}
	}
}

// follow adds the variables that are given what is reached from an expression.
func (a *answered) follow(e ast.Expr) {
	e = a.outermost(e)
	var to []ast.Expr
	switch o := a.reader.Index.Outer(e).(type) {
	case *ast.AssignStmt:
		to = o.Lhs
		if len(o.Rhs) != 1 { // val, other := f(), g()
			return
		}
	case *ast.ValueSpec:
		for _, name := range o.Names {
			to = append(to, name)
		}
	}
	for _, l := range to {
		if t := a.reader.Info.TypeOf(l); t != nil {
			a.hold(l, roleOfType(t), e)
		}
	}
}

// hold adds a variable.
func (a *answered) hold(e ast.Expr, r role, at ast.Node) {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || len(a.holders) >= 60 {
		return
	}
	if v, ok := a.reader.Info.ObjectOf(id).(*types.Var); ok && id.Name != "_" {
		for _, h := range a.holders {
			if h.v == v {
				return
			}
		}
		a.holders = append(a.holders, holder{v, r, at, a.setsOf(v)})
	}
}

// parsed adds the errors of the standard library's functions that make a number of the answer.
func (a *answered) parsed() {
	for i := range a.holders {
		h := a.holders[i]
		if h.role != isAnswer || !typing.IsString(h.v.Type()) {
			continue
		}
		for _, id := range a.reader.Index.Mentions(h.v) {
			c, ok := a.reader.Index.Outer(id).(*ast.CallExpr)
			if !ok || len(c.Args) == 0 || c.Args[0] != id || !a.reader.makesNumber(c) {
				continue
			}
			to, ok := a.reader.Index.Outer(c).(*ast.AssignStmt)
			if !ok || len(to.Lhs) != 2 || len(a.holders) >= 60 {
				continue
			}
			a.hold(to.Lhs[0], isAnswer, c)
			if e, ok := to.Lhs[1].(*ast.Ident); ok && e.Name != "_" {
				if v, ok := a.reader.Info.ObjectOf(e).(*types.Var); ok {
					a.holders = append(a.holders, holder{v, isParsed, c, a.setsOf(v)})
				}
			}
		}
	}
}

// makesNumber reports whether a call is one of a function of the standard library that makes a number
// or a bool of a text, or fails. The path of a program, too, may have no dot.
func (p *Reader) makesNumber(c *ast.CallExpr) bool {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	first, _, _ := strings.Cut(fn.Pkg().Path(), "/")
	if own, _, _ := strings.Cut(p.Pkg.Path(), "/"); strings.Contains(first, ".") || first == own {
		return false
	}
	r := fn.Signature().Results()
	if r.Len() != 2 || !typing.IsError(r.At(1).Type()) {
		return false
	}
	basic, ok := r.At(0).Type().(*types.Basic)
	return ok && basic.Info()&(types.IsNumeric|types.IsBoolean) != 0
}

// setsOf returns where a variable is given something, in order.
func (a *answered) setsOf(v *types.Var) (out []token.Pos) {
	for _, id := range a.reader.Index.Mentions(v) {
		if a.reader.Index.Assigned(id) {
			out = append(out, id.Pos())
		}
	}
	slices.Sort(out)
	return out
}

// roleOfType returns what a value of a type can be of an answer: an object of a library that has
// the parts is a pointer.
func roleOfType(t types.Type) role {
	switch {
	case typing.IsError(t):
		return isError
	case typing.IsPointer(t) && typing.StructOf(t) != nil:
		return isObject
	}
	return isAnswer
}

// roleOf returns what an expression is of the answer; known are the holders that still hold it.
func (a *answered) roleOf(e ast.Expr, known uint64) role {
	base, direct := e, true
	for {
		switch b := ast.Unparen(base).(type) {
		case *ast.CallExpr:
			if b == a.to.Call {
				return a.partOf(e, isObject, direct)
			}
			base, direct = b.Fun, false
			if len(b.Args) == 1 && !a.isChained(b) {
				base = b.Args[0]
			}
			continue
		case *ast.SelectorExpr:
			if a.reader.Info.Selections[b] == nil {
				return isNone
			}
			base, direct = b.X, false
			continue
		case *ast.Ident:
			v, _ := a.reader.Info.ObjectOf(b).(*types.Var)
			for i, h := range a.holders {
				if h.v == v && known&(1<<i) != 0 {
					return a.partOf(e, h.role, direct)
				}
			}
		}
		return isNone
	}
}

// isChained reports whether a call is that of a method.
func (a *answered) isChained(c *ast.CallExpr) bool {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	return ok && a.reader.Info.Selections[sel] != nil
}

// partOf returns what is reached from a part of an answer: the part itself, or what its type says.
func (a *answered) partOf(e ast.Expr, r role, direct bool) role {
	if direct && r != isObject {
		return r
	}
	t := a.reader.Info.TypeOf(e)
	if t == nil || r == isError || r == isParsed {
		return isNone
	}
	if r == isAnswer { // of a struct that is filled, a field
		if _, field := ast.Unparen(e).(*ast.SelectorExpr); !field {
			return isNone
		}
	}
	if _, tuple := t.(*types.Tuple); tuple {
		return isNone
	}
	return roleOfType(t)
}

// lost returns the holders that a node gives something else.
func (a *answered) lost(n ast.Node) (mask uint64) {
	for i, h := range a.holders {
		if within(n, h.at) || h.role == isParsed && within(n, a.to.Call) {
			continue
		}
		if at, _ := slices.BinarySearch(h.sets, n.Pos()); at < len(h.sets) && h.sets[at] < n.End() {
			mask |= 1 << i
		}
	}
	return mask
}

// within reports whether a node holds another one.
func within(n, in ast.Node) bool { return n.Pos() <= in.Pos() && in.End() <= n.End() }
