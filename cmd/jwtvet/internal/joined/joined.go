// Package joined joins what packages say of each other in an inventory:
//
//	package auth // issues: takes (*Maker).Create(ttl), NewMaker(key)
//	package main // provides: gives NewMaker(key), from environment JWT_SECRET
//
// The entry of auth gets the key of main's.
package joined

import (
	"cmp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Entries returns the entries with what other packages hand them, in the order of an inventory.
func Entries(entries []inventory.Entry) []inventory.Entry {
	j := joiner{map[string][]int{}, slices.Clone(entries)}
	for i, e := range j.entries {
		if e.Gives != "" {
			j.givers[e.Gives] = append(j.givers[e.Gives], i)
		}
	}
	var out []inventory.Entry
	for _, e := range j.entries {
		j.complete(&e)
		e.Takes, e.Gives = nil, ""
		if e.Kind != inventory.Provide || len(e.Keys) > 0 || e.Life > 0 || e.LifeFrom != nil {
			out = append(out, e) // others only lead on
		}
	}
	nameVerifications(out)
	out = slices.DeleteFunc(slices.Clone(out), func(e inventory.Entry) bool { return saidBetter(e, out) })
	out = eachOnce(out)
	slices.SortStableFunc(out, func(a, b inventory.Entry) int {
		return cmp.Or(slices.Index(inventory.Kinds, a.Kind)-slices.Index(inventory.Kinds, b.Kind),
			strings.Compare(a.Position.File, b.Position.File), a.Position.Line-b.Position.Line,
			a.Position.Column-b.Position.Column)
	})
	return out
}

// eachOnce returns entries without those that say the same of the same place as an earlier one.
func eachOnce(entries []inventory.Entry) (out []inventory.Entry) {
	for _, e := range entries {
		if !slices.ContainsFunc(out, func(o inventory.Entry) bool {
			return same(o, e)
		}) {
			out = append(out, e)
		}
	}
	return out
}

// same reports whether two entries say the same of the same place.
func same(a, b inventory.Entry) bool {
	return a.Position.File != "" && a.Kind == b.Kind && a.Position == b.Position && a.Call == b.Call && a.Title() == b.Title() &&
		slices.Equal(a.Details(), b.Details())
}

// saidBetter reports whether another entry says the same of the same place, and what the tokens are
// for besides.
func saidBetter(e inventory.Entry, all []inventory.Entry) bool {
	return e.Purpose == "" && slices.ContainsFunc(all, func(o inventory.Entry) bool {
		named := e
		named.Purpose = o.Purpose
		return o.Purpose != "" && same(named, o)
	})
}

// nameVerifications says which tokens are verified, where all that are issued with the same key are
// of one kind.
func nameVerifications(entries []inventory.Entry) {
	of := map[inventory.Source][]inventory.Purpose{}
	for _, e := range entries {
		for _, s := range e.Keys {
			if e.Kind == inventory.Issue && s.Name != "" && !slices.Contains(of[s], e.Purpose) {
				of[s] = append(of[s], e.Purpose)
			}
		}
	}
	for i := range entries {
		e := &entries[i]
		if e.Kind != inventory.Verify || e.Purpose != "" {
			continue
		}
		var found []inventory.Purpose
		for _, s := range e.Keys {
			for _, p := range of[s] {
				if !slices.Contains(found, p) {
					found = append(found, p)
				}
			}
		}
		if len(found) == 1 && found[0] != inventory.Both {
			e.Purpose = found[0]
		}
	}
}

// joiner finds what is handed to an entry.
type joiner struct {
	givers  map[string][]int // entries by what they give something to
	entries []inventory.Entry
}

// complete adds to an entry the keys that others hand over, the life where all agree on one, and
// whether one that hands over the token asks a deny list.
func (j joiner) complete(e *inventory.Entry) {
	var lives []inventory.Seconds
	var from []inventory.Source
	var asked []inventory.Known // what callers know of deny lists
	purposes, open := map[inventory.Purpose]bool{}, e.Life == 0 && e.LifeFrom == nil
	for _, i := range j.givenTo(e.Takes, map[string]bool{}) {
		g := j.entries[i]
		switch g.Kind {
		case inventory.Verify:
			asked = append(asked, g.Revoked)
		case inventory.Provide:
			if g.Purpose != "" {
				purposes[g.Purpose] = true
			}
			for _, s := range g.Keys {
				if !slices.Contains(e.Keys, s) {
					e.Keys = append(e.Keys, s)
				}
			}
			if g.Life > 0 {
				lives = append(lives, g.Life)
			}
			if g.LifeFrom != nil && !slices.Contains(from, *g.LifeFrom) {
				from = append(from, *g.LifeFrom)
			}
		}
	}
	if len(asked) > 0 && !slices.ContainsFunc(asked, func(k inventory.Known) bool { return k != inventory.Yes }) {
		e.Revoked = inventory.Yes
	}
	if !open {
		return
	}
	if e.Kind == inventory.Issue {
		e.Purpose = wanted(e.Purpose, purposes)
	}
	slices.Sort(lives)
	if lives = slices.Compact(lives); len(lives) == 1 && len(from) == 0 && e.Kind == inventory.Issue {
		e.Life = lives[0]
	} else if len(from) == 1 && len(lives) == 0 {
		e.LifeFrom = &from[0]
	}
}

// wanted returns what the tokens of a helper are for, whose callers in other packages want some
// kinds, where it says itself what they are for or says nothing.
func wanted(says inventory.Purpose, by map[inventory.Purpose]bool) inventory.Purpose {
	switch {
	case len(by) == 2 && by[inventory.Access] && by[inventory.Refresh]:
		return inventory.Both
	case len(by) > 1:
		return ""
	case says == "":
		for p := range by {
			return p
		}
	}
	return says
}

// givenTo returns the entries that give something to one of some parameters and fields, and those
// that give it to them in turn.
func (j joiner) givenTo(ids []string, seen map[string]bool) []int {
	var out []int
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		for _, i := range j.givers[id] {
			out = append(out, i)
			out = append(out, j.givenTo(j.entries[i].Takes, seen)...)
		}
	}
	return out
}
