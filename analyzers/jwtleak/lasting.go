package jwtleak

// This file knows which uses of a variable or package are left when fixes take arguments out of
// logs:
//
//	key := os.Getenv("KEY")
//	log.Print(key)          // may go
//	log.Printf("%d", n(key)) // so may this
//	sign(key)               // lasts

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// uses holds the uses of variables and packages.
type uses struct {
	all []use                         // by position
	of  map[types.Object][]*ast.Ident // those that no fix takes away
}

// use is one of them.
type use struct {
	id  *ast.Ident
	obj types.Object
}

// in returns the uses inside of what edits replace.
func (u *uses) in(edits []analysis.TextEdit) (out []use) {
	for _, e := range edits {
		i := sort.Search(len(u.all), func(i int) bool { return u.all[i].id.Pos() >= e.Pos })
		for ; i < len(u.all) && u.all[i].id.End() <= e.End; i++ {
			out = append(out, u.all[i])
		}
	}
	return out
}

// lastingUses returns the uses of the package. Those on the left of an assignment do not last,
// which is no use of a variable, nor those that other fixes may take away.
func (c *check) lastingUses() *uses {
	out := &uses{of: map[types.Object][]*ast.Ident{}}
	for id, obj := range c.pass.TypesInfo.Uses {
		switch obj.(type) {
		case *types.Var, *types.PkgName:
			out.all = append(out.all, use{id, obj})
		}
	}
	slices.SortFunc(out.all, func(a, b use) int { return cmp.Compare(a.id.Pos(), b.id.Pos()) })
	assigned := map[*ast.Ident]bool{}
	for _, id := range c.Index.Targets {
		assigned[id] = true
	}
	leaving := c.leaving()
	for _, u := range out.all {
		i := sort.Search(len(leaving), func(i int) bool { return leaving[i].end >= u.id.End() })
		leaves := i < len(leaving) && leaving[i].pos <= u.id.Pos()
		if !assigned[u.id] && !leaves {
			out.of[u.obj] = append(out.of[u.obj], u.id)
		}
	}
	return out
}

// stretch is a part of the source.
type stretch struct{ pos, end token.Pos }

// leaving returns what fixes may take away, by position and none inside of another: the arguments
// of a call that others get to read one of, or such a call as a whole where it is an argument
// itself.
func (c *check) leaving() []stretch {
	argument := map[ast.Node]bool{}
	for _, call := range c.Index.Calls {
		for _, a := range call.Args {
			argument[a] = true
		}
	}
	var all []stretch
	for _, s := range c.sinks.Sinks() {
		call, ok := s.Call.(*ast.CallExpr)
		switch {
		case !ok || s.To == model.Response:
		case argument[call]:
			all = append(all, stretch{call.Pos(), call.End()})
		default:
			all = append(all, stretch{call.Lparen + 1, call.End()})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(b.end, a.end))
	})
	var out []stretch
	for _, s := range all {
		if n := len(out); n == 0 || s.end > out[n-1].end {
			out = append(out, s)
		}
	}
	return out
}
