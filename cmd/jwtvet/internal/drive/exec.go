package drive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
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
	var stdout bytes.Buffer
	stderr := notes{tell: c.Note}
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	return stdout.Bytes(), stderr.Bytes(), err
}

// failed turns a failure of the go command into an error of one line.
func failed(err error, stderr []byte) error {
	text, _, _ := strings.Cut(oneLine(string(stderr)), " usage: go ")
	if text != "" && strings.Contains(text, "GOFLAGS") {
		text += `: correct it; "go env GOFLAGS" shows it`
	}
	if text != "" {
		return errors.New(strings.TrimPrefix(text, "go: "))
	}
	return fmt.Errorf("the go command failed: %w", err)
}

// notes keeps what the go command writes to its standard error and tells of downloads while they happen.
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
