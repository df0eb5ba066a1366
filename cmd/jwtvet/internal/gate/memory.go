package gate

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// spare is the memory that a process may fill before garbage is collected. Nearly every unit needs less, and the whole
// process ends before a collection would have paid.
const spare = 64 << 20

// DelayGC puts garbage collection off until the process has filled some memory. From then on it works as usual, so a
// unit that needs more is no worse off. An environment that sets GOGC or GOMEMLIMIT decides for itself.
func DelayGC() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(spare)
	first := new([8]*byte) // nothing refers to it: the first collection finds it
	runtime.AddCleanup(first, func(percent int) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(percent)
	}, 100)
}
