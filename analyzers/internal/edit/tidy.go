// Package edit answers which text edits a suggested fix needs besides its own: imports that it
// adds or no longer needs, and the layout that gofmt gives the result. Every analyzer with fixes
// asks it:
//
//	http.Cookie{
//		Name:   "token",
//		Secure: true, // a field that a fix adds, aligned with its neighbours
//	}
package edit

import (
	"bytes"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
)

// Tidy returns the one edit that makes the given edits of a file and leaves it formatted as gofmt
// does, where it was formatted before and its declaration is not large; nil where edits overlap or
// the result does not parse. Edits that are each right alone can move the columns around them.
func Tidy(pass *analysis.Pass, edits []analysis.TextEdit) []analysis.TextEdit {
	if len(edits) == 0 {
		return nil
	}
	file := pass.Fset.File(edits[0].Pos)
	src, err := files.Read(pass, file.Name())
	if err != nil || len(src) != file.Size() {
		return nil
	}
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	from, to := enclosing(pass, file, edits)
	if to-from > large && from > 0 {
		return edits
	}
	old := src[from:to]
	var next bytes.Buffer
	last := from
	for _, e := range edits {
		at := file.Offset(e.Pos)
		if at < last {
			return nil
		}
		next.Write(src[last:at])
		next.Write(e.NewText)
		last = file.Offset(e.End)
	}
	next.Write(src[last:to])
	clean, err := format.Source(next.Bytes())
	if err != nil {
		return nil
	}
	if was, err := format.Source(old); err != nil || !bytes.Equal(was, old) {
		return edits
	}
	return []analysis.TextEdit{changedLines(file, from, old, clean)}
}

// large is the size in bytes from which a declaration is not laid out again for each fix in it,
// which would take seconds where there are hundreds.
const large = 1 << 15

// enclosing returns the offsets of the one declaration that holds all edits, which gofmt lays out
// by itself, or of the file.
func enclosing(
	pass *analysis.Pass, file *token.File, edits []analysis.TextEdit,
) (from, to int) {
	for _, f := range pass.Files {
		if pass.Fset.File(f.FileStart) != file {
			continue
		}
		for _, d := range f.Decls {
			if d.Pos() <= edits[0].Pos && edits[len(edits)-1].End <= d.End() {
				return file.Offset(d.Pos()), file.Offset(d.End())
			}
		}
	}
	return 0, file.Size()
}

// changedLines returns the lines that differ between two versions of the text at an offset of a
// file, as one edit.
func changedLines(file *token.File, at int, old, clean []byte) analysis.TextEdit {
	a, b := bytes.SplitAfter(old, []byte("\n")), bytes.SplitAfter(clean, []byte("\n"))
	head := 0
	for head < min(len(a), len(b)) && bytes.Equal(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && bytes.Equal(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	from := at + len(bytes.Join(a[:head], nil))
	return analysis.TextEdit{
		Pos: file.Pos(from), End: file.Pos(from + len(bytes.Join(a[head:len(a)-tail], nil))),
		NewText: bytes.Join(b[head:len(b)-tail], nil),
	}
}
