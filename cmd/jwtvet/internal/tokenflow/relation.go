package tokenflow

import (
	"slices"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file says how sure it is that two entries are about one token.

// strength is how much says that two entries are about one token.
type strength int

const (
	none   strength = iota
	weak            // they stand in one package
	fair            // they are about one kind of token
	strong          // they stand in one function
)

// related returns the strongest relation between entries of two boxes, of the kinds given.
func related(p, q part, from inventory.Kind, to []inventory.Kind) (best strength) {
	for _, e := range p.entries {
		for _, o := range q.entries {
			if e.Kind == from && slices.Contains(to, o.Kind) {
				best = max(best, relation(e, o))
			}
		}
	}
	return best
}

func relation(e, o inventory.Entry) strength {
	same := e.Purpose == o.Purpose
	switch {
	case e.Purpose != "" && o.Purpose != "" && !same && !overlap(e.Purpose, o.Purpose):
		return none
	case e.Package == o.Package && e.Function == o.Function && e.Function != "":
		return strong
	case same && e.Purpose != "" && e.Purpose != inventory.Other:
		return fair
	case e.Package == o.Package:
		return weak
	}
	return none
}

// overlap reports whether tokens that are for one of two purposes can be for the other one.
func overlap(p, q inventory.Purpose) bool {
	isOne := func(p inventory.Purpose) bool { return p == inventory.Access || p == inventory.Refresh }
	return p == inventory.Both && isOne(q) || q == inventory.Both && isOne(p)
}
