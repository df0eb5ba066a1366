package report

// This file decides which place a report names where line directives claim another than its own:
//
//	//line grammar.y:40       // that of the grammar, if it has such a line
//	/*line auth.go:7:12*/     // that of the source, if it says the same there: cgo writes it
//	//line nowhere.go:1000000 // that of the Go file itself

import (
	"bytes"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// places knows the files of a package and those that their line directives name. Drivers print the
// position that directives claim, whatever it is.
type places struct {
	pass    *analysis.Pass
	plain   map[*token.File]*token.File // without directives
	sources map[string]*source
	foreign map[string]*token.File // of other packages, by path
}

// source is a file that a directive names.
type source struct {
	text  []byte
	lines *token.File // of a file set of its own
	shown *token.File // the same in the one of the package, where a report stands there
}

func newPlaces(pass *analysis.Pass) *places {
	return &places{
		pass, map[*token.File]*token.File{}, map[string]*source{}, map[string]*token.File{},
	}
}

// settle changes the positions of a diagnostic so that drivers print places that exist. Its fixes
// are left out where it names another file than the one that they edit.
func (p *places) settle(d *analysis.Diagnostic) {
	d.Related = slices.DeleteFunc(d.Related, p.nowhere)
	for i := range d.Related {
		switch r := &d.Related[i]; {
		case !p.misplaced(r.Pos, r.Pos):
		case files.ByCgo(p.raw(r.Pos).Filename):
			r.Pos, _ = p.written(r.Pos, r.Pos)
		default:
			r.Pos, r.End = p.own(r.Pos, r.Pos), token.NoPos
		}
	}
	claimed := p.claimed(d.Pos)
	switch {
	case !p.misplaced(d.Pos, d.End) && claimed:
		d.SuggestedFixes = nil
		if p.at(d.End).Filename != p.at(d.Pos).Filename {
			d.End = d.Pos
		}
	case claimed && files.ByCgo(p.raw(d.Pos).Filename):
		d.Pos, d.End = p.written(d.Pos, d.End)
		d.SuggestedFixes = nil
	case claimed || p.claimed(d.End) || p.edits(d):
		d.Pos, d.End = p.own(d.Pos, d.Pos), p.own(d.Pos, d.End)
		for _, fix := range d.SuggestedFixes {
			for i := range fix.TextEdits {
				e := &fix.TextEdits[i]
				e.Pos, e.End = p.own(e.Pos, e.Pos), p.own(e.Pos, e.End)
			}
		}
	}
}

// nowhere reports whether a related place is in a file of another package that nobody has: what is
// known of such places is what its directives claim. Relative names are those of builds with
// -trimpath.
func (p *places) nowhere(r analysis.RelatedInformation) bool {
	file := p.pass.Fset.File(r.Pos)
	if file == nil || !filepath.IsAbs(file.Name()) ||
		slices.ContainsFunc(p.pass.Files, func(f *ast.File) bool {
			return p.pass.Fset.File(f.FileStart) == file
		}) {
		return false
	}
	info, err := os.Stat(file.Name())
	return err != nil || !info.Mode().IsRegular()
}

// edits reports whether a fix of a diagnostic edits what a directive claims to be elsewhere.
func (p *places) edits(d *analysis.Diagnostic) bool {
	for _, fix := range d.SuggestedFixes {
		for _, e := range fix.TextEdits {
			if p.claimed(e.Pos) || p.claimed(e.End) {
				return true
			}
		}
	}
	return false
}

// at returns where directives claim that a position is.
func (p *places) at(pos token.Pos) token.Position { return p.pass.Fset.Position(pos) }

// raw returns where a position is.
func (p *places) raw(pos token.Pos) token.Position { return p.pass.Fset.PositionFor(pos, false) }

// claimed reports whether a directive says that a position is elsewhere.
func (p *places) claimed(pos token.Pos) bool { return pos.IsValid() && p.at(pos) != p.raw(pos) }

// misplaced reports whether a directive says of a position what nobody finds there.
func (p *places) misplaced(pos, end token.Pos) bool {
	if !p.claimed(pos) {
		return false
	}
	at, own := p.at(pos), p.raw(pos)
	if files.ByCgo(own.Filename) { // cgo moves columns, not lines
		return at.Filename != files.Written(p.pass.Fset, pos) ||
			at.Line != own.Line-files.CgoLines+1
	}
	s := p.source(at.Filename, own.Filename)
	if s == nil || at.Line < 1 || at.Line > s.lines.LineCount() {
		return true
	}
	if at.Column == 0 { // nothing but the line is known
		return false
	}
	if !end.IsValid() || p.at(end).Filename != at.Filename {
		end = pos
	}
	size := int(end - pos)
	start := s.lines.Offset(s.lines.LineStart(at.Line)) + at.Column - 1
	if start > len(s.text) || s.lines.Line(s.lines.Pos(start)) != at.Line {
		return true
	}
	src, err := files.Read(p.pass, own.Filename)
	return err != nil || start+size > len(s.text) || own.Offset+size > len(src) ||
		!bytes.Equal(s.text[start:start+size], src[own.Offset:own.Offset+size])
}

// source returns the file that a directive in the file own names, one of the same module, or the
// source of own where cgo wrote that. A report shows a line of it.
func (p *places) source(name, own string) *source {
	if s, ok := p.sources[name]; ok {
		return s
	}
	p.sources[name] = nil
	if !files.ByCgo(own) && !sameModule(name, own) {
		return nil
	}
	text, err := regular.Read(name, regular.Limit)
	if err != nil {
		return nil
	}
	s := &source{text: text, lines: token.NewFileSet().AddFile(name, -1, len(text))}
	s.lines.SetLinesForContent(text)
	p.sources[name] = s
	return s
}

// sameModule reports whether a file lies in the module of another, also when links are followed.
func sameModule(name, own string) bool {
	above := files.Above(filepath.Dir(own))
	module, err := filepath.EvalSymlinks(above[len(above)-1])
	if err != nil {
		return false
	}
	name, err = filepath.EvalSymlinks(name)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(module, name)
	return err == nil && filepath.IsLocal(rel)
}

// written returns the line of the source for a place in a file of cgo, which has as many lines, and
// the place itself where that line has its text once.
func (p *places) written(pos, end token.Pos) (from, to token.Pos) {
	raw, name := p.raw(pos), files.Written(p.pass.Fset, pos)
	s := p.source(name, raw.Filename)
	number := raw.Line - files.CgoLines + 1
	if s == nil || number < 1 || number > s.lines.LineCount() {
		return p.own(pos, pos), p.own(pos, end)
	}
	if s.shown == nil {
		s.shown = p.pass.Fset.AddFile(name, -1, len(s.text))
		s.shown.SetLinesForContent(s.text)
	}
	start := s.shown.Offset(s.shown.LineStart(number))
	text, _, _ := bytes.Cut(s.text[start:], []byte("\n"))
	start += len(text) - len(bytes.TrimLeft(text, " \t"))
	text = bytes.TrimSpace(text)
	src, err := files.Read(p.pass, raw.Filename)
	if size := int(end - pos); err == nil && size > 0 && raw.Offset+size <= len(src) {
		if own := src[raw.Offset : raw.Offset+size]; bytes.Count(text, own) == 1 {
			start, text = start+bytes.Index(text, own), own
		}
	}
	return s.shown.Pos(start), s.shown.Pos(start + len(text))
}

// elsewhere returns a position in a file of another package, which no other file of the set holds
// with its columns; token.NoPos where there is no such file or place in it.
func (p *places) elsewhere(at token.Position) token.Pos {
	if at.Filename == "" || !filepath.IsAbs(at.Filename) {
		return token.NoPos
	}
	file := p.foreign[at.Filename]
	if file == nil {
		text, err := regular.Read(at.Filename, regular.Limit)
		if err != nil {
			return token.NoPos
		}
		file = p.pass.Fset.AddFile(at.Filename, -1, len(text))
		file.SetLinesForContent(text)
		p.foreign[at.Filename] = file
	}
	if at.Line < 1 || at.Line > file.LineCount() {
		return token.NoPos
	}
	offset := file.Offset(file.LineStart(at.Line)) + at.Column - 1
	if offset < 0 || offset > file.Size() {
		return token.NoPos
	}
	return file.Pos(offset)
}

// own returns the position of pos in a copy of the file of start that has no directives; what lies
// behind the end of that file is its end.
func (p *places) own(start, pos token.Pos) token.Pos {
	file := p.pass.Fset.File(start)
	if file == nil || !pos.IsValid() {
		return pos
	}
	plain := p.plain[file]
	if plain == nil {
		plain = p.pass.Fset.AddFile(file.Name(), -1, file.Size())
		plain.SetLines(file.Lines())
		p.plain[file] = plain
	}
	return plain.Pos(max(0, min(int(pos)-file.Base(), file.Size())))
}

// place is the line of a position, and the one that a line directive claims for it.
type place struct{ own, claimed lineAt }

type lineAt struct {
	file   string
	number int
}

// lineOf returns the place of a position. A directive may stand between an ignore directive and
// what it is about, or before each of them.
func lineOf(fset *token.FileSet, pos token.Pos) place {
	own, at := fset.PositionFor(pos, false), fset.Position(pos)
	return place{lineAt{own.Filename, own.Line}, lineAt{at.Filename, at.Line}}
}

// covers reports whether a directive on the line is about what stands on another.
func (l lineAt) covers(other lineAt) bool {
	return l.file == other.file && l.file != "" &&
		(l.number == other.number || l.number == other.number-1)
}
