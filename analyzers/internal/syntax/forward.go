package syntax

import (
	"go/ast"
	"go/types"
)

// Forward is what a second pass over the files finds, for the questions that look forward from a value: what holds an
// expression, and where names are read.
type Forward struct {
	outer     map[ast.Node]ast.Node
	names     map[types.Object][]*ast.Ident
	Selectors []*ast.SelectorExpr // of fields and methods
	Indexes   []*ast.IndexExpr    // of maps, slices and texts
	Slices    []*ast.SliceExpr
	Ranges    []*ast.RangeStmt
	Asserts   []*ast.TypeAssertExpr // x.(T), not the x.(type) of a switch
}

// Forward makes the second pass once. Packages that nobody asks about tokens never pay for it.
func (x *Index) Forward() *Forward {
	if x.second != nil {
		return x.second
	}
	forward := &Forward{outer: map[ast.Node]ast.Node{}, names: map[types.Object][]*ast.Ident{}}
	x.second = forward
	for _, f := range x.files {
		var open []ast.Node
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				open = open[:len(open)-1]
				return true
			}
			if len(open) > 0 {
				forward.outer[n] = open[len(open)-1]
			}
			forward.node(x.Info, n)
			open = append(open, n)
			return true
		})
	}
	return forward
}

func (x *Forward) node(info *types.Info, n ast.Node) {
	switch n := n.(type) {
	case *ast.Ident:
		if obj := info.ObjectOf(n); obj != nil {
			x.names[obj] = append(x.names[obj], n)
		}
	case *ast.SelectorExpr:
		if info.Selections[n] != nil {
			x.Selectors = append(x.Selectors, n)
		}
	case *ast.IndexExpr:
		if info.Types[n.X].IsValue() {
			x.Indexes = append(x.Indexes, n)
		}
	case *ast.SliceExpr:
		x.Slices = append(x.Slices, n)
	case *ast.RangeStmt:
		x.Ranges = append(x.Ranges, n)
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			x.Asserts = append(x.Asserts, n)
		}
	}
}

// Outer returns what holds a node, parentheses left out; nil for a file.
func (x *Index) Outer(n ast.Node) ast.Node {
	o := x.Forward().outer[n]
	for {
		p, ok := o.(*ast.ParenExpr)
		if !ok {
			return o
		}
		o = x.Forward().outer[p]
	}
}

// Mentions returns the places where a name stands that means the object, assignments to it among them.
func (x *Index) Mentions(obj types.Object) []*ast.Ident { return x.Forward().names[obj] }

// Assigned reports whether an identifier stands where it is given a value.
func (x *Index) Assigned(id *ast.Ident) bool {
	switch o := x.Outer(id).(type) {
	case *ast.AssignStmt:
		for _, l := range o.Lhs {
			if ast.Unparen(l) == id {
				return true
			}
		}
	case *ast.ValueSpec, *ast.Field:
		return true
	case *ast.RangeStmt:
		return o.Key == id || o.Value == id
	}
	return false
}
