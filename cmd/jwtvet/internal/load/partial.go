package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// This file is about modules without which the go command loads nothing at all:
//
//	require example.com/private v1.2.0           // cannot be downloaded here
//	replace example.com/tool => ../tool          // whose go.mod has go 1.27.0
//	github.com/x/y v1.0.0 h1:...                 // in go.sum, and not what the proxy has
//
// A copy of go.mod without them lets it load all that does not import them.
// The module is not written to.

// lost is a module that the go command has to do without.
type lost struct {
	path, message, advice string
	said                  bool // a failure says so
}

// rounds is how many times the go command is asked again with fewer modules.
const rounds = 20

// LeaveOut takes the modules that the go command complains about out of what it loads. It
// reports whether that may help.
func (l *Loader) LeaveOut(said string) bool {
	if l.round++; l.round > rounds || l.vendored() || strings.Contains(l.goflags, "-modfile") {
		return false
	}
	if l.work != "" && l.work != "off" {
		return strings.Contains(said, "go.work") && l.leaveOutMembers()
	}
	name := l.mod
	if l.modfile != "" {
		name = l.modfile
	}
	data, err := regular.Read(name, regular.Limit)
	if err != nil {
		return false
	}
	mod, err := modfile.Parse(name, data, nil)
	if err != nil {
		return false
	}
	paths := blamed(mod, said)
	message, advice := gocmd.Advise(strings.TrimPrefix(said, "go: "))
	for _, path := range paths {
		l.lost = append(l.lost, lost{path: path, message: message, advice: advice})
		mod.DropRequire(path)
	}
	sum, _ := regular.Read(strings.TrimSuffix(name, ".mod")+".sum", regular.Limit)
	if strings.Contains(said, "malformed go.sum") {
		l.notes = append(l.notes, "that line is left out: "+l.Short(message)+"; "+advice)
		sum = wellFormed(sum)
	} else if len(paths) == 0 {
		return false
	}
	return l.writeModule(mod, sum) == nil
}

// LeftOut says which modules are left out and not missed.
func (l *Loader) LeftOut() []string {
	var out []string
	for _, of := range l.lost {
		if !of.said {
			out = append(out, "left out, and no package that was asked for imports it: "+
				l.Short(of.message)+"; "+of.advice)
		}
	}
	return out
}

// blamed returns the modules that a go.mod requires and that a message of the go command names.
func blamed(mod *modfile.File, said string) []string {
	var paths []string
	for _, r := range mod.Require {
		names := []string{r.Mod.Path + "@" + r.Mod.Version, r.Mod.Path + "@v"}
		for _, to := range mod.Replace {
			if to.Old.Path != r.Mod.Path ||
				to.Old.Version != "" && to.Old.Version != r.Mod.Version {
				continue
			}
			names = append(names, to.New.Path+"@v")
			if modfile.IsDirectoryPath(to.New.Path) {
				names = append(names, "module "+to.New.Path+" ",
					filepath.Join(to.New.Path, "go.mod"))
			}
		}
		if slices.ContainsFunc(names,
			func(n string) bool { return strings.Contains(" "+said, n) }) {
			paths = append(paths, r.Mod.Path)
		}
	}
	return paths
}

// wellFormed returns the lines of a go.sum that can be read.
func wellFormed(sum []byte) []byte {
	var out strings.Builder
	for line := range strings.Lines(string(sum)) {
		if f := strings.Fields(line); len(f) == 3 && module.CheckPath(f[0]) == nil {
			out.WriteString(strings.Join(f, " ") + "\n")
		}
	}
	return []byte(out.String())
}

func (l *Loader) writeModule(mod *modfile.File, sum []byte) error {
	dir, err := l.scratch()
	if err != nil {
		return err
	}
	mod.Cleanup()
	text, err := mod.Format()
	if err != nil {
		return err
	}
	l.modfile = filepath.Join(dir, "go.mod")
	if err := os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o666); err != nil {
		return err
	}
	return os.WriteFile(l.modfile, text, 0o666)
}

// vendored reports whether the go command takes packages from the vendor folder.
func (m *Module) vendored() bool {
	if strings.Contains(m.goflags, "-mod=mod") || strings.Contains(m.goflags, "-mod=readonly") {
		return false
	}
	for _, dir := range m.Roots() {
		if _, err := os.Stat(filepath.Join(dir, "vendor", "modules.txt")); err == nil {
			return true
		}
	}
	return false
}
