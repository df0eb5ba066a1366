package drive

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"time"

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
func (r *run) request(patterns []string) string {
	h := sha256.New()
	dir, err := filepath.Abs(r.loader.Dir)
	if err != nil {
		dir = r.loader.Dir
	}
	mod, work := r.loader.Files()
	fmt.Fprintf(h, "%q %q %q %q %x\n", dir, mod, work, patterns, r.inputs())
	return fmt.Sprintf("-%s=%x", RequestFlag, h.Sum(nil)[:6])
}

// state returns a digest of what reports depend on besides Go files.
func (r *run) state() []byte {
	h := sha256.New()
	_, work := r.loader.Files()
	if data, err := regular.Read(work, regular.Limit); err == nil {
		// says which modules there are
		h.Write(data)
	}
	analyzers.Inputs(r.loader.Sources(), r.loader.TestImports, time.Now(), h)
	return h.Sum(nil)
}
