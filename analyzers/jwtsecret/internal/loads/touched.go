package loads

// This file looks for tests of exposed variables in the files that a program does not have: those
// of the other programs of its module. A tool for the database that imports what signs needs no
// test, where the server has one:
//
//	if config.Secret == "" {}
//
// Whoever keeps answers asks [files.Touches] too, to know when they do not hold any more.

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// maxVisited is how many files and folders of a module are looked at; in a larger one nothing is
// known.
const maxVisited = 1 << 14

// aside are the folders that hold no packages of the module.
var aside = []string{".git", "node_modules", "vendor", "testdata"}

// Untouched returns the exposed variables of a list that no program of the module seems to test or
// set, judged by its text; the packages that it imports have said what they do.
func (k *Known) Untouched(pass *analysis.Pass, list []Exposed) []Exposed {
	left, out := maxVisited, slices.Clone(list)
	filepath.WalkDir(k.root, func(path string, d fs.DirEntry, err error) error {
		if left--; left < 0 || len(out) == 0 {
			return fs.SkipAll
		}
		switch {
		case err != nil: // what cannot be read is no part of the module
		case d.IsDir() && path != k.root && slices.Contains(aside, d.Name()):
			return fs.SkipDir
		case d.Type().IsRegular() && strings.HasSuffix(path, ".go") &&
			!strings.HasSuffix(path, "_test.go"):
			if data, err := regular.Read(path, regular.Limit); err == nil {
				touched := files.Touches(data)
				out = slices.DeleteFunc(out, func(e Exposed) bool { return e.among(touched) })
			}
		}
		return nil
	})
	if left < 0 {
		return nil
	}
	return out
}

// among reports whether what a program touches has a variable or the name of its setting.
func (e Exposed) among(touched []string) bool {
	return e.Name != "" && slices.Contains(touched, "."+e.Name) ||
		slices.ContainsFunc(strings.Split(e.Setting, "\n"), func(setting string) bool {
			return slices.Contains(touched, `"`+setting+`"`)
		})
}
