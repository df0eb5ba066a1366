package gate

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// spare is the memory that a process may fill before garbage is collected. Nearly every unit needs
// less, and the whole process ends before a collection would have paid.
const spare = 64 << 20

// growth is how far the heap grows between collections from then on, in percent of what is in use.
const growth = 200

// Frugal saves CPU in a process that ends soon. Garbage is not collected before the process has
// filled some memory, and one processor is enough, since the go command runs a unit on each. From
// the first collection on the processors are as usual, and the heap may triple, not double: what a
// unit fills it with stays until it ends, so that collecting frees little. An environment that sets
// GOGC or GOMEMLIMIT decides for itself.
func Frugal() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	processors := runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(spare)
	first := new([8]*byte) // nothing refers to it: the first collection finds it
	runtime.AddCleanup(first, func(processors int) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(growth)
		runtime.GOMAXPROCS(processors)
	}, processors)
}
