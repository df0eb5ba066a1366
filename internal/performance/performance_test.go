package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The modules that are measured compile, and jwtvet has nothing to report in them: a
// report would be measured too.
func TestModules(t *testing.T) {
	tool := t.TempDir() + "/jwtvet"
	if out, err := exec.Command(
		"go", "build", "-o", tool, "../../cmd/jwtvet").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, m := range []module{{packages: 6, every: 1}, {packages: 6, every: 4}} {
		dir := t.TempDir()
		if err := m.write(dir); err != nil {
			t.Fatal(err)
		}
		b := &bench{ctx: context.Background(), dir: dir}
		if err := b.edit(m, dir, 5); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(tool, "./...")
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		n := map[int]int{1: 6, 4: 2}[m.every]
		if err != nil || !strings.Contains(string(out),
			fmt.Sprintf("6 packages, %d import a token library", n)) ||
			m.name() != fmt.Sprintf("6 packages, %d handle tokens", n) {
			t.Errorf("%s: %v: %s", m.name(), err, out)
		}
	}
}

func TestRunAddsUpWhatItStarts(t *testing.T) {
	b := &bench{ctx: context.Background()}
	c, err := b.run("", []string{"go", "list", "."})
	if err != nil || c.cpu <= 0 || c.wall <= 0 {
		t.Errorf("got %+v, %v", c, err)
	}
	if _, err := b.run("", []string{"go", "list", "./none"}); err == nil ||
		!strings.Contains(err.Error(), "none") {
		t.Errorf("got %v for a command that fails", err)
	}
}

func TestTable(t *testing.T) {
	tab := newTable(module{packages: 10, every: 1}, []tool{
		{name: "first"},
		{name: "second"},
		{name: "third"},
	})
	for pair, seconds := range []float64{1, 4, 2} {
		tab.add("cold", 0, cost{cpu: time.Second, wall: 2 * time.Second, memory: 1 << 20})
		tab.add("cold", 1, cost{
			cpu:    time.Duration(seconds * float64(time.Second)),
			wall:   time.Second,
			memory: int64(pair) << 20,
		})
	}
	var b strings.Builder
	tab.print(&b)
	for _, row := range []string{
		"| cold | first | 1.00 s | 1.00 | 100.0 ms | 2.00 s | 1.00 | 1 MiB |\n",
		"| cold | second | 2.00 s | 2.00 | 200.0 ms | 1.00 s | 0.50 | 1 MiB |\n",
	} {
		if !strings.Contains(b.String(), row) {
			t.Errorf("no %q in\n%s", row, b.String())
		}
	}
	if strings.Contains(b.String(), "third") {
		t.Errorf("a row for a tool that was not measured:\n%s", b.String())
	}
}

func TestNumbers(t *testing.T) {
	if got, err := numbers("1,20"); err != nil || len(got) != 2 || got[1] != 20 {
		t.Errorf("got %v, %v", got, err)
	}
	for _, wrong := range []string{"", "1,", "0", "a", "-1"} {
		if got, err := numbers(wrong); err == nil {
			t.Errorf("%q: got %v", wrong, got)
		}
	}
}
