package load

import (
	"os"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
)

// Loader loads the packages of a module.
type Loader struct {
	Module
	substitutes
}

// substitutes are what is given to the go command in place of files of the module, so that
// it loads more than it would.
type substitutes struct {
	folder                     string            // where all of them are
	overlay, modfile, workfile string            // "" for none
	replaced                   map[string]string // what the overlay says
	placeholders               []Placeholder
	lost                       []lost
	without                    []Failure // modules that are left out although they are asked for
	notes                      []string
	round                      int
}

// Failure is a defect that kept packages from being analysed.
type Failure struct {
	Module   string   `json:"module,omitempty"` // of which nothing was analysed
	Packages []string `json:"packages"`
	// that failed; none when the packages were not analysed at all
	Analyzers []string `json:"analyzers,omitempty"`
	Message   string   `json:"message"`          // one line
	Advice    string   `json:"advice,omitempty"` // what to do, one line
	// packages left out because they import one of Packages
	Importers int `json:"importers,omitempty"`
}

// New returns a loader of a module that has been checked. It is to be closed.
func New(m Module) *Loader {
	l := &Loader{Module: m}
	l.Patterns = l.spread(l.Patterns)
	return l
}

// Command returns how the go command is run, with the substitute for go.work.
func (l *Loader) Command() gocmd.Command {
	c := l.command()
	if l.workfile != "" {
		c.Vars = []string{"GOWORK=" + l.workfile}
	}
	return c
}

// BuildFlags returns the flags of the go command that say what is built.
func (l *Loader) BuildFlags() []string {
	args := l.tagFlags()
	if l.overlay != "" {
		args = append(args, "-overlay="+l.overlay)
	}
	if l.modfile != "" {
		args = append(args, "-modfile="+l.modfile)
	}
	return args
}

// Placeholders returns what packages embed and do not have.
func (s *substitutes) Placeholders() []Placeholder { return s.placeholders }

// Without returns the modules that are left out although they are asked for.
func (s *substitutes) Without() []Failure { return s.without }

// Notes returns what else there is to know, each in one line.
func (s *substitutes) Notes() []string { return s.notes }

// DropOverlay takes back what [Loader.Fill] has done.
func (s *substitutes) DropOverlay() { s.overlay, s.placeholders, s.replaced = "", nil, nil }

// scratch returns a folder of this run for what is given to the go command in
// place of files of the module.
func (l *Loader) scratch() (string, error) {
	if l.folder != "" {
		return l.folder, nil
	}
	dir, err := os.MkdirTemp(l.temp, "jwtvet-")
	if err == nil {
		l.folder = dir
	}
	return l.folder, err
}

// Close removes that folder.
func (l *Loader) Close() {
	if l.folder != "" {
		os.RemoveAll(l.folder)
	}
}
