// Package unused finds what no program of a repository uses: functions that none calls, and settings
// that none reads. What is wrong there does no harm today, which its author wants to know before looking
// for the way to it:
//
//	func ParseRefreshToken(raw string) *Claims { // the handlers call another one
//	Secret: getenv("JWT_SECRET", "secret"),      // of a struct of which nobody reads this field
//
// It goes by names, as nothing is type-checked here: whatever may be a use is one. It has no say on
// what other modules may call, on methods that an interface may ask for, and on functions that the
// compiler, the linker or a platform is told of.
package unused

// Repository is the Go source of a repository without its tests.
type Repository struct {
	modules  []*module
	packages map[string]*pkg  // by folder
	files    map[string]*file // by path
	byName   map[string][]*function
	selected map[string]bool // names behind a dot: of methods, of fields that are read
	fields   map[string]bool // of structs
	tags     map[string]bool // of fields, in lower case
	texts    map[string]int  // other strings, in lower case, with how often they are there
}

// module is a folder with a go.mod.
type module struct {
	dir, path string
	called    map[*function]bool // nil before somebody asks, and where that is not known
	asked     bool
}

// pkg is the source of a folder.
type pkg struct {
	dir      string
	module   *module
	name     string
	program  bool            // its name is main
	imports  map[string]bool // folders of the repository
	declared []*function
}

// file is a file of source.
type file struct {
	pkg       *pkg
	imports   map[string]string // folders of the repository, with the names that they have here
	names     map[string]bool   // of packages of the repository
	functions []*function
}

// function is a function or a method. One without a name is what package variables are set to.
type function struct {
	name        string
	file        *file
	first, last int // lines
	method      bool
	exported    bool
	kept        bool // it may be called in a way that names do not show
	handler     bool // func(http.ResponseWriter, *http.Request), which platforms call by its name
	mentions    []mention
}

// mention is a name in a function.
type mention struct {
	name string
	kind kind
	of   string // x of x.F; "" where x is no name, or that of a package of others
}

// kind says how a name is mentioned.
type kind int

const (
	bare     kind = iota // F
	selected             // x.F
	quoted               // "F"
)

// At returns the name of the function around a line of a file. uncalled is true if no program of its
// module calls it.
func (r *Repository) At(name string, line int) (function string, uncalled bool) {
	if r == nil || r.files[name] == nil {
		return "", false
	}
	f := r.files[name]
	for _, fn := range f.functions {
		if fn.name != "" && fn.first <= line && line <= fn.last {
			return fn.name, !r.calls(f.pkg.module, fn)
		}
	}
	return "", false
}

// calls reports whether something may call a function of a module.
func (r *Repository) calls(m *module, fn *function) bool {
	if m == nil {
		return true
	}
	if !m.asked {
		m.asked = true
		m.called = r.reach(m)
	}
	return m.called == nil || m.called[fn]
}
