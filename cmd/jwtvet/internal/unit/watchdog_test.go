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
			w := watchdog{limit: c.limit, used: alone(1)}
			w.late = func(f *adapt.Failure) { late <- f.Analyzer }
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

// alone returns the CPU time of a process that gets one part in n of a processor.
func alone(n int) func() time.Duration {
	start := time.Now()
	return func() time.Duration { return time.Since(start) / time.Duration(n) }
}

// On a machine that is busy with other things an analyzer has more time, but not for ever.
func TestWatchdogOfBusyMachine(t *testing.T) {
	for share, want := range map[int]time.Duration{1: 10, 4: 40, 1000: 100} {
		synctest.Test(t, func(t *testing.T) {
			start, late := time.Now(), make(chan time.Duration)
			w := watchdog{limit: 10 * time.Second, used: alone(share), late: func(*adapt.Failure) {
				late <- time.Since(start)
			}}
			w.load()
			got := <-late
			if got < want*time.Second || got > (want+2)*time.Second {
				t.Errorf("one part in %d: late after %v, want %ds", share, got, want)
			}
		})
	}
}
