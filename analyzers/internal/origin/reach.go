package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// graph is the control flow of one function.
type graph struct {
	*cfg.CFG
	preds [][]*cfg.Block
}

// graph builds the control flow of a function once.
func (t *Tracer) graph(fn ast.Node) *graph {
	if g, ok := t.graphs[fn]; ok {
		return g
	}
	var g *graph
	if b := body(fn); b != nil {
		g = &graph{CFG: cfg.New(b, t.returnsTo)}
		g.preds = make([][]*cfg.Block, len(g.Blocks))
		for _, b := range g.Blocks {
			for _, s := range b.Succs {
				if b.Live {
					g.preds[s.Index] = append(g.preds[s.Index], b)
				}
			}
		}
	}
	t.graphs[fn] = g
	return g
}

// returnsTo reports whether a call may return.
func (t *Tracer) returnsTo(call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" && t.info.Types[call.Fun].IsBuiltin() {
		return false
	}
	if sig, _ := t.row(call); sig != nil && sig.Verb == model.Exit {
		return false
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok { // log.Fatal().Msg("...")
		if on, ok := sel.X.(*ast.CallExpr); ok {
			return t.returnsTo(on)
		}
	}
	return true
}

// locate finds the innermost node of the graph that holds pos.
func (g *graph) locate(pos token.Pos) (b *cfg.Block, i int) {
	var best ast.Node
	for _, bl := range g.Blocks {
		for j, n := range bl.Nodes {
			if n.Pos() <= pos && pos < n.End() && bl.Live && (best == nil || n.End()-n.Pos() <= best.End()-best.Pos()) {
				b, i, best = bl, j, n
			}
		}
	}
	return b, i
}

// node is a node of a control flow graph.
type node struct {
	block *cfg.Block
	node  int
}

// place returns the writes at each node, nil when some write is in no node.
func (g *graph) place(writes []write) map[node][]write {
	at := map[node][]write{}
	for _, w := range writes {
		b, i := g.locate(w.pos)
		if b == nil {
			return nil
		}
		at[node{b, i}] = append(at[node{b, i}], w)
	}
	return at
}

// reaching returns the writes of a local variable that can be the last before use, and whether the function's entry can
// be reached without one. kills says which writes replace the value as a whole. ok is false when the order cannot be
// told, so that every write counts.
func (t *Tracer) reaching(fn ast.Node, use token.Pos, writes []write, kills func(write) bool) (last []write, entry, ok bool) {
	g := t.graph(fn)
	if g == nil {
		return nil, false, false
	}
	at := g.place(writes)
	b, i := g.locate(use)
	if b == nil || at == nil {
		return nil, false, false
	}
	seen := map[*cfg.Block]bool{}
	var back func(b *cfg.Block, i int)
	back = func(b *cfg.Block, i int) {
		for ; i >= 0; i-- {
			stop := false
			for _, w := range at[node{b, i}] {
				last = append(last, w)
				stop = stop || kills(w)
			}
			if stop {
				return
			}
		}
		if b == g.Blocks[0] {
			entry = true
		}
		for _, p := range g.preds[b.Index] {
			if !seen[p] {
				seen[p] = true
				back(p, len(p.Nodes)-1)
			}
		}
	}
	back(b, i-1)
	return last, entry, true
}

// ordered reports whether the order of writes to a local variable can be told at the use: variable, use and all writes
// lie in one function.
func (t *Tracer) ordered(v *types.Var, use token.Pos, writes []write) (ast.Node, bool) {
	fn := t.FuncAt(use)
	if fn == nil || t.FuncAt(v.Pos()) != fn && t.params[v].fn != fn {
		return nil, false
	}
	for _, w := range writes {
		if t.FuncAt(w.pos) != fn {
			return nil, false
		}
	}
	return fn, true
}
