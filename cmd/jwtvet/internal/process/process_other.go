//go:build !unix

package process

import (
	"os"
	"os/exec"
	"strconv"
)

func lead(*exec.Cmd) {}

func aside() {}

// interrupt does nothing: Windows has no signal that reaches a process without a console.
func interrupt(*os.Process) {}

// kill ends a process and all that it has started.
func kill(p *os.Process) {
	if exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(p.Pid)).Run() != nil {
		p.Kill()
	}
}

// Orphaned calls end when the process that started this one is gone.
func Orphaned(end func()) {
	if p, err := os.FindProcess(os.Getppid()); err == nil {
		go func() {
			if _, err := p.Wait(); err == nil {
				end()
			}
		}()
	}
}

// Become runs a program with its arguments in the place of this process, which has nothing
// to do but wait for it, and returns its exit code.
func Become(program string, args []string) (code int, err error) {
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	cmd.Wait()
	return cmd.ProcessState.ExitCode(), nil
}
