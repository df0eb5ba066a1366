// Package shipped finds the pages and scripts that a Go package hands to browsers: embedded files,
// files of templates, served folders, string literals.
package shipped

import (
	"bytes"
	"errors"
	"go/ast"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Limit is the size in bytes of the largest file that is read.
const Limit = 5 << 20

// File is a file that the package ships.
type File struct {
	Path string
	Kind Kind
	Data []byte    // nil for a file beyond a bound
	From token.Pos // what in the package ships it
}

// Kind says how a file is written.
type Kind int

// Kinds of files.
const (
	Other Kind = iota
	Script
	Page
	Templ // Go and markup in one
)

// kinds maps the ends of file names.
var kinds = map[string]Kind{
	".js": Script, ".mjs": Script, ".cjs": Script, ".jsx": Script,
	".html": Page, ".htm": Page, ".xhtml": Page, ".gohtml": Page, ".tmpl": Page, ".tpl": Page,
	".gotmpl": Page, ".gotpl": Page, ".qtpl": Page,
	".templ": Templ,
}

// KindOf returns the kind of a file by its name.
func KindOf(name string) Kind {
	name = strings.ToLower(name)
	ext := filepath.Ext(name)
	kind := kinds[ext]
	if inner := kinds[filepath.Ext(strings.TrimSuffix(name, ext))]; kind == Page &&
		inner == Script { // app.js.tmpl
		return Script
	}
	return kind
}

// Files returns the files that the package ships and that can hold a script, each once. Its own
// files are read with pass.ReadFile; to look at those that have nothing to do with it costs
// nothing else.
func Files(pass *analysis.Pass, sources []*ast.File) []File {
	f := &finder{pass: pass, seen: map[string]bool{}}
	markup, ships := map[string]bool{}, map[string]bool{}
	for _, imp := range pass.Pkg.Imports() {
		markup[model.MarkupSource(imp.Path())] = true
		for _, name := range model.ServesFiles(imp.Path()) {
			ships["."+name+"("] = true
		}
	}
	delete(markup, "")
	for _, file := range sources {
		dir := filepath.Dir(files.Written(pass.Fset, file.Package))
		for _, ext := range slices.Sorted(maps.Keys(markup)) {
			f.matches(dir, "*"+ext, func(path string) { f.add(path, false, file.Package) })
		}
		f.embedded(file, dir)
		if len(ships) > 0 && f.calls(file, ships) {
			f.parsed(file, dir)
		}
	}
	return f.out
}

// finder collects files; seen holds those that were looked at.
type finder struct {
	pass    *analysis.Pass
	out     []File
	seen    map[string]bool
	entries int   // looked at
	bytes   int64 // read
}

// calls reports whether the text of a file has a call of one of the names.
func (f *finder) calls(file *ast.File, names map[string]bool) bool {
	data, err := files.Read(f.pass, f.pass.Fset.File(file.FileStart).Name())
	if err != nil {
		return true
	}
	for name := range names {
		if bytes.Contains(data, []byte(name)) {
			return true
		}
	}
	return false
}

// add reads a file, or those below a folder. all says that hidden ones count.
func (f *finder) add(path string, all bool, from token.Pos) {
	f.below(path, all, func(path string) {
		if kind := KindOf(path); kind != Other {
			f.read(path, kind, from)
		}
	})
}

func (f *finder) read(path string, kind Kind, from token.Pos) {
	path = filepath.Clean(path)
	if f.seen[path] {
		return
	}
	f.seen[path] = true
	data, err := regular.Read(path, min(Limit, maxBytes-f.bytes))
	if err != nil && !errors.Is(err, regular.ErrLarge) {
		return
	}
	f.bytes += int64(len(data))
	f.out = append(f.out, File{Path: path, Kind: kind, Data: data, From: from})
}

// embedded adds what the directives of a file embed.
func (f *finder) embedded(file *ast.File, dir string) {
	if !slices.ContainsFunc(file.Imports, func(imp *ast.ImportSpec) bool {
		return imp.Path.Value == `"embed"`
	}) {
		return
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			for _, pattern := range patterns(c.Text) {
				pattern, all := strings.CutPrefix(pattern, "all:")
				// others do not compile
				if pattern = filepath.FromSlash(pattern); filepath.IsLocal(pattern) {
					f.matches(dir, pattern, func(path string) { f.add(path, all, c.Pos()) })
				}
			}
		}
	}
}
