package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Repository returns the folder of the repository that a folder is in, the folder itself where it
// is in none.
func Repository(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	for up := abs; ; up = filepath.Dir(up) {
		if _, err := os.Lstat(filepath.Join(up, ".git")); err == nil {
			return up
		}
		if filepath.Dir(up) == up {
			return abs
		}
	}
}

// Example reports whether a file shows how to use a program and is no part of it. Its name is
// relative.
func Example(file string) bool {
	dirs := strings.Split(filepath.ToSlash(filepath.Dir(file)), "/")
	return !filepath.IsAbs(file) && slices.ContainsFunc(dirs, func(d string) bool {
		return slices.Contains([]string{"example", "examples", "_examples", "doc", "docs"}, d)
	})
}
