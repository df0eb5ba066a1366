package drive

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
)

// run runs the go command and returns what it writes to its standard output and error.
func (c *Config) run(ctx context.Context, args []string) (out, errs []byte, err error) {
	temp := ""
	if args[0] == "vet" {
		temp = c.temp
	}
	cmd, err := process.Command(ctx, c.Tool, temp, "go", args...)
	if err != nil {
		return nil, nil, err
	}
	cmd.Dir, cmd.Env = c.Dir, c.Env
	if c.workfile != "" {
		cmd.Env = append(cmd.Environ(), "GOWORK="+c.workfile)
	}
	if args[0] == "vet" && c.watched {
		cmd.Env = append(cmd.Environ(), unit.WatchVar+"=1")
	}
	var stdout bytes.Buffer
	stderr := notes{tell: c.Note}
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	return stdout.Bytes(), stderr.Bytes(), err
}

// refusal is what the go command says when it loads nothing.
type refusal string

// Error implements [error], in one line.
func (r refusal) Error() string {
	text, _, _ := strings.Cut(oneLine(string(r)), " usage: go ")
	message, advice := advise(strings.TrimPrefix(text, "go: "))
	if strings.Contains(text, "GOFLAGS") && advice == "" {
		return message + `: correct it; "go env GOFLAGS" shows it`
	}
	if advice != "" {
		message += "; " + advice
	}
	return message
}

// failed turns a failure of the go command into an error of one line.
func failed(err error, stderr []byte) error {
	if text := serious(string(stderr)); text != "" {
		return refusal(text)
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

// notes keeps what the go command writes to its standard error and tells of
// downloads while they happen.
type notes struct {
	bytes.Buffer
	tell func(string)
}

// Write implements [io.Writer].
func (n *notes) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		if what, ok := strings.CutPrefix(line, "go: downloading "); ok {
			n.tell("downloading " + strings.TrimSpace(what))
		}
	}
	return n.Buffer.Write(p)
}
