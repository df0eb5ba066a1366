// Package shipped finds the pages and scripts that a Go package hands to browsers: embedded files, files of templates,
// served folders, string literals.
package shipped

import (
	"bytes"
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Limit is the size in bytes of the largest file that is read.
const Limit = 5 << 20

// File is a file that the package ships.
type File struct {
	Path string
	Kind Kind
	Data []byte    // nil for a file beyond the limit
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
	".html": Page, ".htm": Page, ".xhtml": Page, ".gohtml": Page, ".tmpl": Page, ".tpl": Page, ".gotmpl": Page, ".gotpl": Page, ".qtpl": Page,
	".templ": Templ,
}

// KindOf returns the kind of a file by its name.
func KindOf(name string) Kind {
	name = strings.ToLower(name)
	ext := filepath.Ext(name)
	kind := kinds[ext]
	if inner := kinds[filepath.Ext(strings.TrimSuffix(name, ext))]; kind == Page && inner == Script { // app.js.tmpl
		return Script
	}
	return kind
}

// Files returns the files that the package ships and that can hold a script, each once. Its own files are read with
// pass.ReadFile; to look at those that have nothing to do with it costs nothing else.
func Files(pass *analysis.Pass, files []*ast.File) []File {
	f := &finder{pass: pass, seen: map[string]bool{}}
	markup, ships := map[string]bool{}, map[string]bool{}
	for _, imp := range pass.Pkg.Imports() {
		markup[model.MarkupSource(imp.Path())] = true
		for _, name := range model.ServesFiles(imp.Path()) {
			ships["."+name+"("] = true
		}
	}
	delete(markup, "")
	for _, file := range files {
		dir := filepath.Dir(pass.Fset.File(file.FileStart).Name())
		for ext := range markup {
			f.matches(filepath.Join(dir, "*"+ext), file.Package)
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
	pass *analysis.Pass
	out  []File
	seen map[string]bool
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

// matches adds what a pattern matches, and tells whether it is anything.
func (f *finder) matches(pattern string, from token.Pos) bool {
	paths, _ := filepath.Glob(pattern) // a pattern that is none matches nothing when the program runs either
	for _, p := range paths {
		f.add(p, false, from)
	}
	return len(paths) > 0
}

// add reads a file, or those below a folder. all says that hidden ones count.
func (f *finder) add(path string, all bool, from token.Pos) {
	filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // what cannot be read is not shipped
		}
		if name := d.Name(); p != path && (!all && Hidden(name) || name == "node_modules") {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if kind := KindOf(p); kind != Other && !d.IsDir() {
			f.read(p, kind, from)
		}
		return nil
	})
}

// Hidden reports whether a file or folder below one that is shipped is not shipped with it, by its name.
func Hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") }

func (f *finder) read(path string, kind Kind, from token.Pos) {
	path = filepath.Clean(path)
	if f.seen[path] {
		return
	}
	f.seen[path] = true
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	file := File{Path: path, Kind: kind, From: from}
	if info.Size() <= Limit {
		if file.Data, err = os.ReadFile(path); err != nil {
			return
		}
	}
	f.out = append(f.out, file)
}

// embedded adds what the directives of a file embed.
func (f *finder) embedded(file *ast.File, dir string) {
	if !slices.ContainsFunc(file.Imports, func(imp *ast.ImportSpec) bool { return imp.Path.Value == `"embed"` }) {
		return
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			for _, pattern := range patterns(c.Text) {
				pattern, all := strings.CutPrefix(pattern, "all:")
				paths, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
				for _, p := range paths {
					f.add(p, all, c.Pos())
				}
			}
		}
	}
}
