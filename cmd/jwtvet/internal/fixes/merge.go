package fixes

import (
	"errors"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// maker makes one fix after the other.
type maker struct {
	Request
	files map[string]*file // by path
}

var (
	errConflict = errors.New("it conflicts with another fix; run again to apply it")
	errPlace    = errors.New("its edits are not in the file")
)

// make adds the edits of a fix to its files, or to none of them.
func (m *maker) make(fix drive.Fix) error {
	add := map[*file][]udiff.Edit{}
	var order []*file
	for _, e := range fix.Edits {
		f := m.open(e.File)
		if f.refused != nil {
			return f.refused
		}
		if e.Start < 0 || e.End < e.Start || e.End > len(f.old) {
			return errPlace
		}
		if add[f] == nil {
			order = append(order, f)
		}
		add[f] = append(add[f], minimal(f.old, udiff.Edit{Start: e.Start, End: e.End, New: e.New})...)
	}
	results := map[*file]string{}
	merged := map[*file][]udiff.Edit{}
	for _, f := range order {
		edits, ok := merge(f.edits, add[f])
		if !ok {
			return errConflict
		}
		text, err := f.result(edits,
			func(importPath string) string { return m.Package(f.path, importPath) })
		if err != nil {
			return errConflict
		}
		merged[f], results[f] = edits, text
	}
	for _, f := range order {
		f.edits, f.new = merged[f], results[f]
	}
	return nil
}

// merge returns two lists of edits as one, sorted. Equal edits are made once; others must not touch
// each other, except for whole lines that are added at one place, as imports are.
func merge(list, add []udiff.Edit) ([]udiff.Edit, bool) {
	out := slices.Clone(list)
	for _, e := range add {
		if slices.Contains(out, e) {
			continue
		}
		if slices.ContainsFunc(out, func(o udiff.Edit) bool { return conflict(o, e) }) {
			return nil, false
		}
		out = append(out, e)
	}
	udiff.SortEdits(out)
	return out, true
}

// conflict reports whether two different edits cannot both be made.
func conflict(a, b udiff.Edit) bool {
	if a.Start == a.End && b.Start == b.End {
		return a.Start == b.Start && !(lines(a.New) && lines(b.New))
	}
	return a.Start < b.End && b.Start < a.End ||
		a.Start == b.Start // one is added where the other begins
}

// lines reports whether a text is whole lines.
func lines(text string) bool { return strings.HasSuffix(text, "\n") }
