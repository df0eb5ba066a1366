package drive

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/jwtvet/jwtvet/analyzers"
)

// RequestFlag is a flag of the vet tool that means nothing to it. The go command keeps what the tool says of a package
// under the flags it was given, and since go1.26 it does not tell whether that was asked for or only needed for another
// package: one answer then stands for the other, and reports are lost. Nor does it know of the templates and scripts that
// a program reads when it runs. Another request, or another state of these files, gets another flag.
const RequestFlag = "request"

// request returns the flag for packages: the same for the same request at the same place.
func (c *Config) request(patterns []string) string {
	h := sha256.New()
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		dir = c.Dir
	}
	fmt.Fprintf(h, "%q %q %q %q\n", dir, c.mod, c.work, patterns)
	if f, err := os.Open(c.work); err == nil { // says which modules ./... goes over
		defer f.Close()
		io.Copy(h, f)
		analyzers.Inputs(filepath.Dir(c.work), time.Now(), h)
	} else {
		analyzers.Inputs(filepath.Dir(c.mod), time.Now(), h)
	}
	return fmt.Sprintf("-%s=%x", RequestFlag, h.Sum(nil)[:6])
}
