//go:build unix

package timings

import (
	"runtime"
	"syscall"
	"time"
)

// usage is what the kernel counts for this process.
func usage() (r syscall.Rusage) {
	syscall.Getrusage(syscall.RUSAGE_SELF, &r) // fails for no process but another
	return r
}

// used returns the CPU time that this process has used.
func used() time.Duration {
	r := usage()
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// resident returns the most memory that was resident, in MiB.
func resident() int64 {
	kib := int64(usage().Maxrss)
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" { // there in bytes
		kib >>= 10
	}
	return kib >> 10
}
