package flow

// This file answers which assignments can be the last before a use:
//
//	key := "dev"
//	if v := os.Getenv("KEY"); v != "" {
//		key = v
//	}
//	sign(key)   // Reaching: both assignments

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"

	"golang.org/x/tools/go/cfg"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// few is how many writes are placed again for each use.
const few = 16

// placed is a write at a node of a block.
type placed struct {
	node  int
	write syntax.Write
}

// place returns the writes in each block in their order, nil when some write is in no node, as in
// dead code.
func (g *graph) place(writes []syntax.Write) (at map[*cfg.Block][]placed) {
	if len(writes) > few { // remember, since each use asks for them
		if at, ok := g.at[&writes[0]]; ok {
			return at
		}
		if g.at == nil {
			g.at = map[*syntax.Write]map[*cfg.Block][]placed{}
		}
		defer func() { g.at[&writes[0]] = at }()
	}
	at = map[*cfg.Block][]placed{}
	for _, w := range writes {
		b, i := g.locate(w.Pos)
		if b == nil {
			return nil
		}
		at[b] = append(at[b], placed{i, w})
	}
	for _, list := range at {
		slices.SortStableFunc(list, func(a, b placed) int { return a.node - b.node })
	}
	return at
}

// Reaching returns the writes of a local variable that can be the last before use, and whether
// the function's entry can be reached without one. kills reports which writes replace the value
// as a whole. ok is false when the order is not known, so that every write counts.
//
// It walks the graph backward and visits each block at most once, the block of the use twice
// where a loop leads back to it.
func (f *Graphs) Reaching(
	fn ast.Node,
	use token.Pos,
	writes []syntax.Write,
	kills func(syntax.Write) bool,
) (last []syntax.Write, entry, ok bool) {
	g := f.graph(fn)
	if g == nil || g.spent() {
		return nil, false, false
	}
	at := g.place(writes)
	b, i := g.locate(use)
	if b == nil || at == nil {
		return nil, false, false
	}
	if g.seen == nil {
		g.seen = make([]int, len(g.Blocks))
	}
	g.walks++
	var back func(b *cfg.Block, i int) // from node i of a block to its start, then on
	back = func(b *cfg.Block, i int) {
		had := len(last)
		killed := lastIn(at[b], i, &last, kills)
		g.steps += 1 + len(last) - had
		if killed {
			return
		}
		if b == g.Blocks[0] {
			entry = true
		}
		for _, p := range g.preds[b.Index] {
			if g.seen[p.Index] != g.walks {
				g.seen[p.Index] = g.walks
				back(p, len(p.Nodes)-1)
			}
		}
	}
	if !g.leftOf(placedAt(at[b], i), use, b.Nodes[i], &last, kills) {
		back(b, i-1)
	}
	return last, entry, true
}

// placedAt returns the writes of a block at one of its nodes.
func placedAt(list []placed, node int) []placed {
	from := sort.Search(len(list), func(k int) bool { return list[k].node >= node })
	to := sort.Search(len(list), func(k int) bool { return list[k].node > node })
	return list[from:to]
}

// leftOf adds the writes at the node of a use that are made before it, as the left side of && and
// || is, and reports whether one of them replaces the value:
//
//	if env.Parse(&c) != nil || c.Key == "" {
func (g *graph) leftOf(
	list []placed, use token.Pos, n ast.Node, last *[]syntax.Write, kills func(syntax.Write) bool,
) (killed bool) {
	if len(list) == 0 {
		return false
	}
	lefts := g.lefts(nil, n, use)
	for _, p := range list {
		g.steps += 1 + len(lefts)
		if slices.ContainsFunc(lefts, func(l span) bool {
			return l.pos <= p.write.Pos && p.write.Pos < l.end
		}) {
			*last = append(*last, p.write)
			killed = killed || kills(p.write)
		}
	}
	return killed
}

// span is the source of an expression.
type span struct{ pos, end token.Pos }

// lefts appends the left sides of && and || on whose right a use stands. Where a binary expression
// begins takes a walk to learn, so that the place of its operator is asked.
func (g *graph) lefts(out []span, n ast.Node, use token.Pos) []span {
	ast.Inspect(n, func(n ast.Node) bool {
		g.steps++
		b, ok := n.(*ast.BinaryExpr)
		switch {
		case !ok:
			return n != nil && n.Pos() <= use && use < n.End()
		case use < b.OpPos:
			out = g.lefts(out, b.X, use)
		default:
			if b.Op == token.LAND || b.Op == token.LOR {
				out = append(out, span{b.X.Pos(), b.OpPos})
			}
			out = g.lefts(out, b.Y, use)
		}
		return false
	})
	return out
}

// lastIn adds the writes of a block up to node i that can be the last, and reports whether one of
// them replaces the value. Writes of one node, as in a, a = 1, 2, count all.
func lastIn(list []placed, i int, last *[]syntax.Write, kills func(syntax.Write) bool) bool {
	killed := -1
	for at := sort.Search(len(list), func(k int) bool {
		return list[k].node > i
	}) - 1; at >= 0; at-- {
		p := &list[at]
		if killed >= 0 && p.node < killed {
			break
		}
		*last = append(*last, p.write)
		if kills(p.write) {
			killed = p.node
		}
	}
	return killed >= 0
}

// Ordered reports whether the order of the writes to a local variable can be known at a use, and
// returns the function to ask: variable, use and all writes lie in it. A closure that writes a
// captured variable may run at any time.
func (f *Graphs) Ordered(v *types.Var, use token.Pos, writes []syntax.Write) (ast.Node, bool) {
	fn := f.index.FuncAt(use)
	if fn == nil || f.index.FuncAt(v.Pos()) != fn && f.index.Params[v].Func != fn {
		return nil, false
	}
	return fn, len(writes) == 0 || f.holds(writes) == fn
}

// holds returns the function that all writes lie in, nil where there is none.
func (f *Graphs) holds(writes []syntax.Write) ast.Node {
	if fn, ok := f.in[&writes[0]]; ok {
		return fn
	}
	fn := f.index.FuncAt(writes[0].Pos)
	for _, w := range writes {
		if f.index.FuncAt(w.Pos) != fn {
			fn = nil
			break
		}
	}
	if len(writes) > few { // remember, since each use asks
		f.in[&writes[0]] = fn
	}
	return fn
}
