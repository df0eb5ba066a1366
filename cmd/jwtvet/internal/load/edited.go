package load

import (
	"context"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// This file answers what somebody asks who edits files of the module.

// Owns reports whether a file is part of the modules that are worked on. What lies in a folder
// called vendor, or in the module cache, is a copy of something else.
func (m *Module) Owns(file string) bool {
	below := func(dir string) (string, bool) {
		rel, err := filepath.Rel(resolved(dir), resolved(file))
		return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
	}
	if _, cached := below(m.modcache); cached && m.modcache != "" {
		return false
	}
	for _, dir := range m.Sources() {
		if rel, ok := below(dir); ok && !strings.Contains("/"+rel, "/vendor/") {
			return true
		}
	}
	return false
}

// PackageName returns a function that finds the name of a package, which an import need not tell.
func (m *Module) PackageName(ctx context.Context) func(importPath string) string {
	names := map[string]string{}
	return func(importPath string) string {
		name, ok := names[importPath]
		if !ok {
			name = guess(importPath)
			if first, _, _ := strings.Cut(importPath, "/"); strings.Contains(first, ".") {
				out, _, err := m.command().Run(ctx, append(append([]string{"list", "-e", "-find", "-f",
					"{{.Name}}"}, m.tagFlags()...), "--", importPath))
				if said := strings.TrimSpace(string(out)); err == nil && said != "" {
					name = said
				}
			}
			names[importPath] = name
		}
		return name
	}
}

// guess returns the name that a package has by custom: the last part of its path without a version.
func guess(importPath string) string {
	base := path.Base(importPath)
	if regexp.MustCompile(`^v\d+$`).MatchString(base) {
		base = path.Base(path.Dir(importPath))
	}
	return regexp.MustCompile(`\.v\d+$`).ReplaceAllString(base, "")
}
