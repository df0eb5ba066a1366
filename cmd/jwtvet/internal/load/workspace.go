package load

import (
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// This file is about workspaces:
//
//	go 1.25.0
//
//	use (
//		./api  // ./... in the folder of go.work matches nothing, ./api/... does
//		./lab  // go 1.27.0 in its go.mod: the go command then loads nothing
//	)

// member is a module of a workspace.
type member struct {
	dir, path, goLine string
	err               error // it has no go.mod that can be read
}

// members returns the modules of the workspace; nil when there is none.
func (g *given) members() (*modfile.WorkFile, []member) {
	if g.work == "" || g.work == "off" {
		return nil, nil
	}
	data, err := regular.Read(g.work, regular.Limit)
	if err != nil {
		return nil, nil
	}
	work, err := modfile.ParseWork(g.work, data, nil)
	if err != nil {
		return nil, nil
	}
	var out []member
	for _, u := range work.Use {
		m := member{dir: within(filepath.Dir(g.work), u.Path)}
		file := filepath.Join(m.dir, "go.mod")
		if data, err := regular.Read(file, regular.Limit); err != nil {
			m.err = err
		} else if mod, err := modfile.ParseLax(file, data, nil); err != nil {
			m.err = err
		} else {
			if mod.Module != nil {
				m.path = mod.Module.Mod.Path
			}
			if mod.Go != nil {
				m.goLine = mod.Go.Version
			}
		}
		out = append(out, m)
	}
	return work, out
}

// within returns the absolute form of a path in a file of a folder.
func within(dir, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// spread returns patterns that match what ./... is meant to match in a folder that is in no module
// of the workspace: all modules of it there.
func (l *Loader) spread(patterns []string) []string {
	_, members := l.members()
	if l.mod != os.DevNull || len(members) == 0 {
		return patterns
	}
	here, err := filepath.Abs(l.Dir)
	if err != nil {
		return patterns
	}
	var out []string
	for _, p := range patterns {
		if p != "./..." {
			out = append(out, p)
			continue
		}
		n := len(out)
		for _, m := range members {
			if rel, err := filepath.Rel(here, m.dir); err == nil && filepath.IsLocal(rel) {
				out = append(out, "./"+filepath.ToSlash(filepath.Join(rel, "...")))
			}
		}
		if len(out) == n {
			out = append(out, p)
		}
	}
	return out
}

// leaveOutMembers makes a copy of go.work without the modules that this Go cannot load. It reports
// whether anything is left to analyse.
func (l *Loader) leaveOutMembers() bool {
	work, members := l.members()
	if work == nil || l.workfile != "" {
		return false
	}
	newest := ""
	for _, use := range slices.Clone(work.Use) {
		work.DropUse(use.Path)
	}
	for _, m := range members {
		f := l.unloadable(m)
		if f.Message == "" {
			work.AddUse(filepath.ToSlash(m.dir), "")
			if version.Compare("go"+m.goLine, "go"+newest) > 0 {
				newest = m.goLine
			}
			continue
		}
		n := len(l.Patterns)
		l.Patterns = slices.DeleteFunc(slices.Clone(l.Patterns),
			func(p string) bool { return l.leads(p, m.dir) })
		if len(l.Patterns) < n {
			l.without = append(l.without, f)
		}
		if m.path != "" {
			l.lost = append(l.lost, lost{
				m.path, "module " + f.Module + ": " + f.Message, f.Advice, len(l.Patterns) < n,
			})
		}
	}
	if len(work.Use) == 0 || len(l.Patterns) == 0 {
		return false
	}
	for _, r := range work.Replace {
		if modfile.IsDirectoryPath(r.New.Path) {
			work.AddReplace(r.Old.Path, r.Old.Version,
				filepath.ToSlash(within(filepath.Dir(l.work), r.New.Path)), "")
		}
	}
	work.AddGoStmt(newest)
	work.DropToolchainStmt()
	return l.writeWorkspace(work) == nil
}

// unloadable says why this Go cannot load a module of the workspace; the
// message is "" where it can.
func (l *Loader) unloadable(m member) Failure {
	f := Failure{Module: Relative(m.dir, l.Base())}
	if m.err != nil {
		f.Message, f.Advice = l.Short(gocmd.OneLine(m.err.Error())),
			"restore its go.mod, or take it out of go.work"
	} else if version.Compare("go"+m.goLine, l.goversion) > 0 {
		running := strings.Replace(l.goversion, "go", "go ", 1)
		f.Message, f.Advice = gocmd.Advise(fmt.Sprintf("its go.mod requires go >= %s (running %s)",
			m.goLine, running))
	}
	return f
}

// leads reports whether a pattern leads into a folder.
func (l *Loader) leads(pattern, dir string) bool {
	if !strings.HasPrefix(pattern, ".") {
		return false
	}
	here, err := filepath.Abs(filepath.Join(l.Dir, strings.TrimSuffix(pattern, "...")))
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(dir, here)
	return err == nil && filepath.IsLocal(rel)
}

func (l *Loader) writeWorkspace(work *modfile.WorkFile) error {
	dir, err := l.scratch()
	if err != nil {
		return err
	}
	work.Cleanup()
	l.workfile = filepath.Join(dir, "go.work")
	if sum, err := regular.Read(l.work+".sum", regular.Limit); err == nil {
		if err := os.WriteFile(l.workfile+".sum", sum, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(l.workfile, modfile.Format(work.Syntax), 0o666)
}

// Outside reports whether the module is not one of the workspace that it is below: the go command
// then loads nothing of it. It is to be called after [Module.Check].
func (m *Module) Outside() bool {
	work, members := m.members()
	return work != nil && filepath.IsAbs(m.mod) && m.mod != os.DevNull &&
		!slices.ContainsFunc(members, func(of member) bool {
			return resolved(of.dir) == resolved(filepath.Dir(m.mod))
		})
}
