// Package memo keeps recursive walks over a program linear: what a walk asks of a node is computed
// once, however many ways lead there, and a walk that comes back to a node that it is in ends.
//
//	a := b + b        // b is asked once
//	b := f(c) + f(c)  // and so is f(c): without a memo, every level doubles the work
package memo

// Walk remembers the answers of one recursive question.
type Walk[K comparable, V any] struct {
	Kept[K, V]
	Most int // how many answers may be computed, 0 for any number; see [Walk.Spent]

	asked   int        // how many were, since the last Forget
	partial map[K]V    // answers found inside a circle, which hold for the current walk only
	busy    map[K]bool // nodes that the current walk is in
}

// Over returns a walk that shares its circles with others: their answers are made of each other.
func Over[K comparable, V any](circles *Circles) Walk[K, V] {
	return Walk[K, V]{Kept: Keep[K, V](circles)}
}

// Once returns the answer of f for a node, computed at most once. again reports that the walk is in
// the node already and came back to it, or that it is [Walk.Spent]: there is no answer then.
//
// An answer found inside a circle lacks what the walk around it adds, so it is kept for this walk
// only. The walk as a whole still finds everything.
func (w *Walk[K, V]) Once(node K, f func() V) (answer V, again bool) {
	if v, ok := w.Get(node); ok {
		return v, false
	}
	if v, ok := w.partial[node]; ok {
		w.circles.meet()
		return v, false
	}
	if w.busy[node] {
		w.circles.meet()
		return answer, true
	}
	if w.busy == nil {
		w.partial, w.busy = map[K]V{}, map[K]bool{}
	}
	if w.circles == nil {
		w.circles = new(Circles)
	}
	if w.Spent() {
		w.circles.meet() // what is made of this depends on what was asked before
		return answer, true
	}
	w.asked++
	before := w.circles.Met()
	w.busy[node] = true
	answer = f()
	delete(w.busy, node)
	if w.Idle() || w.circles.Met() == before {
		w.Put(node, answer, before)
	} else {
		w.partial[node] = answer
	}
	if w.Idle() {
		clear(w.partial)
	}
	return answer, false
}

// Spent reports whether as many answers were computed as may be: nodes that have no answer yet get
// none. What stands in no circle is computed once, so that only walks through large circles, each
// of which computes the circle again, come to this.
func (w *Walk[K, V]) Spent() bool { return w.Most > 0 && w.asked >= w.Most }

// Forget drops the answers that depend on where a walk began, and counts anew.
func (w *Walk[K, V]) Forget() {
	w.Kept.Forget()
	w.asked = 0
}

// Bound returns how many answers a walk may compute over a package with so many expressions: more
// than there are names and calls, and always enough for a package of ordinary size.
func Bound(expressions int) int { return 1<<16 + expressions/2 }

// Idle reports whether no walk is under way, so that an answer holds for longer than a walk.
func (w *Walk[K, V]) Idle() bool { return len(w.busy) == 0 }
