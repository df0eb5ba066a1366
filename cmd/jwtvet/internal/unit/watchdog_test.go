package unit

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/jwtvet/jwtvet/internal/adapt"
)

// Each analyzer has the time for itself, and so has loading. What the driver does between
// them is not counted.
func TestWatchdog(t *testing.T) {
	for _, c := range []struct {
		name            string
		limit           time.Duration
		load, one, two  time.Duration
		between, after  time.Duration
		late, lateAfter string // the analyzer that is late; what has run by then
	}{
		{"in time", 10, 9, 9, 9, 99, 99, "none", "loading one two "},
		{"loading", 10, 11, 1, 1, 0, 0, "", ""},
		{"the first", 10, 1, 11, 1, 0, 0, "one", "loading "},
		{"the second", 10, 9, 9, 11, 0, 0, "two", "loading one "},
		{"no limit", 0, 99, 99, 99, 99, 99, "none", "loading one two "},
	} {
		synctest.Test(t, func(t *testing.T) {
			late, did := make(chan string), ""
			w := watchdog{limit: c.limit, late: func(f *adapt.Failure) { late <- f.Analyzer }}
			done := make(chan bool)
			go func() { // which goes on when it is late, as what hangs does
				defer close(done)
				w.load()
				time.Sleep(c.load)
				did += "loading "
				leave := w.time("one")
				time.Sleep(c.one)
				leave()
				did += "one "
				time.Sleep(c.between)
				leave = w.time("two")
				time.Sleep(c.two)
				leave()
				did += "two "
				time.Sleep(c.after)
			}()
			got := "none"
			select {
			case got = <-late:
			case <-done:
			}
			if got != c.late || did != c.lateAfter {
				t.Errorf("%s: %q is late after %q, want %q after %q",
					c.name, got, did, c.late, c.lateAfter)
			}
			select { // let it end
			case <-done:
			default:
				w.mu.Unlock()
				<-done
			}
		})
	}
}
