package adapt

import (
	"fmt"
	"go/types"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"weak"

	"golang.org/x/tools/go/analysis"
)

// Failure says why an analyzer did not look at a package. It is an error of one line.
type Failure struct {
	Analyzer string // that failed; others fail with it because they need it
	Message  string // what happened and what to do
}

// Error implements error.
func (f *Failure) Error() string { return f.Message }

// Issues is where defects of jwtvet are reported.
const Issues = "https://github.com/jwtvet/jwtvet/issues"

// Container keeps what goes wrong in an analyzer, a panic or an error, from the driver and from
// other packages: importers are analysed, with fewer facts. The analyzers of one package share what
// they remember of it, and a panic can leave that half done. Those that are not through with the
// package fail too, unless the driver starts again without the one that fails.
type Container struct {
	// Fail is told the failure of an analyzer of the suite and returns the
	// error that the driver gets.
	Fail func(*analysis.Pass, *Failure) error
	// Known are failures from an earlier start: these analyzers do not run.
	Known map[string]*Failure
	// Enter, unless nil, is called before an analyzer runs, and what it returns when it has run.
	Enter func(name string) (leave func())
	// ReadFile, unless nil, reads files in the place of the driver's own function, which looks through
	// all files of a package each time.
	ReadFile func(name string) ([]byte, error)
	// Broken, unless nil, is called when an analyzer fails that is not known to.
	Broken func(*Failure)
}

// Contain returns a copy of an analyzer that keeps its failures. The analyzers that it requires,
// which others share, are changed in place, once.
func (c *Container) Contain(a *analysis.Analyzer) *analysis.Analyzer {
	for _, req := range a.Requires {
		c.containRequired(req)
	}
	b := *a
	b.Run = c.run(a, c.Fail)
	return &b
}

// contained holds every analyzer that was changed in place.
var contained struct {
	sync.Mutex
	seen map[*analysis.Analyzer]bool
}

func (c *Container) containRequired(a *analysis.Analyzer) {
	for _, req := range a.Requires {
		c.containRequired(req)
	}
	contained.Lock()
	defer contained.Unlock()
	if contained.seen[a] {
		return
	}
	if contained.seen == nil {
		contained.seen = map[*analysis.Analyzer]bool{}
	}
	contained.seen[a] = true
	// An error would take the importers with it: drivers do not look at a package when an analyzer
	// failed on what it imports.
	a.Run = c.run(a, func(*analysis.Pass, *Failure) error { return nil })
}

// failures holds, by a weak pointer to each package that an analyzer failed on, its [record]. A
// driver that runs for hours, as an editor's does, analyses a package anew after each edit.
var failures sync.Map

// A record holds the failures of analyzers on one package, *Failure by *analysis.Analyzer.
type record struct{ sync.Map }

// everyone stands for all analyzers of a package.
var everyone = []*analysis.Analyzer{nil}

// failed returns the failure of the first analyzer that has one on a package.
func failed(pass *analysis.Pass, list ...*analysis.Analyzer) *Failure {
	r, ok := failures.Load(weak.Make(pass.Pkg))
	if !ok {
		return nil
	}
	for _, a := range list {
		if f, ok := r.(*record).Load(a); ok {
			return f.(*Failure)
		}
	}
	return nil
}

// keep keeps the failure of an analyzer, nil for all of them, as long as there is the package.
func keep(pkg *types.Package, a *analysis.Analyzer, f *Failure) {
	key := weak.Make(pkg)
	r, known := failures.LoadOrStore(key, new(record))
	if !known {
		runtime.AddCleanup(pkg, func(key weak.Pointer[types.Package]) { failures.Delete(key) }, key)
	}
	r.(*record).Store(a, f)
}

// run returns what runs in the place of an analyzer's own function.
func (c *Container) run(
	a *analysis.Analyzer, fail func(*analysis.Pass, *Failure) error,
) func(*analysis.Pass) (any, error) {
	own := a.Run
	return func(pass *analysis.Pass) (any, error) {
		failure := c.Known[a.Name]
		if failure == nil {
			failure = failed(pass, slices.Concat(a.Requires, everyone)...)
		}
		if failure == nil {
			var result any
			if result, failure = c.attempt(a.Name, own, pass); failure == nil {
				return result, nil
			}
		}
		keep(pass.Pkg, a, failure)
		var none any
		if a.ResultType != nil { // drivers look at the type
			none = reflect.Zero(a.ResultType).Interface()
		}
		return none, fail(pass, failure)
	}
}

// attempt runs an analyzer. The driver gets its reports when there are all of them.
func (c *Container) attempt(
	name string, run func(*analysis.Pass) (any, error), pass *analysis.Pass,
) (any, *Failure) {
	if c.Enter != nil {
		defer c.Enter(name)()
	}
	var reports []analysis.Diagnostic
	p := *pass
	if c.ReadFile != nil {
		p.ReadFile = c.ReadFile
	}
	p.Report = func(d analysis.Diagnostic) { reports = append(reports, d) }
	result, failure := recovered(name, run, &p)
	if failure != nil {
		keep(pass.Pkg, nil, failure)
		if c.Broken != nil {
			c.Broken(failure)
		}
	} else if failure = failed(pass, everyone...); failure == nil { // of another one, meanwhile
		for _, d := range reports {
			pass.Report(d)
		}
	}
	return result, failure
}

// recovered runs an analyzer and turns its panic, or its error, into a failure.
func recovered(
	name string, run func(*analysis.Pass) (any, error), pass *analysis.Pass,
) (result any, f *Failure) {
	defer func() {
		if r := recover(); r != nil {
			result, f = nil, &Failure{Analyzer: name, Message: Internal(name, place(), panicked(r))}
		}
	}()
	result, err := run(pass)
	if err != nil {
		return nil, &Failure{Analyzer: name, Message: err.Error()}
	}
	return result, nil
}

// Internal says in one line that there is a defect in jwtvet itself.
func Internal(name, place, what string) string {
	return fmt.Sprintf("internal error in %s at %s (%s); please report it at %s",
		name, place, what, Issues)
}

// panicked says what a panic was about when the runtime made it. Other texts can quote
// the source, and so a secret.
func panicked(r any) string {
	if err, ok := r.(runtime.Error); ok {
		text, _, _ := strings.Cut(err.Error(), "\n")
		return text
	}
	return fmt.Sprintf("panic with a %T", r)
}

// home begins the names of all functions of jwtvet.
const home = "github.com/jwtvet/jwtvet/"

// place returns file and line of the function of jwtvet that panicked, or that called what did. It
// is called by a deferred function.
func place() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	first := ""
	for {
		f, more := frames.Next()
		at := fmt.Sprintf("%s/%s:%d",
			filepath.Base(filepath.Dir(f.File)), filepath.Base(f.File), f.Line)
		if strings.HasPrefix(f.Function, home+"internal/adapt.recovered") {
			return first
		} else if strings.HasPrefix(f.Function, home) {
			return at
		}
		if first == "" && !strings.HasPrefix(f.Function, "runtime.") {
			first = at
		}
		if !more {
			return first
		}
	}
}
