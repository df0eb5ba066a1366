// Package gocmd runs the go command: in what environment, and what it says when it cannot do what
// is asked of it.
package gocmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
)

// Command says how the go command is run.
type Command struct {
	Tool string       // this program, which ends the go command when it ends
	Dir  string       // where it runs; "" for the current directory
	Env  []string     // its environment; nil for that of this process
	Vars []string     // variables that are added to the environment
	Temp string       // where the temporary files of go vet go
	Note func(string) // called with what is downloaded
}

// Installed returns an error where there is no go command.
func Installed() error {
	if _, err := exec.LookPath("go"); err != nil {
		return errors.New("there is no go command on PATH: install Go from https://go.dev/dl, or add its bin directory to PATH")
	}
	return nil
}

// Run runs the go command and returns what it writes to its standard output and error.
func (c Command) Run(ctx context.Context, args []string) (out, errs []byte, err error) {
	temp := ""
	if args[0] == "vet" {
		temp = c.Temp
	}
	cmd, err := process.Command(ctx, c.Tool, temp, "go", args...)
	if err != nil {
		return nil, nil, err
	}
	cmd.Dir, cmd.Env = c.Dir, c.Env
	if len(c.Vars) > 0 {
		cmd.Env = append(cmd.Environ(), c.Vars...)
	}
	var stdout bytes.Buffer
	stderr := notes{tell: c.Note}
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	return stdout.Bytes(), stderr.text.Bytes(), err
}

// ExitCode returns the exit code that an error of [Command.Run] has, 0 where it has none.
func ExitCode(err error) int {
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// Refusal is what the go command says when it loads nothing.
type Refusal string

// Error implements [error], in one line.
func (r Refusal) Error() string {
	text, _, _ := strings.Cut(OneLine(string(r)), " usage: go ")
	message, advice := Advise(strings.TrimPrefix(text, "go: "))
	if strings.Contains(text, "GOFLAGS") && advice == "" {
		return message + `: correct it; "go env GOFLAGS" shows it`
	}
	if advice != "" {
		message += "; " + advice
	}
	return message
}

// Failed turns a failure of the go command into an error of one line.
func Failed(err error, stderr []byte) error {
	if text := serious(string(stderr)); text != "" {
		return Refusal(text)
	}
	return fmt.Errorf("the go command failed: %w", err)
}

// serious leaves out what the go command says while nothing is wrong.
func serious(stderr string) string {
	var out strings.Builder
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "go: downloading ") &&
			!strings.HasPrefix(line, "go: finding ") {
			out.WriteString(line)
		}
	}
	return strings.TrimSpace(out.String())
}

// notes keeps what the go command writes to its standard error and tells of downloads while they
// happen. The buffer has a name: embedded, its ReadFrom would take all, and Write see nothing.
type notes struct {
	text bytes.Buffer
	tell func(string) // nil where nobody listens
}

// Write implements [io.Writer].
func (n *notes) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		if what, ok := strings.CutPrefix(line, "go: downloading "); ok && n.tell != nil {
			n.tell("downloading " + strings.TrimSpace(what))
		}
	}
	return n.text.Write(p)
}
