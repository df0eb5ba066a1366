package gocmd

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Environment is the part of the go command's environment that a run depends on, as go env -json
// has it.
type Environment struct {
	GOMOD, GOWORK, GOVERSION   string
	GOCACHE, GOTMPDIR, GOFLAGS string
	GOMODCACHE                 string
}

// names are the fields of [Environment].
var names = []string{
	"GOMOD", "GOWORK", "GOVERSION", "GOCACHE", "GOTMPDIR", "GOFLAGS", "GOMODCACHE",
}

// Environment asks the go command for its environment.
func (c Command) Environment(ctx context.Context) (e Environment, err error) {
	out, errs, err := c.Run(ctx, append([]string{"env", "-json"}, names...))
	if err != nil {
		return e, Failed(err, errs)
	}
	if err := json.Unmarshal(out, &e); err != nil {
		return e, fmt.Errorf("cannot read the output of go env: %w", err)
	}
	return e, nil
}

// Check looks for what go vet would say in the name of a package, or would not say at all.
func (e *Environment) Check() error {
	for _, f := range Fields(e.GOFLAGS) {
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
	f, err := os.CreateTemp(e.Temp(), "jwtvet-")
	if err != nil {
		name := "TMPDIR"
		if e.GOTMPDIR != "" {
			name = "GOTMPDIR"
		}
		return fmt.Errorf(
			"cannot write temporary files to %s (%w): set %s to a folder that can be written",
			e.Temp(), bareError(err), name)
	}
	f.Close()
	return os.Remove(f.Name())
}

// Temp returns where temporary files go.
func (e *Environment) Temp() string { return cmp.Or(e.GOTMPDIR, os.TempDir()) }

// bareError returns what is wrong with a file without its name.
func bareError(err error) error {
	if bare := errors.Unwrap(err); bare != nil {
		return bare
	}
	return err
}

// Fields splits GOFLAGS as the go command does: a flag that begins with a
// quote goes up to the next one.
func Fields(s string) (list []string) {
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
