package audit

import (
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Diff is what has changed between two audits of one program.
type Diff struct {
	Revision string            `json:"revision"` // the earlier one, as it was named
	Commit   string            `json:"commit"`   // where that and the present part
	Added    []inventory.Entry `json:"added,omitempty"`
	Removed  []inventory.Entry `json:"removed,omitempty"`
	Changed  []Change          `json:"changed,omitempty"`
	Items    []ItemChange      `json:"checklist,omitempty"`

	// packages that were not analysed at the earlier revision, where those are more than now: what is
	// in them looks new
	Unanalysed int `json:"unanalysed,omitempty"`
}

// Change is an entry of which something else is known than before.
type Change struct {
	Before inventory.Entry `json:"before"`
	After  inventory.Entry `json:"after"`
	What   []Difference    `json:"what"`
}

// Difference is a detail of an entry that has changed.
type Difference struct {
	Name   string `json:"name"`             // lifetime
	Before string `json:"before,omitempty"` // 15 minutes
	After  string `json:"after,omitempty"`  // 30 days
	Weaker bool   `json:"weaker,omitempty"` // the change takes protection away
}

// ItemChange is an item of the checklist whose state has changed.
type ItemChange struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Before State  `json:"before"`
	After  State  `json:"after"`
	Weaker bool   `json:"weaker,omitempty"`
}

// Empty reports whether nothing has changed.
func (d *Diff) Empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.Items) == 0 }

// Compare returns what has changed from one audit to another. An entry is the same when its package,
// its function, its kind and what is called are, wherever it stands; and when it has moved into
// another function with all that is known of it.
func Compare(before, after *Audit) *Diff {
	d := &Diff{}
	if before.Unanalysed > after.Unanalysed {
		d.Unanalysed = before.Unanalysed
	}
	old, left := slices.Clone(before.Entries), []inventory.Entry{}
	for _, e := range after.Entries {
		if i := find(old, e, sameEntry); i >= 0 {
			d.change(old[i], e)
			old = slices.Delete(old, i, i+1)
		} else {
			left = append(left, e)
		}
	}
	for _, e := range left {
		if i := find(old, e, moved); i >= 0 {
			old = slices.Delete(old, i, i+1)
		} else {
			d.Added = append(d.Added, e)
		}
	}
	d.Removed = old
	for _, it := range after.Items {
		i := slices.IndexFunc(before.Items, func(o Item) bool { return o.ID == it.ID })
		if i >= 0 && before.Items[i].State != it.State {
			was := before.Items[i].State
			d.Items = append(d.Items, ItemChange{
				it.ID, it.Title, was, it.State, rank(it.State) < rank(was),
			})
		}
	}
	return d
}

func rank(s State) int { return slices.Index([]State{Contradicted, NotSeen, Evidenced}, s) }

// find returns the first entry that is the same as another, one with all details if there is one;
// -1 for none.
func find(
	list []inventory.Entry, e inventory.Entry, same func(a, b inventory.Entry) bool,
) int {
	found := -1
	for i, o := range list {
		if same(o, e) {
			if len(differences(o, e)) == 0 {
				return i
			} else if found < 0 {
				found = i
			}
		}
	}
	return found
}

// sameEntry reports whether two entries are about the same place.
func sameEntry(a, b inventory.Entry) bool {
	return a.Kind == b.Kind && a.Package == b.Package && a.Function == b.Function &&
		a.Call == b.Call && (a.Purpose == b.Purpose || a.Kind == inventory.Verify) &&
		(a.Name == b.Name || a.Kind != inventory.Measure && a.Kind != inventory.Cookie &&
			a.Kind != inventory.Read)
}

// moved reports whether an entry is another one that stands in another function or package.
func moved(a, b inventory.Entry) bool {
	b.Function, b.Package = a.Function, a.Package
	return sameEntry(a, b) && len(differences(a, b)) == 0
}

// change adds what has changed in an entry, if anything has.
func (d *Diff) change(before, after inventory.Entry) {
	if what := differences(before, after); len(what) > 0 {
		d.Changed = append(d.Changed, Change{before, after, what})
	}
}

// differences returns the details in which two entries differ.
func differences(a, b inventory.Entry) []Difference {
	var out []Difference
	add := func(name, before, after string, weaker bool) {
		if before != after {
			out = append(out, Difference{name, before, after, weaker})
		}
	}
	known := func(name string, before, after inventory.Known) {
		add(name, before.String(), after.String(),
			before == inventory.Yes && after != inventory.Yes || after == inventory.No)
	}
	add("purpose", string(a.Purpose), string(b.Purpose), false)
	add("algorithms", strings.Join(a.Algorithms, ", "), strings.Join(b.Algorithms, ", "),
		slices.Contains(b.Algorithms, "none"))
	add("key", words(a.Keys), words(b.Keys), constant(b.Keys) && !constant(a.Keys))
	add("lifetime", lifetime(a), lifetime(b), b.Life > a.Life && a.Life > 0)
	add("claims", strings.Join(a.Claims, ", "), strings.Join(b.Claims, ", "), false)
	if a.Kind == inventory.Verify {
		known("algorithm pinned", a.Pinned, b.Pinned)
		known("expiration checked", a.Expires, b.Expires)
		known("issuer checked", a.Issuer, b.Issuer)
		known("audience checked", a.Audience, b.Audience)
		known("revocation checked", a.Revoked, b.Revoked)
	} else {
		known("expiration", a.Expires, b.Expires)
	}
	known("Secure", a.Secure, b.Secure)
	known("HttpOnly", a.HTTPOnly, b.HTTPOnly)
	add("SameSite", a.SameSite, b.SameSite, lax(b.SameSite) < lax(a.SameSite))
	add("medium", string(a.Medium), string(b.Medium),
		b.Medium == inventory.HTTP || b.Medium == inventory.Query)
	add("name", a.Name, b.Name, false)
	add("detail", a.Detail, b.Detail, false)
	return out
}

// constant reports whether a key can be one that is written in the source.
func constant(list []inventory.Source) bool {
	return slices.ContainsFunc(list, func(s inventory.Source) bool { return s.Kind == "constant" })
}

func lifetime(e inventory.Entry) string {
	if e.Life == 0 && e.LifeFrom != nil {
		return "from " + e.LifeFrom.String()
	}
	return e.Life.String()
}

// lax ranks what SameSite keeps away.
func lax(s string) int { return slices.Index([]string{"not set", "None", "", "Lax", "Strict"}, s) }
