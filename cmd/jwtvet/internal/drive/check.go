package drive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
)

// Check looks for what would make the go command fail in a way that is hard to read, and finds out
// where the module is. [Run] does so where nobody has.
func (c *Config) Check(ctx context.Context) error {
	if _, err := exec.LookPath("go"); err != nil {
		return errors.New("there is no go command on PATH: install Go from https://go.dev/dl, or add its bin directory to PATH")
	}
	if c.Dir != "" {
		if _, err := os.ReadDir(c.Dir); err != nil {
			return fmt.Errorf(
				"cannot use directory %s (%w): give -C a directory that exists and can be read",
				c.Dir, errors.Unwrap(err))
		}
	}
	if err := regularAbove(c.Dir); err != nil {
		return err
	}
	names := []string{
		"GOMOD", "GOWORK", "GOVERSION", "GOCACHE", "GOTMPDIR", "GOFLAGS", "GOMODCACHE",
	}
	out, errs, err := c.run(ctx, append([]string{"env", "-json"}, names...))
	if err != nil {
		return failed(err, errs)
	}
	var env goEnv
	if err := json.Unmarshal(out, &env); err != nil {
		return fmt.Errorf("cannot read the output of go env: %w", err)
	}
	if env.GOMOD == os.DevNull && (env.GOWORK == "" || env.GOWORK == "off") {
		todo := c.modulesBelow("go to a module's directory, or name it with -C")
		return fmt.Errorf("there is no go.mod in %s or above it: %s", c.where(), todo)
	}
	c.mod, c.work, c.temp = env.GOMOD, env.GOWORK, env.temp()
	c.goversion, c.goflags, c.modcache = env.GOVERSION, env.GOFLAGS, env.GOMODCACHE
	for _, dir := range c.sources() {
		if err := regularBelow(dir, c.namesUnmatched()); err != nil {
			return err
		}
	}
	if err := skew(runtime.Version(), env.GOVERSION); err != nil {
		return err
	}
	return env.check()
}

// Roots returns the folders that settings can be in, the nearest first: that of the module, that of
// the workspace. It returns nothing before [Config.Check].
func (c *Config) Roots() []string {
	var dirs []string
	for _, file := range []string{c.mod, c.work} {
		if filepath.IsAbs(file) && file != os.DevNull { // otherwise there is none, or it is off
			dirs = append(dirs, filepath.Dir(file))
		}
	}
	return dirs
}

// skew refuses to go on when the tool was built with an older Go than the one
// that compiles the packages.
func skew(built, used string) error {
	if b, u := version.Lang(built), version.Lang(used); b != "" && u != "" &&
		version.Compare(b, u) < 0 {
		return errors.New(gate.Older(built, used))
	}
	return nil
}

func (c *Config) where() string {
	if c.Dir != "" {
		return c.Dir
	}
	if dir, err := os.Getwd(); err == nil {
		return dir
	}
	return "the current directory"
}
