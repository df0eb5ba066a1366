package memo

import "testing"

// A chain in which every node asks the next one twice is asked once per node, not twice per level.
func TestDoubling(t *testing.T) {
	var w Walk[int, int]
	asked := 0
	var ask func(n int) int
	ask = func(n int) int {
		v, _ := w.Once(n, func() int {
			asked++
			if n == 0 {
				return 1
			}
			return ask(n-1) + ask(n-1)
		})
		return v
	}
	if got := ask(60); got != 1<<60 || asked != 61 {
		t.Errorf("got %d after %d questions", got, asked)
	}
}

// What is reached from a node in a circle is found whole, whichever node of it is asked first: an
// answer that another walk found inside the circle is not kept.
func TestCircle(t *testing.T) {
	next := map[string][]string{"a": {"b"}, "b": {"a", "c"}, "c": nil}
	for _, order := range []string{"abc", "bac", "cba", "acb"} {
		var w Walk[string, map[string]bool]
		var reach func(n string) map[string]bool
		reach = func(n string) map[string]bool {
			set, _ := w.Once(n, func() map[string]bool {
				set := map[string]bool{n: true}
				for _, m := range next[n] {
					for k := range reach(m) {
						set[k] = true
					}
				}
				return set
			})
			return set
		}
		want := map[string]int{"a": 3, "b": 3, "c": 1}
		for _, n := range order + order {
			if got := reach(string(n)); len(got) != want[string(n)] {
				t.Errorf("%s, %c: got %v", order, n, got)
			}
			if !w.Idle() {
				t.Fatal("the walk is over")
			}
		}
	}
}

// What a walk answers inside a circle depends on where it began. After Forget the answers are the
// same again, whatever was asked before, and those outside of circles are still there.
func TestForget(t *testing.T) {
	next := map[string][]string{"a": {"b"}, "b": {"c", "a"}, "c": {"b", "d"}, "d": nil}
	asked := 0
	var w Walk[string, string]
	var path func(n string) string
	path = func(n string) string {
		out, _ := w.Once(n, func() string {
			asked++
			out := n
			for _, m := range next[n] {
				out += "(" + path(m) + ")"
			}
			return out
		})
		return out
	}
	first := map[string]string{}
	for _, n := range []string{"a", "b", "c", "d"} {
		w.Forget()
		first[n] = path(n)
	}
	if path("c"); path("a") == first["a"] {
		t.Error("the order shows nowhere: this tests nothing")
	}
	for _, n := range []string{"d", "c", "b", "a", "c"} {
		w.Forget()
		if got := path(n); got != first[n] {
			t.Errorf("%s: got %s, at first %s", n, got, first[n])
		}
	}
	if asked = 0; path("d") != "d" || asked > 0 {
		t.Error("an answer outside of the circles is forgotten")
	}
}

// Walks that ask each other share their circles: an answer made of one that depends on where the
// walk began depends on it too.
func TestOver(t *testing.T) {
	circles := new(Circles)
	inner, outer := Over[int, int](circles), Over[int, int](circles)
	var ask func(n int) int
	ask = func(n int) int {
		v, _ := inner.Once(n, func() int { return n + ask((n+1)%3) })
		return v
	}
	double := func(n int) int {
		v, _ := outer.Once(n, func() int { return 2 * ask(n) })
		return v
	}
	double(1)
	inner.Forget()
	outer.Forget()
	if _, kept := outer.Get(1); kept {
		t.Error("an answer made of a forgotten one is kept")
	}
}

// A walk into a circle from each of its nodes computes the circle again and again; where that takes
// more than it may there is no answer, rather than half of one.
func TestSpent(t *testing.T) {
	const nodes = 1000
	w := Walk[int, int]{Most: Bound(nodes)}
	asked := 0
	var ask func(n int) (int, bool)
	ask = func(n int) (int, bool) {
		return w.Once(n, func() int {
			asked++
			a, _ := ask((n + 1) % nodes)
			b, _ := ask((n*7 + 3) % nodes)
			return a + b + 1
		})
	}
	answered := 0
	for n := range nodes {
		if _, again := ask(n); !again {
			answered++
		}
	}
	if asked > Bound(nodes) || answered < 50 || answered == nodes || !w.Spent() {
		t.Errorf("%d of %d nodes have an answer after %d questions", answered, nodes, asked)
	}
	if v, again := ask(0); v == 0 || again {
		t.Error("what was answered is forgotten")
	}
}

// Many walks that come into a circle by a few of its nodes compute it a few times, not once each.
func TestHeads(t *testing.T) {
	const circle, outside = 500, 2000
	var w Walk[int, int]
	asked := 0
	var ask func(n int) int
	ask = func(n int) int {
		v, _ := w.Once(n, func() int {
			asked++
			if n >= circle { // leads into the circle by one of its first nodes
				return ask(n % 5)
			}
			return 1 + ask((n+1)%circle)
		})
		return v
	}
	for n := range outside {
		if got := ask(circle + n); got < 1 {
			t.Fatalf("%d leads to %d nodes", n, got)
		}
	}
	if asked > outside+6*circle {
		t.Errorf("%d questions", asked)
	}
	if w.Forget(); ask(circle) != circle {
		t.Error("a walk into the circle misses a part of it")
	}
}

// What a node answers inside a circle is good until the head of the circle has its answer, even
// where the walk began outside.
func TestLacking(t *testing.T) {
	next := map[string]string{"r": "h", "h": "ma", "m": "h", "a": "", "s": "rm"}
	var w Walk[string, string]
	var reach func(n string) string
	reach = func(n string) string {
		out, _ := w.Once(n, func() string {
			out := n
			for _, m := range next[n] {
				out += reach(string(m))
			}
			return out
		})
		return out
	}
	if got := reach("s"); got != "srhma"+"mhma" {
		t.Errorf("got %s: what m answered below h lacks what h adds", got)
	}
}
