package model

import (
	"slices"
	"sync"
)

// loadPaths holds the import paths of the libraries that load environment or configuration.
var loadPaths = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, lib := range Libraries() {
		if slices.ContainsFunc(lib.Rows, func(r Row) bool { return r.Verb == Load }) {
			for _, p := range lib.Paths {
				m[p] = true
			}
		}
	}
	return m
})

// Loads reports whether a package that imports path can load settings for others.
func Loads(path string) bool { return loadPaths()[path] }
