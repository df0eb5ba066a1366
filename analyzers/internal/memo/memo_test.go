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
