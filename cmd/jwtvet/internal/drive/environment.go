package drive

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// goEnv is the part of the go command's environment that a run depends on, as go env -json has it.
type goEnv struct {
	GOMOD, GOWORK, GOVERSION   string
	GOCACHE, GOTMPDIR, GOFLAGS string
	GOMODCACHE                 string
}

// check looks for what go vet would say in the name of a package, or would not say at all.
func (e *goEnv) check() error {
	for _, f := range fields(e.GOFLAGS) {
		name, value, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if slices.Contains([]string{"n", "x", "fix", "diff"}, name) &&
			value != "false" && value != "0" {
			return fmt.Errorf(
				"GOFLAGS has -%s, with which go vet does not report: take it out of GOFLAGS", name)
		}
	}
	const cache = "set GOCACHE to the absolute path of a folder that can be written"
	if e.GOCACHE == "off" || e.GOCACHE == "" { // also when it is relative, or has no place
		was := cmp.Or(os.Getenv("GOCACHE"), "not set, nor is there a home directory")
		return errors.New("go vet needs a build cache, and GOCACHE is " + was + ": " + cache)
	}
	for _, part := range []string{"00", "ff"} {
		// which the go command makes too; what is in it can be read-only
		if err := os.MkdirAll(filepath.Join(e.GOCACHE, part), 0o777); err != nil {
			return fmt.Errorf("cannot use the build cache %s (%w): %s",
				e.GOCACHE, bareError(err), cache)
		}
	}
	f, err := os.CreateTemp(e.temp(), "jwtvet-")
	if err != nil {
		name := "TMPDIR"
		if e.GOTMPDIR != "" {
			name = "GOTMPDIR"
		}
		return fmt.Errorf(
			"cannot write temporary files to %s (%w): set %s to a folder that can be written",
			e.temp(), bareError(err), name)
	}
	f.Close()
	return os.Remove(f.Name())
}

// temp returns where temporary files go.
func (e *goEnv) temp() string { return cmp.Or(e.GOTMPDIR, os.TempDir()) }

// bareError returns what is wrong with a file without its name.
func bareError(err error) error {
	if bare := errors.Unwrap(err); bare != nil {
		return bare
	}
	return err
}

// fields splits GOFLAGS as the go command does: a flag that begins with a
// quote goes up to the next one.
func fields(s string) (list []string) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		end := " \t\r\n"
		if s[0] == '"' || s[0] == '\'' {
			s, end = s[1:], s[:1]
		}
		i := strings.IndexAny(s, end)
		if i < 0 {
			return append(list, s)
		}
		list, s = append(list, s[:i]), s[i+1:]
	}
	return list
}
