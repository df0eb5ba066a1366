package fixes

import (
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/aymanbagabas/go-udiff"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// file is a file that fixes change.
type file struct {
	name, path string
	old        string
	syntax     *ast.File // of old; nil where it is no Go
	formatted  bool      // old is as gofmt writes it
	edits      []udiff.Edit
	new        string // old with the edits, tidied up
	refused    error  // why nothing changes it
}

func compare(a, b *file) int { return strings.Compare(a.name, b.name) }

// coarse is how much the clock of a file system may be behind.
const coarse = 10 * time.Millisecond

// open reads a file, and finds out whether fixes may change it.
func (m *maker) open(name string) *file {
	path := m.absolute(name)
	if f := m.files[path]; f != nil {
		return f
	}
	f := &file{name: name, path: path}
	m.files[path] = f
	info, err := os.Stat(path)
	if err == nil && info.ModTime().After(m.Since.Add(-coarse)) {
		f.refused = ErrChanged
		return f
	}
	text, err := regular.Read(path, regular.Limit)
	if err != nil {
		f.refused = errors.New("the file cannot be read")
		return f
	}
	f.old, f.new = string(text), string(text)
	if !m.Owns(path) {
		f.refused = errors.New("the file belongs to another module")
	} else if filepath.Ext(path) == ".go" {
		f.parse()
	}
	return f
}

// parse looks at a file of Go.
func (f *file) parse() {
	syntax, err := parser.ParseFile(token.NewFileSet(), f.path, f.old, parser.ParseComments)
	switch {
	case err != nil:
		f.refused = errors.New("the file does not parse")
	case ast.IsGenerated(syntax):
		f.refused = errors.New("the file is generated")
	}
	clean, err := format.Source([]byte(f.old))
	f.syntax, f.formatted = syntax, err == nil && string(clean) == f.old
}

// result returns the text that edits make of a file: it parses, imports what it mentions, and is
// formatted and has lines of Windows where it had before.
func (f *file) result(edits []udiff.Edit, name func(path string) string) (string, error) {
	text, err := udiff.Apply(f.old, edits)
	if err != nil {
		return "", err
	}
	if f.syntax == nil {
		return text, nil
	}
	if strings.Count(f.old, "\n") == strings.Count(f.old, "\r\n") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	if text, err = tidyImports(f.syntax, text, name); err != nil {
		return "", err
	}
	if !f.formatted {
		return text, nil
	}
	clean, err := format.Source([]byte(text))
	return string(clean), err
}

// minimal returns the lines of an edit that change: one that lays out a whole declaration, or adds an
// import far above, would be in the way of every other in between. An edit within a line is what its
// author wants to be changed by nobody else.
func minimal(old string, e udiff.Edit) []udiff.Edit {
	was := old[e.Start:e.End]
	if !strings.Contains(was+e.New, "\n") {
		return []udiff.Edit{e}
	}
	var out []udiff.Edit
	for _, part := range udiff.Lines(was, e.New) {
		part.Start, part.End = part.Start+e.Start, part.End+e.Start
		out = append(out, part)
	}
	return out
}
