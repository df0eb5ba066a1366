package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// bench measures tools on modules.
type bench struct {
	ctx    context.Context
	dir    string // for modules and tools
	pairs  int
	gosec  string // "" for none
	states []string
	builds int // tools built so far
}

// tool is a program that is measured.
type tool struct {
	name    string
	command func(b *bench, binary string) []string
	pkg     string // what it is built from, "" for a program that is not ours and keeps no answers
}

// tools returns what is measured. The first one is what the others are compared with.
func (b *bench) tools() []tool {
	vet := func(_ *bench, binary string) []string {
		return []string{"go", "vet", "-vettool=" + binary, "./..."}
	}
	all := []tool{
		{"empty tool", vet, "./internal/performance/empty"},
		{"go vet with jwtvet", vet, "./cmd/jwtvet"},
		{"jwtvet", func(_ *bench, binary string) []string { return []string{binary, "./..."} },
			"./cmd/jwtvet"},
	}
	if b.gosec != "" {
		all = append(all, tool{"gosec", func(b *bench, _ string) []string {
			return []string{
				b.gosec, "-quiet", "-no-fail", "-fmt=json", "-out=" + os.DevNull, "./...",
			}
		}, ""})
	}
	return all
}

// measure writes a module and measures every tool on it: when the go command has no answers of the
// tool yet, when it has all of them, and after edits.
func (b *bench) measure(m module) error {
	dir := filepath.Join(b.dir, fmt.Sprintf("m%d-%d", m.packages, m.every))
	if err := m.write(dir); err != nil {
		return err
	}
	// The tools are to find the packages compiled, as after any build of the module.
	if _, err := b.run(dir, []string{"go", "build", "./..."}); err != nil {
		return err
	}
	tools := b.tools()
	t := newTable(m, tools)
	defer t.print(os.Stdout) // what is finished counts, whatever comes in between
	for pair := range b.pairs {
		for i, tool := range tools {
			if err := b.each(m, dir, tool,
				func(state string, c cost) { t.add(state, i, c) }); err != nil {
				return err
			}
		}
		fmt.Fprintf(os.Stderr, "%s: pair %d of %d\n", m.name(), pair+1, b.pairs)
	}
	return nil
}

// each measures one tool on one module in each state of the build cache.
func (b *bench) each(m module, dir string, t tool, add func(state string, c cost)) error {
	binary, err := b.build(t.pkg)
	if err != nil {
		return err
	}
	defer os.Remove(binary)
	args := t.command(b, binary)
	for _, state := range b.states {
		var err error
		switch {
		case t.pkg == "" && state != "cold": // it costs the same each time
			continue
		case state == "leaf":
			err = b.edit(m, dir, m.packages-1)
		case state == "root":
			err = b.edit(m, dir, 0)
		}
		if err != nil {
			return err
		}
		c, err := b.run(dir, args)
		if err != nil {
			return err
		}
		add(state, c)
	}
	return nil
}

// build builds one of our tools anew, so that the go command has no answers of it. The binary
// differs from every other one in a value that nothing reads.
func (b *bench) build(pkg string) (string, error) {
	if pkg == "" {
		return "", nil
	}
	b.builds++
	binary := filepath.Join(b.dir, fmt.Sprintf("tool-%d", b.builds))
	stamp := fmt.Sprintf("-X=main.stamp=%d-%d", time.Now().UnixNano(), b.builds)
	_, err := b.run("", []string{"go", "build", "-ldflags=" + stamp, "-o", binary, pkg})
	return binary, err
}

// edit adds a function to a package and compiles what depends on it, as an editor or a build has
// done before a linter runs.
func (b *bench) edit(m module, dir string, i int) error {
	f, err := os.OpenFile(m.file(dir, i), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	fmt.Fprintf(f,
		"\n// Edited%d is here to change the package.\nfunc Edited%[1]d() int { return %[1]d }\n",
		time.Now().UnixNano())
	if err := f.Close(); err != nil {
		return err
	}
	_, err = b.run(dir, []string{"go", "build", "./..."})
	return err
}

// cost is what a command took, with all processes that it started.
type cost struct {
	cpu, wall time.Duration
	memory    int64 // of the largest process, in bytes; 0 where the system does not say
}

// run runs a command in a folder.
func (b *bench) run(dir string, args []string) (cost, error) {
	cmd := exec.CommandContext(b.ctx, args[0], args[1:]...)
	cmd.Dir = dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start)}
	if err != nil {
		return c, fmt.Errorf("%q in %s: %w: %s", args, dir, err, bytes.TrimSpace(out.Bytes()))
	}
	c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.memory = peak(cmd.ProcessState)
	return c, nil
}
