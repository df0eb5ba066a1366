package drive

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// entries is how many files and folders are looked at for other modules.
const entries = 50_000

// modulesBelow says where the modules below the current folder are, or else what
// to do when there are none.
func (c *Config) modulesBelow(otherwise string) string {
	root, err := filepath.Abs(c.Dir)
	if err != nil {
		return otherwise
	}
	var dirs []string
	n := 0
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch n++; {
		case n > entries:
			return fs.SkipAll
		case err != nil:
			return nil // what cannot be read is not looked into
		case d.IsDir() && path != root && apart(d.Name()):
			return fs.SkipDir
		case d.Name() == "go.mod" && !d.IsDir() && filepath.Dir(path) != root:
			if rel, err := filepath.Rel(root, filepath.Dir(path)); err == nil {
				dirs = append(dirs, "./"+filepath.ToSlash(rel))
			}
		}
		return nil
	})
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

// apart reports whether the go command does not look into a folder for packages
// that ./... is meant to match.
func apart(name string) bool {
	return name[0] == '.' || name[0] == '_' || name == "node_modules" ||
		name == "vendor" || name == "testdata"
}
