// Package process starts programs that do not outlive the one that started them, whatever ends it:
// a signal that it handles, a signal that nobody can handle, a crash.
//
// The command starts itself once more as the holder of the program
//
//	jwtvet ── pipe ──> jwtvet (holder) ──> go vet ──> jwtvet (unit) ──> jwtvet (analysis)
//
// and keeps the write end of a pipe that nobody else has. When the pipe closes, the holder ends the
// process group at the head of which it has put the program, and removes the temporary files.
package process

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// Holder is the first argument of a program that is to call [Hold].
const Holder = "_hold"

// grace is how long a program may take to end when it is asked to.
const grace = 2 * time.Second

// Command returns a command that runs a program with all that it starts until ctx is done or this
// process is gone. self is a program that calls [Hold]. In temp, unless it is empty, the go
// command gets a folder for temporary files that goes when it does: it does not always remove
// them when it is interrupted.
func Command(ctx context.Context, self, temp, program string, args ...string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, self, append([]string{Holder, temp, program}, args...)...)
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	cmd.Cancel = pipe.Close
	cmd.WaitDelay = 2 * grace
	lead(cmd) // the terminal's signals are for the command, which knows what to do
	return cmd, nil
}

// Hold runs the program that args name, after the folder for temporary files, and returns
// its exit code. It ends the program and all that it has started when standard input
// ends, or when it gets a signal.
func Hold(args []string) int {
	if len(args) < 2 {
		return 2
	}
	signals := asked()
	aside()
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	lead(cmd)
	if args[0] != "" {
		if dir, err := os.MkdirTemp(args[0], "jwtvet-"); err == nil {
			// otherwise the go command says what is wrong
			defer os.RemoveAll(dir)
			cmd.Env = append(os.Environ(), "GOTMPDIR="+dir)
		}
	}
	if err := cmd.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 127
	}
	done, gone := make(chan error, 1), make(chan struct{})
	go func() { done <- cmd.Wait() }()
	go func() { io.Copy(io.Discard, os.Stdin); close(gone) }()
	select {
	case err := <-done:
		return code(err)
	case <-gone:
	case <-signals:
	}
	interrupt(cmd.Process)
	select {
	case <-done:
	case <-time.After(grace):
	}
	kill(cmd.Process)
	return 1
}

// code returns the exit code of what a program's end is, and says what ended it
// when that was not the program.
func code(err error) int {
	exit := (*exec.ExitError)(nil)
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit) && exit.ExitCode() >= 0:
		return exit.ExitCode()
	}
	fmt.Fprintf(os.Stderr, "the go command was ended from outside (%v): run it again\n", err)
	return 1
}

// EndWithInput makes this process end when its standard input does, which its parent keeps open.
func EndWithInput() {
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(1)
	}()
}
