package loads

// This file looks for tests of exposed variables in the files that a program does not have: those
// of the other programs of its module. A tool for the database that imports what signs needs no
// test, where the server has one:
//
//	if config.Secret == "" {}
//	if len(config.Secret) < 32 {}
//	flag.StringVar(&config.Secret, ...)
//	for _, name := range []string{"JWT_SECRET"} {}

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// maxVisited is how many files and folders of a module are looked at; in a larger one nothing is
// known.
const maxVisited = 1 << 14

// aside are the folders that hold no packages of the module.
var aside = []string{".git", "node_modules", "vendor", "testdata"}

// Untouched returns the exposed variables of a list that no file of the module seems to test or
// set, judged by its text; the packages that declare them have said what they do.
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
				out = slices.DeleteFunc(out, func(e Exposed) bool {
					return filepath.Dir(e.Path(pass)) != filepath.Dir(path) && touches(data, e)
				})
			}
		}
		return nil
	})
	if left < 0 {
		return nil
	}
	return out
}

// touches reports whether a text compares or sets a variable of another package, takes its address
// or has the name of its setting.
func touches(src []byte, e Exposed) bool {
	for setting := range strings.SplitSeq(e.Setting, "\n") {
		if setting != "" && bytes.Contains(src, []byte(`"`+setting+`"`)) {
			return true
		}
	}
	dotted := []byte("." + e.Name)
	for {
		before, after, found := bytes.Cut(src, dotted)
		if !found {
			return false
		}
		src = after
		operand := bytes.TrimRight(before[max(0, len(before)-64):], wordBytes)
		next := bytes.TrimLeft(after, " )")
		if bytes.HasSuffix(operand, []byte("&")) || bytes.HasSuffix(operand, []byte("len(")) ||
			bytes.HasSuffix(operand, []byte("switch ")) ||
			len(next) > 1 && bytes.ContainsRune([]byte("=!<>"), rune(next[0])) {
			return true
		}
	}
}

const wordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
