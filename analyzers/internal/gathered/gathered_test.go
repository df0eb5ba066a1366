package gathered

import (
	"fmt"
	"slices"
	"testing"
)

// What more packages say than a list has room for is not forgotten in silence, and what comes by two
// ways counts once.
func TestPut(t *testing.T) {
	var l List[int]
	for _, pkg := range []string{"b", "a", "b"} {
		l.Put(pkg, len(l.Said))
	}
	if want := []Said[int]{{"a", 1}, {"b", 0}}; !slices.Equal(l.Said, want) || l.Full {
		t.Errorf("got %v, full %t", l.Said, l.Full)
	}
	for i := range most {
		l.Put(fmt.Sprint("p", i), i)
	}
	if len(l.Said) != most || !l.Full {
		t.Errorf("got %d packages of %d, full %t", len(l.Said), most, l.Full)
	}
	l.Full = false
	if l.Put("a", 7); l.Full || l.Said[0].Fact != 1 {
		t.Errorf("a package that is known: full %t, said %d", l.Full, l.Said[0].Fact)
	}
}
