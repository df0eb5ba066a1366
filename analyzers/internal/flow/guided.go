package flow

// This file follows those paths that control takes under an assumption:
//
//	n, err := rdb.Exists(ctx, key).Result()  // suppose that err is not nil
//	if err == nil && n > 0 {                 // Choose: false
//		return errRevoked
//	}
//	return nil                               // End: the only one

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/cfg"
)

// Guide says which paths are followed. What is known on a path is a set of up to 64 things, of
// which the caller knows the meaning.
type Guide struct {
	Known  uint64                                                  // at the start
	Enter  func(known uint64, n ast.Node) uint64                   // what is known after a node
	Choose func(known uint64, cond ast.Expr) (holds, decided bool) // an undecided one is both
	End    func(known uint64, last ast.Node)                       // of a path, nil for none
}

// Guided follows the paths that control can take after the node that holds a position, to their
// ends: a return statement, or a call that does not return. The condition that the node itself may
// be is chosen too. It reports false where there is no such node.
func (f *Graphs) Guided(from token.Pos, guide Guide) bool {
	fn := f.index.FuncAt(from)
	if fn == nil || f.graph(fn) == nil {
		return false
	}
	start, at := f.graph(fn).locate(from)
	return start != nil && guided(start, at+1, guide)
}

// GuidedIn follows the paths that control can take through a function, from its start.
func (f *Graphs) GuidedIn(fn ast.Node, guide Guide) bool {
	g := f.graph(fn)
	return g != nil && guided(g.Blocks[0], 0, guide)
}

// guided follows the paths from a node of a block.
func guided(start *cfg.Block, at int, guide Guide) bool {
	type point struct {
		block *cfg.Block
		known uint64
	}
	seen := map[point]bool{}
	var walk func(b *cfg.Block, i int, known uint64)
	walk = func(b *cfg.Block, i int, known uint64) {
		for ; i < len(b.Nodes); i++ {
			known = guide.Enter(known, b.Nodes[i])
		}
		var last ast.Node
		if len(b.Nodes) > 0 {
			last = b.Nodes[len(b.Nodes)-1]
		}
		if len(b.Succs) == 0 {
			guide.End(known, last)
			return
		}
		next := b.Succs
		if cond, ok := last.(ast.Expr); ok && len(next) == 2 {
			if holds, decided := guide.Choose(known, cond); decided && holds {
				next = next[:1]
			} else if decided {
				next = next[1:]
			}
		}
		for _, s := range next {
			if p := (point{s, known}); !seen[p] && len(seen) < maxPoints {
				seen[p] = true
				walk(s, 0, known)
			}
		}
	}
	walk(start, at, guide.Known)
	return len(seen) < maxPoints
}

// maxPoints is how many points of a function a guided walk looks at: one that somebody wrote by
// hand has far fewer. Where there are more the walk reports false.
const maxPoints = 1 << 12
