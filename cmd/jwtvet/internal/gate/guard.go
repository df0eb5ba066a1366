package gate

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Guard makes every analyzer, and those they need, call fail with one line when it panics. A stack trace in the
// output of go vet would tell its reader nothing, and an error that is returned would be kept in the build cache.
func Guard(analyzers []*analysis.Analyzer, fail func(line string)) {
	seen := map[*analysis.Analyzer]bool{}
	var wrap func(list []*analysis.Analyzer)
	wrap = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if seen[a] {
				continue
			}
			seen[a] = true
			wrap(a.Requires)
			run := a.Run
			a.Run = func(pass *analysis.Pass) (any, error) {
				defer Recover(a.Name, fail)
				return run(pass)
			}
		}
	}
	wrap(analyzers)
}

// Recover, deferred, calls fail with one line about a panic. what names the part of the work that was under way.
func Recover(what string, fail func(line string)) {
	r := recover()
	if r == nil {
		return
	}
	text, _, _ := strings.Cut(fmt.Sprint(r), "\n")
	if strings.Contains(text, "export data") {
		fail(Older(runtime.Version(), "the Go that runs it"))
		return
	}
	fail(fmt.Sprintf("internal error in %s at %s: %s; please report it at https://github.com/jwtvet/jwtvet/issues", what, place(), text))
}

// Older says that the tool was built with an older Go than the one whose packages it reads.
func Older(built, used string) string {
	return fmt.Sprintf("this program was built with %s, older than %s, and cannot read what that compiles: "+
		`run "go install github.com/jwtvet/jwtvet/cmd/jwtvet@latest" to build it again`, built, used)
}

// place returns file and line of the call that panicked.
func place() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "runtime.") || !more {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
	}
}
