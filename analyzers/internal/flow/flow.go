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
	in    map[*syntax.Write]ast.Node
}

// New returns the control flow of the functions of an index; nothing is built yet.
func New(index *syntax.Index) *Graphs {
	return &Graphs{
		index: index,
		info:  index.Info,
		of:    map[ast.Node]*graph{},
		in:    map[*syntax.Write]ast.Node{},
	}
}

// graph is the control flow of one function.
type graph struct {
	*cfg.CFG
	preds [][]*cfg.Block // live predecessors by block index
	nodes []node         // live nodes by position
	seen  []int          // the walk of Reaching that was in a block last, by block index
	walks int            // how many of those walks there were
	steps int            // how many blocks and writes they have looked at
	at    map[*syntax.Write]map[*cfg.Block][]placed
}

// spent reports whether the walks of Reaching have taken as many steps as they may: far more than
// a function takes that somebody wrote by hand. The order of its writes is not known then.
func (g *graph) spent() bool { return g.steps > 1<<18+64*len(g.nodes) }

// graph builds the control flow of a function once, nil for one without a body.
func (f *Graphs) graph(fn ast.Node) *graph {
	if g, ok := f.of[fn]; ok {
		return g
	}
	var g *graph
	if b := body(fn); b != nil {
		g = &graph{CFG: cfg.New(b, f.ReturnsTo)}
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

// ReturnsTo reports whether a call may return. panic does not, nor do the functions that end the
// program by the model: os.Exit, log.Fatal and the like of other loggers.
func (f *Graphs) ReturnsTo(call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" &&
		f.info.Types[call.Fun].IsBuiltin() {
		return false
	}
	if sig, _ := f.index.Row(call); sig != nil && sig.Verb == model.Exit {
		return false
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok { // log.Fatal().Msg("...")
		if on, ok := sel.X.(*ast.CallExpr); ok {
			return f.ReturnsTo(on)
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
