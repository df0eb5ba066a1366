package report

import (
	"bytes"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
)

// Tidy returns the one edit that makes the given edits of a file and leaves it formatted, as gofmt does it, where it was
// formatted before; nil where the edits make no sense. Edits that were each right alone can move the columns around them.
func Tidy(pass *analysis.Pass, edits []analysis.TextEdit) []analysis.TextEdit {
	if len(edits) == 0 {
		return nil
	}
	file := pass.Fset.File(edits[0].Pos)
	old, err := files.Read(pass, file.Name())
	if err != nil || len(old) != file.Size() {
		return nil
	}
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	var next bytes.Buffer
	last := 0
	for _, e := range edits {
		from, to := file.Offset(e.Pos), file.Offset(e.End)
		if from < last {
			return nil
		}
		next.Write(old[last:from])
		next.Write(e.NewText)
		last = to
	}
	next.Write(old[last:])
	clean, err := format.Source(next.Bytes())
	if err != nil {
		return nil
	}
	if was, err := format.Source(old); err != nil || !bytes.Equal(was, old) {
		return edits
	}
	return []analysis.TextEdit{cut(file, old, clean)}
}

// cut returns the lines that differ between two versions of a file, as one edit.
func cut(file *token.File, old, clean []byte) analysis.TextEdit {
	a, b := bytes.SplitAfter(old, []byte("\n")), bytes.SplitAfter(clean, []byte("\n"))
	head := 0
	for head < min(len(a), len(b)) && bytes.Equal(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && bytes.Equal(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	from := len(bytes.Join(a[:head], nil))
	return analysis.TextEdit{
		Pos: file.Pos(from), End: file.Pos(from + len(bytes.Join(a[head:len(a)-tail], nil))),
		NewText: bytes.Join(b[head:len(b)-tail], nil),
	}
}
