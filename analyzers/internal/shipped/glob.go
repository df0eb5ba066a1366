package shipped

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// This file finds what a pattern or a folder of the program holds, within bounds: a link that
// leads to a folder above itself makes as many ways as a pattern has stars, and a folder that is
// served may be a disk.

// Bounds of what is looked at and read for one package. What lies beyond is not analysed.
const (
	maxEntries = 1 << 16
	maxBytes   = 256 << 20
)

// matches adds what a pattern below a folder matches, and tells whether it is anything.
func (f *finder) matches(dir, pattern string, add func(path string)) bool {
	found := []string{dir} // its own name is no pattern
	for _, elem := range strings.Split(filepath.Clean(pattern), string(filepath.Separator)) {
		var next []string
		for _, dir := range found {
			next = append(next, f.elements(dir, elem)...)
		}
		found = next
	}
	for _, path := range found {
		add(path)
	}
	return len(found) > 0
}

// elements returns the paths of a folder whose last element a pattern matches. One that is no
// pattern matches nothing when the program runs either.
func (f *finder) elements(dir, pattern string) []string {
	if !strings.ContainsAny(pattern, `*?[\`) {
		path := filepath.Join(dir, pattern)
		if _, err := os.Lstat(path); err != nil || !f.look() {
			return nil
		}
		return []string{path}
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil
	}
	entries, _ := os.ReadDir(dir)
	var out []string
	for _, e := range entries {
		if !f.look() {
			break
		}
		if ok, _ := filepath.Match(pattern, e.Name()); ok {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// look counts what is looked at, and reports whether that was within the bound.
func (f *finder) look() bool {
	f.entries++
	return f.entries <= maxEntries
}

// below calls add for the files below a path, or for the one that it is. It follows no links to
// folders. all says that hidden ones count.
func (f *finder) below(path string, all bool, add func(path string)) {
	filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		name := filepath.Base(p)
		switch {
		case !f.look():
			return fs.SkipAll
		case err != nil: // what cannot be read is not shipped
			return nil
		case p != path &&
			(!all && Hidden(name) || slices.Contains([]string{"node_modules", ".git"}, name)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir():
			add(p)
		}
		return nil
	})
}

// Hidden reports whether a file or folder below one that is shipped is not shipped with it, by its
// name.
func Hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}
