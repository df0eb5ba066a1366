package origin

// This file merges the origins of a value that can be one of several:
//
//	key := a                        // Add: those of a
//	if ok { key = b }               // and those of b
//	func handle(key string) { ... } // gather: which thousands of calls hand a value
//
// Traces are shared: what is written into one that others may have is copied first.

import (
	"go/ast"
	"go/types"
	"slices"
)

// Up to Few origins are compared one by one, and up to many pairs of them are joined. Values that
// a whole package passes around, such as an index, can have thousands of origins: of more than most
// that differ nothing is known.
const (
	Few  = 16
	many = 256
	most = 4096
)

// Add merges u into t: the value is one of both.
func (t *Trace) Add(u Trace) {
	g := gather{Trace: *t}
	g.add(u)
	*t = g.Trace
}

// Union merges traces as [Trace.Add] does one by one, in time in proportion to their number.
func Union(traces []Trace) Trace {
	var out gather
	for _, tr := range traces {
		out.add(tr)
	}
	return out.clip()
}

// gather is a trace that grows, in time in proportion to what is added.
type gather struct {
	Trace
	own     bool             // nobody else has the list of origins
	asked   int              // how often find was, while it has no table
	seen    map[identity]int // where the origins are, nil at first
	counted bool
	n       [Unknown + 1]int // origins of each kind, once they are counted
}

// identity is what [Origin.same] compares.
type identity struct {
	kind       Kind
	at, by     ast.Node
	result     int
	piece      Piece
	field      *types.Var
	via, param any
}

func (o *Origin) identity() identity {
	return identity{o.Kind, o.At, o.By, o.Result, o.Piece, o.Field, o.Via, o.Param}
}

// add merges u into the trace.
func (g *gather) add(u Trace) {
	if g.Origins == nil {
		g.Origins, g.own = slices.Clip(u.Origins), false
	} else {
		for i := range u.Origins {
			g.one(&u.Origins[i])
		}
	}
	if g.Through == nil {
		g.Through = slices.Clip(u.Through)
	} else {
		g.through(u.Through...)
	}
}

// one adds one origin, unless it is there or nothing is known already.
func (g *gather) one(o *Origin) {
	if len(g.Origins) > 0 && g.Origins[0].More {
		return
	}
	switch at := g.find(o); {
	case at < 0:
		g.append(o)
	case o.Masked && !g.Origins[at].Masked:
		g.mask(at)
	}
}

// find returns where the source of an origin stands among the origins, -1 for nowhere. Origins are
// large: none is copied.
func (g *gather) find(o *Origin) int {
	if g.asked++; g.seen == nil && (g.asked <= Few || len(g.Origins) <= Few) {
		for i := range g.Origins {
			if g.Origins[i].same(o) {
				return i
			}
		}
		return -1
	}
	if g.seen == nil {
		g.index()
	}
	if at, ok := g.seen[o.identity()]; ok {
		return at
	}
	return -1
}

// index finds where the origins are.
func (g *gather) index() {
	if clear(g.seen); g.seen == nil {
		g.seen = make(map[identity]int, len(g.Origins))
	}
	for i := range g.Origins {
		g.seen[g.Origins[i].identity()] = i
	}
}

// mask notes that an origin is masked where it is in another trace: programs show in full what is
// too short to be a secret.
//
//	if len(key) < 8 { return key }
//	return key[:4] + "..."
func (g *gather) mask(at int) {
	if !g.own {
		g.Origins, g.own = slices.Clone(g.Origins), true
	}
	g.Origins[at].Masked = true
}

// append adds an origin that is not there. An interface that hundreds of types of a generated
// client implement gives every value thousands of unknown and empty ones, which all say the same:
// where there are many, most of these are left out.
func (g *gather) append(o *Origin) {
	switch {
	case o.More:
		g.Origins, g.own = []Origin{*o}, true
		return
	case len(g.Origins) > many && g.surplus(o.Kind):
		return
	}
	g.own = g.own || len(g.Origins) == cap(g.Origins)
	g.Origins = append(g.Origins, *o)
	if g.seen != nil {
		g.seen[o.identity()] = len(g.Origins) - 1
	}
	if g.counted {
		g.n[o.Kind]++
	}
	if len(g.Origins) == many+1 || len(g.Origins) > most {
		g.thin()
	}
}

// surplus reports whether there are enough origins of a kind that says nothing.
func (g *gather) surplus(k Kind) bool {
	if k != Unknown && k != Nothing {
		return false
	}
	if !g.counted {
		for i := range g.Origins {
			g.n[g.Origins[i].Kind]++
		}
		g.counted = true
	}
	return g.n[k] >= Few
}

// thin leaves out most of the unknown and the empty origins. Of a value that still has more than
// most origins nothing is known.
func (g *gather) thin() {
	all := g.Origins
	if g.Origins = all[:0]; !g.own {
		g.Origins, g.own = make([]Origin, 0, len(all)), true
	}
	clear(g.n[:])
	g.counted = true
	for i := range all {
		if k := all[i].Kind; !g.surplus(k) {
			g.Origins = append(g.Origins, all[i])
			g.n[k]++
		}
	}
	if len(g.Origins) > most {
		g.Origins = []Origin{{Kind: Unknown, Size: -1, More: true}}
	}
	if g.seen != nil {
		g.index()
	}
}

// clip returns the trace for others to have.
func (t Trace) clip() Trace { return Trace{slices.Clip(t.Origins), slices.Clip(t.Through)} }
