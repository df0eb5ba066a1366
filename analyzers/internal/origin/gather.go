package origin

// This file merges the origins of a value that can be one of several:
//
//	key := a                        // Add: those of a
//	if ok { key = b }               // and those of b
//	func handle(key string) { ... } // gather: which thousands of calls hand a value
//
// Traces are shared: what is written into one that others may have is copied first.

import (
	"go/types"
	"slices"
)

// Up to Few origins of a kind that says nothing are told apart, and up to many pairs are joined.
//
// Values that a whole package passes around, such as the text of its errors, can have thousands of
// origins. Nobody could act on a report that such a value may be one of them: of more than most that
// differ, some of each kind stand for all, beside one that says so ([Trace.Crowd]).
const (
	some = 4
	Few  = 16
	most = 64
	many = 256
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
	thinned bool             // there were more than most
	counted bool             // n is filled
	n       [Unknown + 1]int // origins of each kind
}

// add merges u into the trace.
func (g *gather) add(u Trace) {
	if g.Origins == nil {
		g.Origins, g.own = slices.Clip(u.Origins), false
	} else {
		for _, o := range u.Origins {
			g.one(o)
		}
	}
	if g.Through == nil {
		g.Through = slices.Clip(u.Through)
	} else {
		g.through(u.Through...)
	}
}

// one adds one origin, unless it is there.
func (g *gather) one(o *Origin) {
	if !g.has(o) {
		g.append(o)
	}
}

// made adds an origin that no trace has yet; it is only kept where it is not there.
func (g *gather) made(o Origin) {
	if !g.has(&o) && (o.More || !g.full(o.Kind)) {
		kept := o
		g.append(&kept)
	}
}

// has reports whether an origin is there; one that is masked masks it.
func (g *gather) has(o *Origin) bool {
	for i, in := range g.Origins {
		if in == o {
			return true
		}
		if in.same(o) {
			if o.Masked && !in.Masked {
				g.mask(i)
			}
			return true
		}
	}
	return false
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
	masked := *g.Origins[at]
	masked.Masked = true
	g.Origins[at] = &masked
}

// append adds an origin that is not there.
func (g *gather) append(o *Origin) {
	if o.More {
		g.crowd()
		return
	}
	if g.full(o.Kind) {
		return
	}
	g.own = g.own || len(g.Origins) == cap(g.Origins)
	g.Origins = append(g.Origins, o)
	if g.counted {
		g.n[o.Kind]++
	}
	if len(g.Origins) <= most {
		return
	}
	if g.thinned = true; !g.keep() {
		g.crowd()
	}
}

// full reports whether another origin of a kind would be left out.
func (g *gather) full(k Kind) bool {
	if !g.thinned && !g.Crowd() {
		return false
	}
	g.count()
	return g.n[k] >= limit(k, g.Crowd())
}

// count counts the origins of each kind.
func (g *gather) count() {
	if g.counted {
		return
	}
	g.counted = true
	for i := range g.Origins {
		g.n[g.Origins[i].Kind]++
	}
}

// limit returns how many origins of a kind are kept where there are too many. An interface that
// hundreds of types of a generated client implement gives every value thousands of unknown and empty
// ones, which all say the same.
func limit(k Kind, crowd bool) int {
	switch {
	case crowd:
		return some
	case k == Unknown || k == Nothing:
		return Few
	}
	return most + 1 // one too many shows that it is a crowd
}

// crowd notes that there are more than most, and keeps some of each kind.
func (g *gather) crowd() {
	if !g.Crowd() {
		more := &Origin{Kind: Unknown, Size: -1, More: true}
		g.Origins, g.own = append([]*Origin{more}, g.Origins...), true
		g.keep()
	}
}

// keep leaves out what is above the limit of its kind, and reports whether that is enough.
func (g *gather) keep() bool {
	all, crowd := g.Origins, g.Crowd()
	if g.Origins = nil; g.own {
		g.Origins = all[:0]
	}
	clear(g.n[:])
	g.own, g.counted = true, true
	for i := range all {
		if k := all[i].Kind; g.n[k] < limit(k, crowd) {
			g.Origins = append(g.Origins, all[i])
			g.n[k]++
		}
	}
	return len(g.Origins) <= most
}

// Crowd reports whether the value has more origins than are told apart: those of the trace are some
// of each kind.
func (t Trace) Crowd() bool { return len(t.Origins) > 0 && t.Origins[0].More }

// maxWay is how many fields and variables a value comes through at most. Where there are more, as
// where a generated decoder fills all fields of its structs from one buffer, nobody knows which of
// them hold the value.
const maxWay = 32

// Way returns the variables that hold the value on its way, nil where that is not known.
func (t Trace) Way() []*types.Var {
	if t.Crowd() || len(t.Through) > maxWay {
		return nil
	}
	return t.Through
}

// clip returns the trace for others to have.
func (t Trace) clip() Trace { return Trace{slices.Clip(t.Origins), slices.Clip(t.Through)} }
