// Package load asks the go command which packages there are. What keeps it from loading others than
// those that are broken is left out, or something stands in its place:
//
//	//go:embed dist               // which nobody has built: an empty file, in an overlay
//	require example.com/private   // which cannot be downloaded: a go.mod without it
//	use ./lab                     // which needs a newer Go: a go.work without it
//
// No file of a module is written to.
package load

import (
	"context"
	"errors"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Module says which packages of a module, or of a workspace, are meant.
type Module struct {
	Tool        string   // this program, which starts the go command
	Dir         string   // where the go command runs; "" for the current directory
	Env         []string // environment of the go command; nil for that of this process
	Tags        string   // build tags
	Patterns    []string // packages to look at; ./... when there are none
	TestImports bool     // count what test files import too
	// folder to which the names of files in the result are relative, where it is not Dir
	Beside string
	// called with what takes time, from several goroutines; may be nil
	Note func(what string)

	given
}

// given is what the go command says of its environment.
type given struct {
	mod, work, modcache string // go.mod and go.work in use; the module cache
	goversion, goflags  string
	temp                string // where temporary files go
}

// Check looks for what would make the go command fail in a way that is hard to read, and finds out
// where the module is.
func (m *Module) Check(ctx context.Context) error {
	if err := gocmd.Installed(); err != nil {
		return err
	}
	if m.Dir != "" {
		if _, err := os.ReadDir(m.Dir); err != nil {
			return fmt.Errorf(
				"cannot use directory %s (%w): give -C a directory that exists and can be read",
				m.Dir, errors.Unwrap(err))
		}
	}
	if err := gocmd.RegularAbove(m.Dir); err != nil {
		return err
	}
	env, err := m.command().Environment(ctx)
	if err != nil {
		return err
	}
	if env.GOMOD == os.DevNull && (env.GOWORK == "" || env.GOWORK == "off") {
		todo := m.modulesBelow("go to a module's directory, or name it with -C")
		return fmt.Errorf("there is no go.mod in %s or above it: %s", m.where(), todo)
	}
	m.mod, m.work, m.temp = env.GOMOD, env.GOWORK, env.Temp()
	m.goversion, m.goflags, m.modcache = env.GOVERSION, env.GOFLAGS, env.GOMODCACHE
	for _, dir := range m.Sources() {
		if err := gocmd.RegularBelow(dir, gocmd.NamesUnmatched(m.Patterns)); err != nil {
			return err
		}
	}
	if err := skew(runtime.Version(), env.GOVERSION); err != nil {
		return err
	}
	return env.Check()
}

// Checked reports whether [Module.Check] has found the module.
func (m *Module) Checked() bool { return m.mod != "" || m.work != "" }

// Files returns the go.mod and go.work in use, as the go command calls them.
func (m *Module) Files() (mod, work string) { return m.mod, m.work }

// command returns how the go command is run.
func (m *Module) command() gocmd.Command {
	return gocmd.Command{Tool: m.Tool, Dir: m.Dir, Env: m.Env, Temp: m.temp, Note: m.Note}
}

// WritesModFile reports whether the go command may write go.mod: two that do so side by side get in
// each other's way.
func (m *Module) WritesModFile() bool {
	return slices.ContainsFunc(gocmd.Fields(m.goflags), func(flag string) bool {
		return strings.TrimLeft(flag, "-") == "mod=mod"
	})
}

// tagFlags returns the flags of the go command that say which build tags there are.
func (m *Module) tagFlags() []string {
	if m.Tags == "" {
		return nil
	}
	return []string{"-tags=" + m.Tags}
}

// Roots returns the folders that settings can be in, the nearest first: that of the module, that of
// the workspace. It returns nothing before [Module.Check].
func (m *Module) Roots() []string {
	var dirs []string
	for _, file := range []string{m.mod, m.work} {
		if filepath.IsAbs(file) && file != os.DevNull { // otherwise there is none, or it is off
			dirs = append(dirs, filepath.Dir(file))
		}
	}
	return dirs
}

// skew refuses to go on when the tool was built with an older Go than the one
// that compiles the packages.
func skew(built, used string) error {
	if b, u := version.Lang(built), version.Lang(used); b != "" && u != "" &&
		version.Compare(b, u) < 0 {
		return errors.New(gate.Older(built, used))
	}
	return nil
}

func (m *Module) where() string {
	if m.Dir != "" {
		return m.Dir
	}
	if dir, err := os.Getwd(); err == nil {
		return dir
	}
	return "the current directory"
}

// Sources returns the folders of the modules that are worked on, and of those in their
// place that a pattern can name.
func (m *Module) Sources() []string {
	// not that of go.work, which may be a home folder: paths mean what is in the module
	var dirs []string
	if filepath.IsAbs(m.mod) && m.mod != os.DevNull {
		dirs = append(dirs, filepath.Dir(m.mod))
	}
	_, members := m.members()
	for _, of := range members {
		dirs = append(dirs, of.dir)
	}
	if len(dirs) == 0 { // GO111MODULE=off
		dirs = append(dirs, m.where())
	}
	if !slices.ContainsFunc(m.Patterns, func(p string) bool { return !strings.HasPrefix(p, ".") }) {
		return dirs
	}
	data, err := regular.Read(m.mod, regular.Limit)
	if err != nil {
		return dirs
	}
	mod, err := modfile.Parse(m.mod, data, nil)
	if err != nil {
		return dirs
	}
	for _, r := range mod.Replace {
		if modfile.IsDirectoryPath(r.New.Path) {
			dirs = append(dirs, within(filepath.Dir(m.mod), r.New.Path))
		}
	}
	return dirs
}
