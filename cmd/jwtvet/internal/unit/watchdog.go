package unit

import (
	"fmt"
	"sync"
	"time"

	"github.com/jwtvet/jwtvet/internal/adapt"
)

// watchdog ends an analysis in this process whose loading, or one of whose analyzers, is not done
// in time. Analyzers run one after the other, so that what is late is the one that runs; they
// would wait for each other anyway. A machine that is busy with other things makes nothing late.
type watchdog struct {
	limit time.Duration        // 0 for none
	used  func() time.Duration // the CPU time of this process so far
	enter func(name string) (leave func())
	late  func(*adapt.Failure)

	alone sync.Mutex // held while an analyzer runs

	mu    sync.Mutex
	timer *time.Timer // of what is under way; nil when nothing is
}

// patience is how many times its limit something may take that has had less than the limit of CPU
// time: it waits for a processor, or for what never comes.
const patience = 10

// load begins the time for reading and type-checking the package, which ends when
// the first analyzer runs.
func (w *watchdog) load() { w.begin("") }

// time is [adapt.Container.Enter].
func (w *watchdog) time(name string) (leave func()) {
	w.alone.Lock()
	w.end() // of loading
	done := func() {}
	if w.enter != nil {
		done = w.enter(name)
	}
	w.begin(name)
	return func() {
		w.end()
		done()
		w.alone.Unlock()
	}
}

// begin begins the time for an analyzer, "" for loading. What comes between two of them, and
// after the last, is the driver's, and writes.
func (w *watchdog) begin(name string) {
	if w.limit <= 0 {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	begun, before := time.Now(), w.used()
	var own *time.Timer
	own = time.AfterFunc(w.limit, func() {
		w.mu.Lock() // and keep it when it is late: then it does not go on
		if w.timer != own {
			w.mu.Unlock()
			return
		}
		left := w.limit - (w.used() - before)
		if rest := patience*w.limit - time.Since(begun); left > 0 && rest > 0 {
			own.Reset(min(max(left, w.limit/10), rest))
			w.mu.Unlock()
			return
		}
		w.late(&adapt.Failure{Analyzer: name, Message: tooSlow(w.limit)})
	})
	w.timer = own
}

func (w *watchdog) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
		w.timer = nil
	}
}

func tooSlow(limit time.Duration) string {
	return fmt.Sprintf("too slow: not done after %v; run it again, allow more time with -%s=%v, "+
		"and report it at %s if that does not help", limit, TimeoutFlag, 5*limit, adapt.Issues)
}
