// Package memo keeps recursive walks over a program linear: what a walk asks of a node is computed
// once, however many ways lead there, and a walk that comes back to a node that it is in ends.
//
//	a := b + b        // b is asked once
//	b := f(c) + f(c)  // and so is f(c): without a memo, every level doubles the work
package memo

// Walk remembers the answers of one recursive question.
//
// The nodes of a circle all lead to each other. The one by which a walk comes into it is its head:
//
//	a -> b -> c -> d  // a walk that begins at a: the head of the circle is b
//	     ^---------'
//
// What c and d answer during that lacks what b adds, so it is good until b has its answer. That of
// b lacks nothing, as if the walk had begun there, and so does that of a. Only answers that lack
// nothing are kept: a walk that comes to c finds b there, and what is left is no circle.
type Walk[K comparable, V any] struct {
	Kept[K, V]
	Most int // how many answers may be computed, 0 for any number; see [Walk.Spent]

	asked  int   // how many were, since the last Forget
	begins []int // of the nodes that the current walk is in: the first node that they lead back to
	busy   map[K]int
	inside []K // nodes of circles whose head has no answer yet
	among  map[K]lacking[V]
	met    int // nodes that the current walk met
}

// lacking is the answer of a node in a circle whose head has none yet.
type lacking[V any] struct {
	answer V
	number int // of the node
}

// Over returns a walk that shares its circles with others: their answers are made of each other.
func Over[K comparable, V any](circles *Circles) Walk[K, V] {
	return Walk[K, V]{Kept: Keep[K, V](circles)}
}

// Once returns the answer of f for a node, computed at most once. again reports that the walk is in
// the node already and came back to it, or that it is [Walk.Spent]: there is no answer then.
func (w *Walk[K, V]) Once(node K, f func() V) (answer V, again bool) {
	if v, ok := w.Get(node); ok {
		return v, false
	}
	if v, ok := w.among[node]; ok {
		w.back(v.number)
		return v.answer, false
	}
	if number, ok := w.busy[node]; ok {
		w.back(number)
		return answer, true
	}
	if w.busy == nil {
		w.busy, w.among = map[K]int{}, map[K]lacking[V]{}
	}
	if w.circles == nil {
		w.circles = new(Circles)
	}
	if w.Spent() {
		w.circles.meet() // what is made of this depends on what was asked before
		return answer, true
	}
	w.asked++
	in := w.enter(node)
	answer = f()
	w.leave(node, answer, in)
	return answer, false
}

// entered is how a walk came into a node.
type entered struct{ number, inside, circles int }

// enter notes that the walk is in a node.
func (w *Walk[K, V]) enter(node K) entered {
	in := entered{w.met, len(w.inside), w.circles.Met()}
	w.met++
	w.busy[node] = in.number
	w.begins = append(w.begins, in.number)
	return in
}

// leave notes the answer of a node.
func (w *Walk[K, V]) leave(node K, answer V, in entered) {
	delete(w.busy, node)
	first := w.begins[len(w.begins)-1]
	w.begins = w.begins[:len(w.begins)-1]
	if first < in.number {
		w.begins[len(w.begins)-1] = min(w.begins[len(w.begins)-1], first)
		w.among[node] = lacking[V]{answer, in.number}
		w.inside = append(w.inside, node)
		return
	}
	w.Put(node, answer, in.circles)
	for _, n := range w.inside[in.inside:] {
		delete(w.among, n)
	}
	w.inside = w.inside[:in.inside]
	if w.Idle() {
		w.met = 0
	}
}

// back notes that the node which the walk is in leads back to one that it met before.
func (w *Walk[K, V]) back(number int) {
	w.circles.meet()
	last := len(w.begins) - 1
	w.begins[last] = min(w.begins[last], number)
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
