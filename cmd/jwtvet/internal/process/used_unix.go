//go:build unix

package process

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

// Used returns the CPU time that this process has used.
func Used() time.Duration {
	r := usage()
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// Resident returns the most memory of this process that was resident, in MiB.
func Resident() int64 {
	kib := int64(usage().Maxrss)
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" { // there in bytes
		kib >>= 10
	}
	return kib >> 10
}
