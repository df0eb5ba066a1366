package drive

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// RequestFlag is a flag of the vet tool that means nothing to it. The go command keeps what the
// tool says of a package under the flags it was given, and since go1.26 it does not tell whether
// that was asked for or only needed for another package: one answer then stands for the other, and
// reports are lost. Nor does it know of the templates and scripts that a program reads when it
// runs. Another request, or another state of these files, gets another flag.
const RequestFlag = "request"

// request returns the flag for packages: the same for the same request at the same place.
func (c *Config) request(patterns []string) string {
	h := sha256.New()
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		dir = c.Dir
	}
	fmt.Fprintf(h, "%q %q %q %q %x\n", dir, c.mod, c.work, patterns, c.inputs())
	return fmt.Sprintf("-%s=%x", RequestFlag, h.Sum(nil)[:6])
}

// state returns a digest of what reports depend on besides Go files.
func (c *Config) state() []byte {
	h := sha256.New()
	if data, err := regular.Read(c.work, regular.Limit); err == nil {
		// says which modules there are
		h.Write(data)
	}
	analyzers.Inputs(c.sources(), c.TestImports, time.Now(), h)
	return h.Sum(nil)
}

// sources returns the folders of the modules that are worked on, and of those in their
// place that a pattern can name.
func (c *Config) sources() []string {
	// not that of go.work, which may be a home folder: paths mean what is in the module
	var dirs []string
	if filepath.IsAbs(c.mod) && c.mod != os.DevNull {
		dirs = append(dirs, filepath.Dir(c.mod))
	}
	_, members := c.members()
	for _, m := range members {
		dirs = append(dirs, m.dir)
	}
	if len(dirs) == 0 { // GO111MODULE=off
		dirs = append(dirs, c.where())
	}
	if !slices.ContainsFunc(c.Patterns, func(p string) bool { return !strings.HasPrefix(p, ".") }) {
		return dirs
	}
	data, err := regular.Read(c.mod, regular.Limit)
	if err != nil {
		return dirs
	}
	mod, err := modfile.Parse(c.mod, data, nil)
	if err != nil {
		return dirs
	}
	for _, r := range mod.Replace {
		if modfile.IsDirectoryPath(r.New.Path) {
			dirs = append(dirs, within(filepath.Dir(c.mod), r.New.Path))
		}
	}
	return dirs
}
