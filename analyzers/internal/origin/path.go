package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// Reaches reports whether control can get from one place to another in the same function without passing a node of the
// control flow that stop holds up, the last one included. Places in different functions do not reach each other.
func (t *Tracer) Reaches(from, to token.Pos, stop func(ast.Node) bool) bool {
	fn := t.FuncAt(from)
	if fn == nil || fn != t.FuncAt(to) {
		return false
	}
	g := t.graph(fn)
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

// verdict is what a walk through a graph makes of one node.
type verdict int

const (
	open    verdict = iota // go on
	blocked                // not this way
	found
)

// forward walks from node i of a block, each block at most once, and reports whether a node was found.
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

// After calls f for the nodes of the control flow that can follow a place, until f says that a way ends there.
func (t *Tracer) After(from ast.Node, f func(ast.Node) (ends bool)) {
	fn := t.FuncAt(from.Pos())
	if fn == nil {
		return
	}
	g := t.graph(fn)
	if g == nil {
		return
	}
	b, i := g.locate(from.Pos())
	if b == nil {
		return
	}
	g.forward(b, i+1, func(bl *cfg.Block, j int) verdict {
		if f(bl.Nodes[j]) {
			return blocked
		}
		return open
	})
}

// Failing calls f for the nodes that can follow where a variable that holds an error was tested and is one, until f says
// that a way ends there. Only tests of the variable against nil count.
func (t *Tracer) Failing(fn ast.Node, v *types.Var, f func(ast.Node) (ends bool)) {
	g := t.graph(fn)
	if g == nil {
		return
	}
	for _, b := range g.Blocks {
		if len(b.Succs) != 2 || len(b.Nodes) == 0 || !b.Live {
			continue
		}
		c, ok := b.Nodes[len(b.Nodes)-1].(*ast.BinaryExpr)
		if !ok || c.Op != token.NEQ && c.Op != token.EQL || !t.isVar(c.X, v) && !t.isVar(c.Y, v) || !t.info.Types[c.X].IsNil() && !t.info.Types[c.Y].IsNil() {
			continue
		}
		way := b.Succs[0]
		if c.Op == token.EQL {
			way = b.Succs[1]
		}
		g.forward(way, 0, func(bl *cfg.Block, j int) verdict {
			if f(bl.Nodes[j]) {
				return blocked
			}
			return open
		})
	}
}

func (t *Tracer) isVar(e ast.Expr, v *types.Var) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && t.info.ObjectOf(id) == v
}

// ResultVar returns the named variable of the last result of a function, nil where results have no names.
func (t *Tracer) ResultVar(fn ast.Node) *types.Var {
	sig, _ := t.signatureOf(fn)
	if sig == nil || sig.Results().Len() == 0 {
		return nil
	}
	if v := sig.Results().At(sig.Results().Len() - 1); v.Name() != "" && v.Name() != "_" {
		return v
	}
	return nil
}

// signatureOf returns the signature of a function that is declared or written out here.
func (t *Tracer) signatureOf(fn ast.Node) (*types.Signature, bool) {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		if f, ok := t.info.Defs[fn.Name].(*types.Func); ok {
			return f.Signature(), true
		}
	case *ast.FuncLit:
		sig, ok := t.info.TypeOf(fn).(*types.Signature)
		return sig, ok
	}
	return nil, false
}

// Signature returns the signature of a function that is declared or written out here, nil for others.
func (t *Tracer) Signature(fn ast.Node) *types.Signature {
	sig, _ := t.signatureOf(fn)
	return sig
}
