package loads

// This file looks for the files that loads mean, as the module has them:
//
//	config/config.yaml  // from the folder of the package, or one above it up to the module
//	cmd/api/config.yaml // or from that of the program that the load is part of

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
)

// File is a settings file of the module that the program reads.
type File struct {
	Path string
	Keys []Key    // that may be in it
	At   ast.Node // where this package reads it, nil where another does
}

// folder returns the folder of the package, from that of the module.
func (k *Known) folder() string {
	rel, err := filepath.Rel(k.root, k.dir)
	if err != nil {
		return "."
	}
	return filepath.ToSlash(rel)
}

// Files returns the settings files for which this package is the first to know that the program
// reads them and that some setting is a JWT key. A program also knows its own folder.
func (k *Known) Files() []File {
	all := k.all()
	var out []File
	for _, l := range all.Loads {
		_, own := k.at[l]
		if l.Module != k.module || !own && k.module == "" || len(all.Keys) == 0 {
			continue
		}
		above := files.Above(filepath.Join(k.root, filepath.FromSlash(l.Dir)))
		if keys := k.unjoined(l, all.Keys); len(keys) > 0 {
			out = k.put(out, l, above, keys)
		}
		if k.main {
			beside := slices.DeleteFunc(files.Above(k.dir), func(dir string) bool {
				return slices.Contains(above, dir)
			})
			out = k.put(out, l, beside, all.Keys)
		}
	}
	return out
}

// unjoined returns the keys that no import knows together with a load.
func (k *Known) unjoined(l Load, keys []Key) []Key {
	return slices.DeleteFunc(slices.Clone(keys), func(key Key) bool {
		return slices.ContainsFunc(k.imported, func(f *Fact) bool {
			return slices.Contains(f.Loads, l) && slices.Contains(f.Keys, key)
		})
	})
}

// put adds the files that a load means in the first folder that has any.
func (k *Known) put(out []File, l Load, dirs []string, keys []Key) []File {
	for _, dir := range dirs {
		found := k.matches(dir, l)
		for _, name := range found {
			i := slices.IndexFunc(out, func(f File) bool { return f.Path == name })
			if i < 0 {
				i, out = len(out), append(out, File{Path: name, At: k.at[l]})
			}
			for _, key := range keys {
				if !slices.Contains(out[i].Keys, key) {
					out[i].Keys = append(out[i].Keys, key)
				}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	return out
}

// matches returns the files below a folder that a load means. What shows which settings there are
// counts only where it is loaded by that name, and what has the settings of tests never does.
func (k *Known) matches(dir string, l Load) []string {
	var out []string
	patterns := l.patterns()
	if l.Var != "" {
		patterns = k.runs.given(l.Var)
	}
	for _, pattern := range patterns {
		full := filepath.Join(dir, filepath.FromSlash(pattern))
		if rel, err := filepath.Rel(k.root, full); err != nil || !filepath.IsLocal(rel) ||
			slices.Contains(strings.Split(filepath.ToSlash(rel), "/"), "testdata") {
			continue
		}
		found := []string{full}
		star := strings.Contains(pattern, "*")
		if star {
			found, _ = filepath.Glob(full)
		}
		for _, name := range found {
			base := filepath.Base(name)
			if len(out) < maxFiles && !(star && settings.Sample(base)) && !settings.ForTests(base) &&
				isFile(name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// maxFiles is how many files of one load are read.
const maxFiles = 32

// patterns returns the paths of a load with the ends of names that libraries know.
func (l Load) patterns() []string {
	if !l.Base {
		return []string{l.Path}
	}
	var out []string
	if isSettings(l.Path) { // SetConfigName(".env")
		out = append(out, l.Path)
	}
	for _, ext := range settings.Extensions() {
		out = append(out, l.Path+"."+ext)
	}
	return out
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
