package fixes

import (
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// context is the number of lines that a diff shows around what changes.
const context = 3

// Diff returns what the plan changes as a unified diff, which "patch -p1" and "git apply" take in
// the folder that names are relative to.
func (p *Plan) Diff() (string, error) {
	var b strings.Builder
	for _, f := range p.files {
		name := filepath.ToSlash(filepath.Clean(f.name))
		d, err := udiff.ToUnifiedDiff("a/"+name, "b/"+name, f.old, udiff.Lines(f.old, f.new), context)
		if err != nil {
			return "", err
		}
		number(d.Hunks)
		b.WriteString(d.String())
	}
	return b.String(), nil
}

// number sets the lines of the new text at which hunks begin. The library loses count where two
// changes share a hunk.
func number(hunks []*udiff.Hunk) {
	more := 0 // lines of the new text than of the old one so far
	for _, h := range hunks {
		h.ToLine = h.FromLine + more
		for _, l := range h.Lines {
			switch l.Kind {
			case udiff.Insert:
				more++
			case udiff.Delete:
				more--
			}
		}
	}
}
