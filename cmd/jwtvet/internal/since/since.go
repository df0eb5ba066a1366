// Package since tells which reports are new since a revision of git: those of which some place, on
// the way of the value from its source to where it is used, is on a line that is new.
package since

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Changes are the lines that are new in a work tree.
type Changes struct {
	rev     string
	dir     string // what names of files are relative to
	root    string // of the work tree
	tracked map[string]bool
	lines   map[string][]span // of files that git knows
}

// span is a range of lines, both ends included.
type span struct{ from, to int }

// repository is where git is asked, on behalf of a flag.
type repository struct{ tool, dir, flag string }

// open returns the repository around a folder, the root of its work tree, and whether it is shallow.
func open(ctx context.Context, tool, dir, flag string) (r repository, root string, shallow bool, err error) {
	if _, err := exec.LookPath("git"); err != nil {
		return r, "", false, fmt.Errorf("%s asks git, and there is no git command on PATH", flag)
	}
	r = repository{tool, dir, flag}
	out, err := r.ask(ctx, "rev-parse", "--is-shallow-repository", "--show-toplevel")
	if err != nil {
		return r, "", false, fmt.Errorf("%s needs a work tree of git: %w", flag, err)
	}
	is, root, _ := strings.Cut(strings.TrimSpace(out), "\n")
	return r, root, is == "true", nil
}

// Find finds what is new in the work tree around a folder since the merge base of a revision with
// HEAD. tool is a program that calls [process.Hold].
func Find(ctx context.Context, tool, dir, rev string) (*Changes, error) {
	r, root, shallow, err := open(ctx, tool, dir, "-new-from")
	if err != nil {
		return nil, err
	}
	base, err := r.base(ctx, rev, shallow)
	if err != nil {
		return nil, err
	}
	c := &Changes{rev: rev, dir: dir, root: resolved(root), tracked: map[string]bool{}}
	files, err := repository{tool, root, r.flag}.ask(ctx, "ls-files", "-z")
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	for name := range strings.SplitSeq(files, "\x00") {
		c.tracked[name] = true
	}
	diff, err := r.ask(ctx, "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff",
		"--no-textconv", "--no-relative", "--find-renames", "--unified=0", "--inter-hunk-context=0",
		"--src-prefix=a/", "--dst-prefix=b/", base, "--")
	if err != nil {
		return nil, fmt.Errorf("-new-from: %w", err)
	}
	c.lines = added(diff)
	return c, nil
}

// base returns the commit at which HEAD and a revision part.
func (r repository) base(ctx context.Context, rev string, shallow bool) (string, error) {
	const fetch = `fetch the history, as "git fetch --unshallow" or fetch-depth: 0 do`
	commit, err := "", error(nil)
	if !strings.HasPrefix(rev, "-") {
		commit, err = r.ask(ctx, "rev-parse", "--verify", "--quiet", rev+"^{commit}")
	}
	switch {
	case ctx.Err() != nil:
		return "", context.Cause(ctx)
	case (err != nil || commit == "") && shallow:
		return "", fmt.Errorf("%s: this clone is shallow and has no revision %s: %s",
			r.flag, rev, fetch)
	case err != nil || commit == "":
		return "", fmt.Errorf("%s: git has no revision %s here: name a branch, tag or "+
			"commit that is fetched", r.flag, rev)
	}
	base, err := r.ask(ctx, "merge-base", "HEAD", strings.TrimSpace(commit))
	switch {
	case ctx.Err() != nil:
		return "", context.Cause(ctx)
	case err != nil && shallow:
		return "", fmt.Errorf("%s: this clone is shallow and lacks the commit at which "+
			"HEAD and %s part: %s", r.flag, rev, fetch)
	case err != nil:
		return "", fmt.Errorf("%s: HEAD and %s have no commit in common", r.flag, rev)
	}
	return strings.TrimSpace(base), nil
}

// ask runs git and returns what it writes. An error is the first line that it complains with.
func (r repository) ask(ctx context.Context, args ...string) (string, error) {
	cmd, err := process.Command(ctx, r.tool, "", "git", args...)
	if err != nil {
		return "", err
	}
	var errs strings.Builder
	cmd.Dir, cmd.Stderr = r.dir, &errs
	out, err := cmd.Output()
	if err == nil {
		return string(out), nil
	}
	for line := range strings.Lines(errs.String()) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "warning: ") {
			return "", errors.New(strings.TrimPrefix(line, "fatal: "))
		}
	}
	return "", fmt.Errorf("git %s: %w", args[0], err)
}

// Hide hides the reports of a run that are not new.
func (c *Changes) Hide(run *render.Run) {
	for i := range run.Findings {
		f := &run.Findings[i]
		if f.Suppression == nil && !c.isNew(f) {
			f.Suppression = &render.Suppression{
				Kind: render.Older, Reason: "on lines that are not new since " + c.rev,
			}
		}
	}
}

// isNew reports whether a step of a report is on a line that is new.
func (c *Changes) isNew(f *render.Finding) bool {
	for _, s := range f.Flow {
		if c.touched(s.Position.File, s.Position.Line, s.End.Line) {
			return true
		}
	}
	return false
}

// touched reports whether one of the lines of a file is new. In a file that git does not know all
// are, in one outside of the work tree none.
func (c *Changes) touched(file string, from, to int) bool {
	if !filepath.IsAbs(file) {
		file = filepath.Join(c.dir, file)
	}
	rel, err := filepath.Rel(c.root, resolved(file))
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	name := filepath.ToSlash(rel)
	if !c.tracked[name] {
		// in a repository of its own inside this one, which git knows by its commit
		for up := name; up != "." && up != ""; up = above(up) {
			if c.tracked[up] {
				return len(c.lines[up]) > 0
			}
		}
		return true
	}
	for _, s := range c.lines[name] {
		if s.from <= max(from, to) && from <= s.to {
			return true
		}
	}
	return false
}

// above returns the folder of a path, "" for the last one.
func above(name string) string {
	i := strings.LastIndexByte(name, '/')
	return name[:max(i, 0)]
}

// resolved returns a path without links.
func resolved(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if r, err := filepath.EvalSymlinks(path); err == nil {
		return r
	}
	return path
}
