// Package fixes applies suggested fixes to the files of a module, or shows what they would change:
//
//	text of a file ── edits of each fix, in the order of reports ──> text of a file
//
// A fix is made whole or not at all. One that touches what another has changed, that leaves a file
// which does not parse, or one that imports too little, is left out and named.
package fixes

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/aside"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Request says which fixes to make, and where.
type Request struct {
	All   bool                   // those too that are right under a condition only
	Dir   string                 // what names of files are relative to
	Since time.Time              // when the analysis began
	Owns  func(path string) bool // whether a file is part of what is worked on
	// the name of a package that a file imports; "" where it is not known
	Package func(path, importPath string) string
}

// Plan is what the fixes of a run change.
type Plan struct {
	Fixed     int            // reports
	Undecided map[string]int // fixes by the condition under which alone they are right
	Left      []Left         // reports whose fixes cannot be made
	files     []*file        // in the order of their names
	dir       string
}

// Left is a report that is not fixed although it has a fix.
type Left struct {
	Position drive.Position
	Category string
	Why      string
}

// String returns it in one line.
func (l Left) String() string {
	return fmt.Sprintf("%s: %s is not fixed: %s", l.Position, l.Category, l.Why)
}

// New makes the plan for the reports of a run that nothing hides.
func New(run *render.Run, r Request) *Plan {
	m := &maker{Request: r, files: map[string]*file{}}
	p := &Plan{dir: r.Dir, Undecided: map[string]int{}}
	for _, f := range run.Shown() {
		i := slices.IndexFunc(f.Fixes, func(x drive.Fix) bool { return r.All || x.Needs == "" })
		switch {
		case i >= 0:
			if err := m.make(f.Fixes[i]); err != nil {
				p.Left = append(p.Left, Left{f.Position, f.Category, err.Error()})
			} else {
				p.Fixed++
			}
		case len(f.Fixes) > 0:
			p.Undecided[f.Fixes[0].Needs]++
		}
	}
	for _, f := range m.files {
		if len(f.edits) > 0 {
			p.files = append(p.files, f)
		}
	}
	slices.SortFunc(p.files, compare)
	return p
}

// Files returns how many files the plan changes.
func (p *Plan) Files() int { return len(p.files) }

// ErrChanged is the error of a file that is no longer what was analysed.
var ErrChanged = errors.New("the file has changed since it was analysed")

// Write changes the files. All of them are tried before the first is written, and each is whole
// whenever somebody reads it. A file that somebody has changed is left as it is, and its name is
// among those that are returned.
func (p *Plan) Write() (changed []string, err error) {
	var targets []*aside.File
	for _, f := range p.files {
		target, err := aside.Find(p.dir, f.name)
		if err != nil {
			return nil, fmt.Errorf("cannot fix %s: %w; nothing was changed", f.name,
				errors.Unwrap(err))
		}
		targets = append(targets, target)
	}
	for i, f := range p.files {
		if now, err := regular.Read(f.path, regular.Limit); err != nil || string(now) != f.old {
			changed = append(changed, f.name)
			continue
		}
		if err := targets[i].Write([]byte(f.new)); err != nil {
			return changed, fmt.Errorf("cannot fix %s: %w", f.name, err)
		}
	}
	return changed, nil
}

// absolute returns the path of a file that a report names.
func (r Request) absolute(name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(r.Dir, name)
	}
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return name
}
