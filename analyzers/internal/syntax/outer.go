package syntax

// This file finds the node around an expression, in the declaration that holds both:
//
//	if err := check(claims); err != nil { // Outer(claims) is the call, and its Outer the assignment

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
)

// parents are the nodes around those of one declaration of a file.
type parents map[ast.Node]ast.Node

// Outer returns the parent of a node, parentheses left out; nil for nodes that stand in no
// declaration of the package, and for declarations.
func (x *Index) Outer(n ast.Node) ast.Node {
	around := x.around(n)
	parent := around[n]
	for {
		paren, ok := parent.(*ast.ParenExpr)
		if !ok {
			return parent
		}
		parent = around[paren]
	}
}

// around returns the parents in the declaration that holds a node. Each is looked through once it is
// asked for: a table of all nodes of a large package costs half as much as to type-check it.
func (x *Index) around(n ast.Node) parents {
	if n == nil {
		return nil
	}
	if x.decls == nil {
		x.decls = x.declarations()
	}
	pos := n.Pos()
	i, found := slices.BinarySearchFunc(x.decls, pos, func(d *declaration, at token.Pos) int {
		return cmp.Compare(d.Pos(), at)
	})
	if !found {
		i--
	}
	if i < 0 || x.decls[i].End() < pos {
		return nil
	}
	return x.decls[i].parents()
}

// declaration is one of a file, at its top level.
type declaration struct {
	ast.Decl
	nodes parents // nil before it is asked for
}

// declarations is remembered by around.
func (x *Index) declarations() []*declaration {
	out := []*declaration{}
	for _, f := range x.files {
		for _, d := range f.Decls {
			out = append(out, &declaration{Decl: d})
		}
	}
	slices.SortFunc(out, func(a, b *declaration) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

func (d *declaration) parents() parents {
	if d.nodes != nil {
		return d.nodes
	}
	d.nodes = parents{}
	var open []ast.Node
	ast.Inspect(d.Decl, func(n ast.Node) bool {
		if n == nil {
			open = open[:len(open)-1]
			return true
		}
		if len(open) > 0 {
			d.nodes[n] = open[len(open)-1]
		}
		open = append(open, n)
		return true
	})
	return d.nodes
}
