// Package exports reads of the export data of imported packages what a unit can need of it. Two
// fifths of a unit's time went into reading all of it:
//
//	import "net/http"                    // 64 types, 130 functions, 160 constants
//
//	http.Error(w, text, http.StatusGone) // what the unit mentions is read, and
//	                                     // what that refers to, and all constants
//
// The importer is the standard library's. It is handed data in which the list of objects is
// shorter, and what it does not look at is left out. Nothing else can be in the program: a package
// is known by what its source mentions, and by the types of that. Where the format of the data is
// not understood it is handed on as it is.
package exports

import (
	"bytes"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"

	_ "unsafe" // for go:linkname

	"golang.org/x/tools/go/analysis/unitchecker"
)

// makeTypesImporter is the variable in which unitchecker keeps how it imports, for others to set;
// it has no other name for it yet. TestUse fails when it is not there any more.
//
//go:linkname makeTypesImporter golang.org/x/tools/go/analysis/unitchecker.makeTypesImporter
var makeTypesImporter func(*unitchecker.Config, *token.FileSet) types.Importer

// Use makes unitchecker import by package exports. Of packages for which whole is true all
// is read: an analyzer looks for what it can suggest from them.
func Use(whole func(path string) bool) {
	other := makeTypesImporter
	makeTypesImporter = func(cfg *unitchecker.Config, fset *token.FileSet) types.Importer {
		names, ok := mentioned(cfg.GoFiles)
		if !ok || cfg.Compiler != "gc" {
			return other(cfg, fset)
		}
		c := cutter{cfg: cfg, names: names, whole: whole}
		c.in, c.out = make([]byte, 0, enough), make([]byte, 0, enough)
		imp := importer.ForCompiler(fset, cfg.Compiler, c.open)
		return importerFunc(func(importPath string) (*types.Package, error) {
			path, ok := cfg.ImportMap[importPath]
			if !ok {
				return nil, fmt.Errorf("cannot resolve import %q", importPath)
			}
			return imp.Import(path)
		})
	}
}

type importerFunc func(path string) (*types.Package, error)

// Import implements [types.Importer].
func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// enough is the space for most packages; what is not used of it costs nothing.
const enough = 1 << 20

// cutter hands out export data. One import follows the other, so it has one space for all of them.
type cutter struct {
	cfg   *unitchecker.Config
	names map[string]bool // that the unit mentions
	whole func(path string) bool

	in, out []byte
}

// open returns the export data of a package.
func (c *cutter) open(path string) (io.ReadCloser, error) {
	file, ok := c.cfg.PackageFile[path]
	if !ok {
		return nil, fmt.Errorf("no package file for %q", path)
	}
	var err error
	if c.in, err = readDefinition(c.in[:0], file); err != nil {
		return nil, err
	}
	data := c.in
	if !c.whole(path) {
		keep := c.keepTypes
		if c.cfg.Standard[path] {
			keep = c.keepMentioned
		}
		if cut, ok := cut(c.out[:0], c.in, keep); ok {
			data, c.out = cut, cut
		}
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

// keepMentioned keeps what the unit mentions, and constants: they are cheap, and one can be what
// an analyzer suggests in place of another.
func (c *cutter) keepMentioned(name []byte, kind int) bool {
	return kind == kindConst || c.names[string(name)]
}

// keepTypes keeps all types as well. Facts are about fields, and these are known by the types that
// a package declares.
func (c *cutter) keepTypes(name []byte, kind int) bool {
	return kind == kindType || kind == kindAlias || c.keepMentioned(name, kind)
}
