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

// Frugal saves CPU in a process that ends soon. Garbage is not collected before the process has
// filled some memory, and one processor is enough, since the go command runs a unit on each. From
// the first collection on both are as usual, so a unit that needs more is no worse off. An
// environment that sets GOGC or GOMEMLIMIT decides for itself.
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
		debug.SetGCPercent(100)
		runtime.GOMAXPROCS(processors)
	}, processors)
}
