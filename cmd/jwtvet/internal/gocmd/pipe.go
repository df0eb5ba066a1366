package gocmd

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// compiled are the ends of the names of files that the go command opens to see
// whether they belong to a package.
var compiled = []string{
	".go", ".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".m", ".s", ".S", ".sx", ".f",
	".F", ".for", ".f90", ".swig", ".swigcxx",
}

// ofModule are the names of files that the go command opens to see what a module is.
var ofModule = []string{"go.mod", "go.sum", "go.work", "go.work.sum", "modules.txt"}

// RegularBelow returns an error for a pipe or a device where the go command expects a file: it
// opens that and waits forever. It does not look into other modules, nor, unless they are named,
// into folders that ./... leaves out.
func RegularBelow(dir string, named bool) (err error) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, walkErr error) error {
		switch {
		case walkErr != nil: // the go command says why
		case d.IsDir():
			if path != dir && (!named && unmatched(d.Name()) ||
				exists(filepath.Join(path, "go.mod"))) {
				return fs.SkipDir
			}
		case !d.Type().IsRegular() &&
			(slices.Contains(compiled, filepath.Ext(path)) || slices.Contains(ofModule, d.Name())):
			if err = regularFile(path); err != nil {
				return fs.SkipAll
			}
		}
		return nil
	})
	return err
}

// unmatched reports whether the go command looks into a folder only when a pattern names it.
func unmatched(name string) bool {
	return strings.HasPrefix(name, ".") && strings.Trim(name, ".") != "" ||
		strings.HasPrefix(name, "_") || name == "testdata"
}

// NamesUnmatched reports whether one of the patterns names such a folder, by its path or its import
// path.
func NamesUnmatched(patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		return slices.ContainsFunc(strings.Split(filepath.ToSlash(pattern), "/"), unmatched)
	})
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// RegularAbove is [RegularBelow] for the files that say of a folder which module it is in.
func RegularAbove(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	for {
		for _, name := range ofModule {
			if err := regularFile(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
		up := filepath.Dir(dir)
		if up == dir {
			return nil
		}
		dir = up
	}
}

func regularFile(path string) error {
	info, err := os.Stat(path)
	if err != nil || info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice|fs.ModeSocket) == 0 {
		return nil
	}
	if null, err := os.Stat(os.DevNull); err == nil && os.SameFile(info, null) {
		return nil // a file that is empty
	}
	return fmt.Errorf(
		"%s is a pipe or a device, for which the go command would wait forever: remove it", path)
}
