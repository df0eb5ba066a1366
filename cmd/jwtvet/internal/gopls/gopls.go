// Package gopls builds a gopls that has the analyzers of jwtvet among its own, for editors, and
// tells whether one that was built is current.
package gopls

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
)

// Version is the release of gopls that is built. It needs go1.26; v0.24 would need go1.27.
const Version = "v0.23.0"

const (
	module  = "golang.org/x/tools/gopls"
	tools   = "golang.org/x/tools"
	jwtvet  = "github.com/jwtvet/jwtvet"
	program = "jwtvet-gopls"
)

// Tool is the path of this program, which holds the programs that it starts: they end when it
// does, with the compilers that they have started. With "" nobody does.
type Tool string

// Install builds gopls and puts it into file, or into jwtvet-gopls where go install puts programs
// when file is empty. It returns what it built.
func (t Tool) Install(ctx context.Context, file string) (*Build, error) {
	file, err := t.place(ctx, file)
	if err != nil {
		return nil, err
	}
	from, err := t.source(ctx)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", program+"-")
	if err != nil {
		return nil, fmt.Errorf("making a folder to build in: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := t.write(ctx, dir, from); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return nil, fmt.Errorf("making the folder of %s: %w", file, errors.Unwrap(err))
	}
	fresh := file + ".new" // beside the old one, so that it can take its place at once
	defer os.Remove(fresh)
	if _, err := t.run(ctx, dir, "go", "build", "-mod=mod", "-o", fresh, "."); err != nil {
		return nil, fmt.Errorf("building gopls %s: %w", Version, err)
	}
	if _, err := t.run(ctx, dir, fresh, "version"); err != nil {
		return nil, err
	}
	if err := os.Rename(fresh, file); err != nil {
		return nil, fmt.Errorf(
			"cannot replace %s (%w): close the editors that run it and try again",
			file, errors.Unwrap(err))
	}
	return read(file)
}

// place returns where gopls goes: file or, when that is empty, jwtvet-gopls in the folder
// where go install puts programs.
func (t Tool) place(ctx context.Context, file string) (string, error) {
	if file != "" {
		return filepath.Abs(file)
	}
	out, err := t.run(ctx, "", "go", "env", "GOBIN", "GOPATH", "GOEXE")
	if err != nil {
		return "", err
	}
	env := strings.Split(out, "\n")
	if len(env) < 3 {
		return "", fmt.Errorf("cannot read the output of go env: %q", out)
	}
	bin := env[0]
	if bin == "" {
		bin = filepath.Join(filepath.SplitList(env[1])[0], "bin")
	}
	return filepath.Join(bin, program+env[2]), nil
}

// run runs a command outside of any workspace and returns what it prints; an error has one line.
func (t Tool) run(ctx context.Context, dir, name string, args ...string) (string, error) {
	if _, err := exec.LookPath(name); errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("there is no go command on PATH: install Go from https://go.dev/dl, or add its bin directory to PATH")
	}
	cmd := exec.CommandContext(ctx, name, args...)
	if t != "" {
		var err error
		if cmd, err = process.Command(ctx, string(t), dir, name, args...); err != nil {
			return "", err
		}
	}
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", errors.New(cause(stderr.String(), err))
	}
	return stdout.String(), nil
}

// cause returns the first lines of an output that say what is wrong, as one.
func cause(output string, err error) string {
	var said []string
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "go: "))
		if line != "" && !strings.HasPrefix(line, "# ") &&
			!strings.HasPrefix(line, "downloading ") && len(said) < 3 {
			said = append(said, line)
		}
	}
	if said == nil {
		return err.Error()
	}
	return strings.Join(said, " ")
}
