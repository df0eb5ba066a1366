//go:build unix

package analyzers_test

import (
	"syscall"
	"time"
)

// spent returns the time that this process has had on a processor, which says more on a machine
// with other work than a clock does.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
