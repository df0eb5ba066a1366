package unit

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"

	"github.com/jwtvet/jwtvet/internal/adapt"
)

// The ends of a Go program that it cannot see to itself, as the runtime writes them:
//
//	runtime: goroutine stack exceeds 1000000000-byte limit
//	fatal error: stack overflow
//	...
//	github.com/jwtvet/jwtvet/analyzers/internal/origin.(*Package).Trace(0xc000f6c360?)
//		/src/jwtvet/analyzers/internal/origin/origin.go:16 +0x25
var (
	fatal = onDemand(`(?m)^(?:fatal error: (.*)|panic: .*)$`)
	frame = onDemand(`(?m)^github\.com/jwtvet/jwtvet/\S+\(.*\)\n\t(\S+\.go:\d+)`)
)

// onDemand compiles an expression when it is needed: the program is started for every package.
func onDemand(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// died says in one line why an analysis came to an end that is none of its own, "" when it did not.
func died(running string, err error, stderr []byte) string {
	exit := (*exec.ExitError)(nil)
	if err == nil || !errors.As(err, &exit) {
		return ""
	}
	if m := fatal().FindSubmatchIndex(stderr); m != nil {
		what := "panic"
		if m[2] >= 0 {
			what = string(stderr[m[2]:m[3]])
		}
		return adapt.Internal(cmp.Or(running, "the analysis"), where(stderr[m[1]:]), what)
	}
	if exit.ExitCode() < 0 {
		return fmt.Sprintf(
			"ended from outside (%v), which happens when memory is short: run it again with more",
			err)
	}
	return ""
}

// where returns file and line of the first function of jwtvet in a stack trace.
func where(trace []byte) string {
	m := frame().FindSubmatch(trace)
	if m == nil {
		return "an unknown place"
	}
	file := filepath.ToSlash(string(bytes.TrimSpace(m[1])))
	return filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
}
