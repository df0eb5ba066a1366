package origin

// This file merges many origins one by one, in proportion to their number:
//
//	func handle(key string) { ... } // which thousands of calls hand a value

// gather is a trace that grows. It adds as [Trace.Add] does.
type gather struct {
	Trace
	seen map[identity]bool // nil while there are few
	n    [Unknown + 1]int  // origins of each kind, counted from when there are many
}

// add merges u into the trace.
func (g *gather) add(u Trace) {
	if g.seen == nil && len(g.Origins)+len(u.Origins) <= Few {
		g.Add(u)
		return
	}
	if g.seen == nil {
		g.seen = map[identity]bool{}
		had := g.Origins
		g.Origins = nil
		for _, o := range had {
			g.one(o)
		}
	}
	for _, o := range u.Origins {
		g.one(o)
	}
	g.through(u.Through...)
}

// one adds one origin, unless it is there or nothing is known already.
func (g *gather) one(o Origin) {
	if id := o.identity(); g.seen[id] || len(g.Origins) > 0 && g.Origins[0].More {
		return
	} else {
		g.seen[id] = true
	}
	if len(g.Origins) > many && (o.Kind == Unknown || o.Kind == Nothing) && g.n[o.Kind] >= Few {
		return
	}
	if o.More {
		g.Origins = nil
	}
	g.Origins = append(g.Origins, o)
	g.n[o.Kind]++
	if len(g.Origins) == many+1 || len(g.Origins) > most {
		g.thin()
		clear(g.n[:])
		for _, o := range g.Origins {
			g.n[o.Kind]++
		}
	}
}
