package flow

// This file follows control to where an error is not nil:
//
//	token, err := jwt.Parse(raw, keyFunc)
//	if err != nil || !token.Valid { // failing: the branch that is taken, whatever else holds
//		return errRefused
//	}
//	if err == nil && known(token) { // failing: the branch that is not
//		return nil
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// Failing calls visit for the nodes that control can reach after a test of variable v, an error,
// found that it is not nil. A path ends where visit returns true. Only conditions count that are
// decided by that: the comparison itself, or one as an operand of || and the like.
func (f *Graphs) Failing(fn ast.Node, v *types.Var, visit func(ast.Node) (ends bool)) {
	g := f.graph(fn)
	if g == nil {
		return
	}
	for _, b := range g.Blocks {
		if !b.Live {
			continue
		}
		next := f.failing(b, v)
		if next == nil {
			continue
		}
		g.forward(next, 0, func(bl *cfg.Block, j int) verdict {
			if visit(bl.Nodes[j]) {
				return blocked
			}
			return open
		})
	}
}

// failing returns the block that control goes to after a block whose condition is decided where v
// is not nil, nil where it is not decided.
func (f *Graphs) failing(b *cfg.Block, v *types.Var) *cfg.Block {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return nil
	}
	cond, ok := b.Nodes[len(b.Nodes)-1].(ast.Expr)
	if !ok {
		return nil
	}
	switch f.whereNotNil(cond, v) {
	case holds:
		return b.Succs[0]
	case not:
		return b.Succs[1]
	}
	return nil
}

// outcome says whether a condition holds.
type outcome int

const (
	either outcome = iota
	holds
	not
)

// whereNotNil returns what a condition is where v is not nil.
func (f *Graphs) whereNotNil(cond ast.Expr, v *types.Var) outcome {
	switch c := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if c.Op == token.NOT {
			return [...]outcome{either: either, holds: not, not: holds}[f.whereNotNil(c.X, v)]
		}
	case *ast.BinaryExpr:
		switch {
		case f.isNilTest(c, v) && c.Op == token.NEQ:
			return holds
		case f.isNilTest(c, v):
			return not
		case c.Op == token.LOR:
			return joined(f.whereNotNil(c.X, v), f.whereNotNil(c.Y, v), holds)
		case c.Op == token.LAND:
			return joined(f.whereNotNil(c.X, v), f.whereNotNil(c.Y, v), not)
		}
	}
	return either
}

// joined returns the outcome of x || y, which one operand that holds decides, or of x && y, which
// one that does not hold decides.
func joined(x, y, decides outcome) outcome {
	switch {
	case x == decides || y == decides:
		return decides
	case x == y:
		return x
	}
	return either
}

// isNilTest reports whether a condition compares v with nil.
func (f *Graphs) isNilTest(c *ast.BinaryExpr, v *types.Var) bool {
	return (c.Op == token.NEQ || c.Op == token.EQL) && (f.isVar(c.X, v) || f.isVar(c.Y, v)) &&
		(f.info.Types[c.X].IsNil() || f.info.Types[c.Y].IsNil())
}

// startsNilTest reports whether the first thing that a condition does is to compare v with nil.
func (f *Graphs) startsNilTest(n ast.Node, v *types.Var) bool {
	cond, ok := n.(ast.Expr)
	if !ok {
		return false
	}
	c, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && (f.isNilTest(c, v) ||
		(c.Op == token.LOR || c.Op == token.LAND) && f.startsNilTest(c.X, v))
}

// isVar reports whether an expression is the name of v.
func (f *Graphs) isVar(e ast.Expr, v *types.Var) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && f.info.ObjectOf(id) == v
}

// LeavesOn reports whether control leaves on the error of a call: each way from the call comes to a
// test that the error v is nil before reads is true of a node, and none does so where v is not.
//
//	key, err := load()
//	if err != nil {
//		return err    // it leaves
//	}
//	use(key)
func (f *Graphs) LeavesOn(call ast.Node, v *types.Var, reads func(ast.Node) bool) bool {
	fn := f.index.FuncAt(call.Pos())
	if fn == nil {
		return false
	}
	g := f.graph(fn)
	if g == nil {
		return false
	}
	b, i := g.locate(call.Pos())
	if b == nil {
		return false
	}
	var failing []*cfg.Block
	early := g.forward(b, i+1, func(bl *cfg.Block, j int) verdict {
		if j == len(bl.Nodes)-1 && f.startsNilTest(bl.Nodes[j], v) {
			if next := f.failing(bl, v); next != nil {
				failing = append(failing, next)
				return blocked
			}
		}
		if reads(bl.Nodes[j]) {
			return found
		}
		return open
	})
	if early || len(failing) == 0 {
		return false
	}
	return !slices.ContainsFunc(failing, func(next *cfg.Block) bool {
		return g.forward(next, 0, func(bl *cfg.Block, j int) verdict {
			switch {
			case bl == b && j == i: // a loop comes back to the call
				return blocked
			case reads(bl.Nodes[j]):
				return found
			}
			return open
		})
	})
}
