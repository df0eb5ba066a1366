//go:build unix

package process

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// lead puts a command at the head of a process group of its own.
func lead(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// aside lets programs that this one starts fail when they ask something at the terminal, which
// belongs to another process group: they would stop, and everyone would wait for them.
func aside() { signal.Ignore(syscall.SIGTTIN, syscall.SIGTTOU) }

// interrupt asks the process group that p leads to end.
func interrupt(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGINT) }

// kill ends the process group that p leads, or led.
func kill(p *os.Process) { syscall.Kill(-p.Pid, syscall.SIGKILL) }

// Orphaned calls end when the process that started this one is gone.
func Orphaned(end func()) {
	parent := os.Getppid()
	go func() {
		for os.Getppid() == parent {
			time.Sleep(300 * time.Millisecond)
		}
		end()
	}()
}

// Become makes this process a program with its arguments. It comes back only when it cannot.
func Become(program string, args []string) (code int, err error) {
	return 0, syscall.Exec(program, append([]string{program}, args...), os.Environ())
}
