package jwtsecret

import (
	"os"
	"path/filepath"
	"strings"
)

// privateKeyFile reports whether the module keeps a file with a private key under the relative path.
func (c *check) privateKeyFile(path string) bool {
	if filepath.IsAbs(path) || path == "" {
		return false
	}
	for _, dir := range c.dirs() {
		if data, err := os.ReadFile(filepath.Join(dir, path)); err == nil && strings.Contains(string(data), "PRIVATE KEY-----") {
			return true
		}
	}
	return false
}

// dirs returns the folder of the package and those above it, up to the root of the module.
func (c *check) dirs() []string {
	if len(c.Files) == 0 {
		return nil
	}
	var out []string
	dir := filepath.Dir(c.Fset.Position(c.Files[0].Pos()).Filename)
	for {
		out = append(out, dir)
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || dir == filepath.Dir(dir) {
			return out
		}
		dir = filepath.Dir(dir)
	}
}
