package flow

// This file follows the paths of control through one function:
//
//	token, err := jwt.Parse(raw, keyFunc)
//	if err != nil {      // Failing: the log and what follows
//		log.Print(err)
//	}
//	return token.Claims  // Reaches: from the call of Parse, past the log

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// Statement returns the statement that consists of a call and nothing else, nil when the call is
// a part of something else.
func (f *Graphs) Statement(call ast.Node) ast.Stmt {
	fn := f.index.FuncAt(call.Pos())
	if fn == nil {
		return nil
	}
	g := f.graph(fn)
	if g == nil {
		return nil
	}
	b, i := g.locate(call.Pos())
	if b == nil {
		return nil
	}
	if s, ok := b.Nodes[i].(*ast.ExprStmt); ok && s.X == call {
		return s
	}
	return nil
}

// Reaches reports whether control can get from one position to another in the same function
// without passing a node for which stop is true, the last node included. Positions in different
// functions do not reach each other.
func (f *Graphs) Reaches(from, to token.Pos, stop func(ast.Node) bool) bool {
	fn := f.index.FuncAt(from)
	if fn == nil || fn != f.index.FuncAt(to) {
		return false
	}
	g := f.graph(fn)
	if g == nil {
		return false
	}
	b, i := g.locate(from)
	end, last := g.locate(to)
	if b == nil || end == nil {
		return false
	}
	return g.forward(b, i+1, func(bl *cfg.Block, j int) verdict {
		switch {
		case stop(bl.Nodes[j]):
			return blocked
		case bl == end && j == last:
			return found
		}
		return open
	})
}

// Starts reports whether control can get from the start of a function to a position in it without
// passing a node for which stop is true.
func (f *Graphs) Starts(fn ast.Node, to token.Pos, stop func(ast.Node) bool) bool {
	g := f.graph(fn)
	if g == nil {
		return false
	}
	end, last := g.locate(to)
	return end != nil && g.forward(g.Blocks[0], 0, func(bl *cfg.Block, j int) verdict {
		switch {
		case stop(bl.Nodes[j]):
			return blocked
		case bl == end && j == last:
			return found
		}
		return open
	})
}

// Passes reports whether every way through a function to its end passes a node for which is is
// true.
func (f *Graphs) Passes(fn ast.Node, is func(ast.Node) bool) bool {
	g := f.graph(fn)
	if g == nil {
		return false
	}
	seen := map[*cfg.Block]bool{}
	var escapes func(b *cfg.Block) bool
	escapes = func(b *cfg.Block) bool {
		seen[b] = true
		if slices.ContainsFunc(b.Nodes, is) {
			return false
		}
		return len(b.Succs) == 0 || slices.ContainsFunc(b.Succs, func(s *cfg.Block) bool {
			return !seen[s] && escapes(s)
		})
	}
	return !escapes(g.Blocks[0])
}

// verdict is what a walk through a graph makes of one node.
type verdict int

const (
	open    verdict = iota // go on
	blocked                // this path ends here
	found                  // the walk as a whole ends here
)

// forward walks from node i of a block, each block at most once, and reports whether judge found
// a node.
func (g *graph) forward(b *cfg.Block, i int, judge func(*cfg.Block, int) verdict) bool {
	seen := map[*cfg.Block]bool{}
	var walk func(b *cfg.Block, i int) bool
	walk = func(b *cfg.Block, i int) bool {
		for ; i < len(b.Nodes); i++ {
			switch judge(b, i) {
			case found:
				return true
			case blocked:
				return false
			}
		}
		for _, s := range b.Succs {
			if !seen[s] {
				seen[s] = true
				if walk(s, 0) {
					return true
				}
			}
		}
		return false
	}
	return walk(b, i)
}

// Failing calls visit for the nodes that control can reach after a test of variable v, an error,
// found that it is not nil. A path ends where visit returns true. Only comparisons with nil count
// that are the whole condition, or a whole operand of && and ||.
func (f *Graphs) Failing(fn ast.Node, v *types.Var, visit func(ast.Node) (ends bool)) {
	g := f.graph(fn)
	if g == nil {
		return
	}
	for _, b := range g.Blocks {
		if len(b.Succs) != 2 || len(b.Nodes) == 0 || !b.Live {
			continue
		}
		c, ok := b.Nodes[len(b.Nodes)-1].(*ast.BinaryExpr)
		if !ok || !f.isNilTest(c, v) {
			continue
		}
		failing := b.Succs[0] // where the condition holds
		if c.Op == token.EQL {
			failing = b.Succs[1]
		}
		g.forward(failing, 0, func(bl *cfg.Block, j int) verdict {
			if visit(bl.Nodes[j]) {
				return blocked
			}
			return open
		})
	}
}

// isNilTest reports whether a condition compares v with nil.
func (f *Graphs) isNilTest(c *ast.BinaryExpr, v *types.Var) bool {
	return (c.Op == token.NEQ || c.Op == token.EQL) && (f.isVar(c.X, v) || f.isVar(c.Y, v)) &&
		(f.info.Types[c.X].IsNil() || f.info.Types[c.Y].IsNil())
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
		if c, ok := bl.Nodes[j].(*ast.BinaryExpr); ok && j == len(bl.Nodes)-1 &&
			len(bl.Succs) == 2 && f.isNilTest(c, v) {
			next := bl.Succs[0]
			if c.Op == token.EQL {
				next = bl.Succs[1]
			}
			failing = append(failing, next)
			return blocked
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
