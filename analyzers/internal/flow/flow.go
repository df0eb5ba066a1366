// Package flow answers in which order things happen inside one function: which assignments can be
// the last before a use, and what control can reach from where. Each control flow graph is built
// when it is first asked for.
//
//	key := "dev"
//	if v := os.Getenv("KEY"); v != "" {
//		key = v
//	}
//	sign(key)   // Reaching: both assignments
package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"

	"golang.org/x/tools/go/cfg"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// body returns the statements of a function, nil for one that is declared without.
func body(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return nil
}

// Graphs holds the control flow of the functions of a package, each built when it is asked for.
type Graphs struct {
	index *syntax.Index
	info  *types.Info
	of    map[ast.Node]*graph // by function
}

// New returns the control flow of the functions of an index; nothing is built yet.
func New(index *syntax.Index) *Graphs {
	return &Graphs{index: index, info: index.Info, of: map[ast.Node]*graph{}}
}

// graph is the control flow of one function.
type graph struct {
	*cfg.CFG
	preds [][]*cfg.Block // live predecessors by block index
	nodes []node         // live nodes by position
}

// graph builds the control flow of a function once, nil for one without a body.
func (f *Graphs) graph(fn ast.Node) *graph {
	if g, ok := f.of[fn]; ok {
		return g
	}
	var g *graph
	if b := body(fn); b != nil {
		g = &graph{CFG: cfg.New(b, f.returnsTo)}
		g.sortNodes()
		g.preds = make([][]*cfg.Block, len(g.Blocks))
		for _, b := range g.Blocks {
			for _, s := range b.Succs {
				if b.Live {
					g.preds[s.Index] = append(g.preds[s.Index], b)
				}
			}
		}
	}
	f.of[fn] = g
	return g
}

// returnsTo reports whether a call may return. panic does not, nor do the functions that end the
// program by the model: os.Exit, log.Fatal and the like of other loggers.
func (f *Graphs) returnsTo(call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" &&
		f.info.Types[call.Fun].IsBuiltin() {
		return false
	}
	if sig, _ := f.index.Row(call); sig != nil && sig.Verb == model.Exit {
		return false
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok { // log.Fatal().Msg("...")
		if on, ok := sel.X.(*ast.CallExpr); ok {
			return f.returnsTo(on)
		}
	}
	return true
}

// node is a live node of a control flow graph: an index into the nodes of a block, and the source
// that it covers.
type node struct {
	block    *cfg.Block
	index    int
	pos, end token.Pos
}

// sortNodes lists the live nodes of the graph by position, a node before those inside it.
func (g *graph) sortNodes() {
	for _, b := range g.Blocks {
		for i, n := range b.Nodes {
			if b.Live {
				g.nodes = append(g.nodes, node{b, i, n.Pos(), n.End()})
			}
		}
	}
	slices.SortStableFunc(g.nodes, func(a, b node) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(b.end, a.end))
	})
}

// locate finds the innermost live node of the graph that holds pos, as a block and an index into
// its nodes. The block is nil where there is none.
func (g *graph) locate(pos token.Pos) (b *cfg.Block, i int) {
	at := sort.Search(len(g.nodes), func(i int) bool { return g.nodes[i].pos > pos })
	for at--; at >= 0; at-- { // nodes lie side by side or inside each other
		if n := g.nodes[at]; pos < n.end {
			return n.block, n.index
		}
	}
	return nil, 0
}

// placed is a write at a node of a block.
type placed struct {
	node  int
	write syntax.Write
}

// place returns the writes in each block in their order, nil when some write is in no node, as in
// dead code.
func (g *graph) place(writes []syntax.Write) map[*cfg.Block][]placed {
	at := map[*cfg.Block][]placed{}
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
	if g == nil {
		return nil, false, false
	}
	at := g.place(writes)
	b, i := g.locate(use)
	if b == nil || at == nil {
		return nil, false, false
	}
	seen := map[*cfg.Block]bool{}
	var back func(b *cfg.Block, i int) // from node i of a block to its start, then on
	back = func(b *cfg.Block, i int) {
		if lastIn(at[b], i, &last, kills) {
			return
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

// lastIn adds the writes of a block up to node i that can be the last, and reports whether one of
// them replaces the value. Writes of one node, as in a, a = 1, 2, count all.
func lastIn(list []placed, i int, last *[]syntax.Write, kills func(syntax.Write) bool) bool {
	killed := -1
	for at := len(list) - 1; at >= 0; at-- {
		p := list[at]
		if p.node > i {
			continue
		}
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
	for _, w := range writes {
		if f.index.FuncAt(w.Pos) != fn {
			return nil, false
		}
	}
	return fn, true
}
