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
