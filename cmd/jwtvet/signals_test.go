//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Whatever ends the command ends all that it started: go vet while it does something else, and
// an analysis that has no end.
func TestSignals(t *testing.T) {
	for _, hangs := range []string{"unit", "go"} {
		for signal, want := range map[syscall.Signal]int{
			syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGKILL: -1,
		} {
			t.Run(hangs+" "+signal.String(), func(t *testing.T) {
				pids, temp := t.TempDir(), t.TempDir()
				cmd := exec.Command(tool(t))
				cmd.Dir = vettedModule(t)
				cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod",
					"JWTVET_TEST_MAIN=1", pidsVar+"="+pids, "TMPDIR="+temp)
				if hangs == "unit" {
					cmd.Env = append(cmd.Env, failVar+"=jwtleak=hang@/bad")
				} else {
					cmd.Env = append(cmd.Env, "PATH="+slowGo(t, "vet")+":"+os.Getenv("PATH"))
				}
				var errs bytes.Buffer
				cmd.Stderr = &errs
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				defer cmd.Process.Kill()
				wait(t, "nothing hangs", func() bool {
					_, err := os.Stat(filepath.Join(pids, "hanging"))
					return err == nil
				})
				if err := cmd.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				err := cmd.Wait()
				if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) ||
					exit.ExitCode() != want {
					t.Errorf("%v, want %d", err, want)
				}
				if want > 0 && (lines(errs.String()) != 1 ||
					!strings.HasPrefix(errs.String(), "jwtvet: ended by a signal")) {
					t.Errorf("got %q", errs.String())
				}
				wait(t, "there is still a process", func() bool { return len(alive(t, pids)) == 0 })
				if left, err := filepath.Glob(filepath.Join(temp, "*")); err != nil ||
					len(left) > 0 {
					t.Errorf("left: %q, %v", left, err)
				}
			})
		}
	}
}

// slowGo returns a folder with a go command that has a subcommand which does not end.
func slowGo(t *testing.T, subcommand string) string {
	t.Helper()
	path, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := fmt.Sprintf("#!/bin/sh\nif [ \"$1\" != %[3]s ]; then exec %[1]s \"$@\"; fi\nsleep 60 &\n>$%[2]s/$$\n>$%[2]s/$!\n>$%[2]s/hanging\nwait\n", path, pidsVar, subcommand)
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// What gopls install has started ends with it, whether it can see the signal or not.
func TestSignalsWhileInstalling(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGKILL: -1} {
		pids, temp := t.TempDir(), t.TempDir()
		cmd := exec.Command(tool(t), "gopls", "install", "-o", filepath.Join(t.TempDir(), "gopls"))
		cmd.Env = append(os.Environ(), "JWTVET_TEST_MAIN=1", pidsVar+"="+pids, "TMPDIR="+temp,
			"PATH="+slowGo(t, "mod")+":"+os.Getenv("PATH"))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		defer cmd.Process.Kill()
		wait(t, "nothing hangs", func() bool {
			_, err := os.Stat(filepath.Join(pids, "hanging"))
			return err == nil
		})
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%v: got %d, want %d", signal, got, want)
		}
		wait(t, "there is still a process", func() bool { return len(alive(t, pids)) == 0 })
	}
}

// Under plain go vet, an analysis ends when go vet is killed.
func TestOrphans(t *testing.T) {
	pids := t.TempDir()
	cmd := exec.Command("go", "vet", "-vettool="+tool(t), "./...")
	cmd.Dir = vettedModule(t)
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "JWTVET_TEST_MAIN=1",
		pidsVar+"="+pids, failVar+"=jwtleak=hang@/bad")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait(t, "nothing hangs", func() bool {
		_, err := os.Stat(filepath.Join(pids, "hanging"))
		return err == nil
	})
	cmd.Process.Kill()
	cmd.Wait()
	wait(t, "there is still a process", func() bool { return len(alive(t, pids)) == 0 })
}

// A signal that is ignored from the start, as nohup has it, ends neither the command nor any
// process that it has started.
func TestIgnoredSignal(t *testing.T) {
	pids := t.TempDir()
	cmd := exec.Command("sh", "-c", `trap "" HUP; exec "$0" -unit-timeout=3s`, tool(t))
	cmd.Dir = vettedModule(t)
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "JWTVET_TEST_MAIN=1",
		pidsVar+"="+pids, failVar+"=jwtleak=hang@/bad")
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait(t, "nothing hangs", func() bool {
		_, err := os.Stat(filepath.Join(pids, "hanging"))
		return err == nil
	})
	for _, pid := range alive(t, pids) {
		if n, err := strconv.Atoi(pid); err != nil || syscall.Kill(n, syscall.SIGHUP) != nil {
			t.Errorf("cannot reach %s: %v", pid, err)
		}
	}
	if cmd.Wait(); cmd.ProcessState.ExitCode() != 3 ||
		!strings.Contains(out.String(), "hardcoded-secret") {
		t.Errorf("got %v, %s", cmd.ProcessState, out.String())
	}
}

// wait waits until done.
func wait(t *testing.T, orElse string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(orElse)
		}
	}
}

// alive returns the numbers of the processes noted in a folder that there still are.
func alive(t *testing.T, pids string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(pids)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil || pid == os.Getpid() || syscall.Kill(pid, 0) != nil {
			continue
		}
		if stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil &&
			strings.Contains(string(stat), ") Z ") {
			continue // it has ended, and init does not care
		}
		list = append(list, e.Name())
	}
	return list
}
