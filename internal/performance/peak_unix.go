//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak returns the memory of the largest process among a command and those that it started.
func peak(s *os.ProcessState) int64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss) // in bytes; elsewhere in KiB
	}
	return int64(usage.Maxrss) << 10
}
