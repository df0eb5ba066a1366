package origin

// This file merges many origins one by one, in proportion to their number:
//
//	func handle(key string) { ... } // which thousands of calls hand a value

// gather is a trace that grows. It adds as [Trace.Add] does.
type gather struct {
	Trace
	seen map[identity]int // where they are, -1 for those left out; nil while there are few
	n    [Unknown + 1]int // origins of each kind, counted from when there are many
}

// add merges u into the trace.
func (g *gather) add(u Trace) {
	if g.seen == nil && len(g.Origins)+len(u.Origins) <= Few {
		g.Add(u)
		return
	}
	if g.seen == nil {
		g.seen = map[identity]int{}
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
	id := o.identity()
	at, again := g.seen[id]
	switch {
	case len(g.Origins) > 0 && g.Origins[0].More:
		return
	case again && at >= 0:
		g.mask(at, o)
		return
	case again:
		return
	}
	g.seen[id] = -1
	if len(g.Origins) > many && (o.Kind == Unknown || o.Kind == Nothing) && g.n[o.Kind] >= Few {
		return
	}
	if o.More {
		g.Origins = nil
	}
	g.seen[id] = len(g.Origins)
	g.Origins = append(g.Origins, o)
	g.n[o.Kind]++
	if len(g.Origins) == many+1 || len(g.Origins) > most {
		g.thin()
		g.count()
	}
}

// count finds anew where the origins are and how many of each kind.
func (g *gather) count() {
	for id := range g.seen {
		g.seen[id] = -1
	}
	clear(g.n[:])
	for i, o := range g.Origins {
		g.seen[o.identity()] = i
		g.n[o.Kind]++
	}
}
