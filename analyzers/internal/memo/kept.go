package memo

// This file tells the answers that hold for good from those that depend on what was asked before:
//
//	for { s = s + t; t = s } // what t is says something else when the walk begins at s
//
// The checks of a package share what their walks remember, and drivers run them in any order. With
// answers of the second sort a check would report one thing when it comes first, and another when
// it comes last.

// Circles counts how often walks met an answer of the second sort. An answer during which the count
// stays the same is of the first.
type Circles struct{ met int }

// Met returns the count.
func (c *Circles) Met() int {
	if c == nil {
		return 0
	}
	return c.met
}

func (c *Circles) meet() {
	if c != nil {
		c.met++
	}
}

// Kept holds answers of both sorts.
type Kept[K comparable, V any] struct {
	circles *Circles
	done    map[K]V // hold for good
	begun   map[K]V // depend on where the walk began
}

// Keep returns an empty Kept.
func Keep[K comparable, V any](circles *Circles) Kept[K, V] { return Kept[K, V]{circles: circles} }

// Get returns an answer, if there is one.
func (k *Kept[K, V]) Get(key K) (answer V, ok bool) {
	if answer, ok = k.done[key]; ok {
		return answer, true
	}
	if answer, ok = k.begun[key]; ok {
		k.circles.meet()
	}
	return answer, ok
}

// Put keeps an answer; before is the count of circles when it was asked for.
func (k *Kept[K, V]) Put(key K, answer V, before int) {
	if k.done == nil {
		k.done, k.begun = map[K]V{}, map[K]V{}
	}
	if k.circles.Met() == before {
		k.done[key] = answer
	} else {
		k.begun[key] = answer
	}
}

// Forget drops the answers that depend on where a walk began.
func (k *Kept[K, V]) Forget() { clear(k.begun) }
