package load

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// entries is how many files and folders are looked at for other modules.
const entries = 50_000

// modulesBelow says where the modules below the current folder are, or else what
// to do when there are none.
func (m *Module) modulesBelow(otherwise string) string {
	root, err := filepath.Abs(m.Dir)
	if err != nil {
		return otherwise
	}
	var dirs []string
	found, _ := modules(root, entries)
	for _, dir := range found {
		if rel, err := filepath.Rel(root, dir); err == nil && dir != root {
			dirs = append(dirs, "./"+filepath.ToSlash(rel))
		}
	}
	if len(dirs) == 0 {
		return otherwise
	}
	const most = 5
	where := strings.Join(dirs[:min(most, len(dirs))], ", ")
	if len(dirs) > most {
		where += fmt.Sprintf(" and %d more", len(dirs)-most)
	}
	return fmt.Sprintf(`there are modules in %s: name one, as in "jwtvet -C %s"`, where, dirs[0])
}

// manyEntries is how many files and folders are looked at for all modules.
const manyEntries = 5_000_000

// Modules returns the folders of the modules in a folder and below it, sorted, without those in
// folders that the go command does not look into.
func Modules(dir string) ([]string, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.ReadDir(root); err != nil {
		return nil, fmt.Errorf(
			"cannot use directory %s (%w): give -C a directory that exists and can be read",
			dir, errors.Unwrap(err))
	}
	dirs, all := modules(root, manyEntries)
	switch {
	case !all:
		return nil, fmt.Errorf("there are more than %d files below %s: name a folder with -C",
			manyEntries, root)
	case len(dirs) == 0:
		return nil, fmt.Errorf("there is no go.mod in %s or below it", root)
	}
	return dirs, nil
}

// modules returns the folders of the modules in a folder and below it; all is false where there are
// more entries than those that are looked at.
func modules(root string, entries int) (dirs []string, all bool) {
	n := 0
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch n++; {
		case n > entries:
			return fs.SkipAll
		case err != nil:
			return nil // what cannot be read is not looked into
		case d.IsDir() && path != root && apart(d.Name()):
			return fs.SkipDir
		case d.Name() == "go.mod" && d.Type().IsRegular():
			dirs = append(dirs, filepath.Dir(path))
		}
		return nil
	})
	slices.Sort(dirs)
	return dirs, n <= entries
}

// apart reports whether the go command does not look into a folder for packages
// that ./... is meant to match.
func apart(name string) bool {
	return name[0] == '.' || name[0] == '_' || name == "node_modules" ||
		name == "vendor" || name == "testdata"
}
