package since

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Tree is a revision that is checked out beside the work tree.
type Tree struct {
	Dir    string // the folder that stands for the one that was asked about
	Commit string

	repository
	temp, root string
}

// Checkout checks out the merge base of a revision with HEAD into a temporary work tree, on behalf
// of a flag. The caller removes it. tool is a program that calls [process.Hold].
func Checkout(ctx context.Context, tool, dir, rev, flag string) (*Tree, error) {
	r, root, shallow, err := open(ctx, tool, dir, flag)
	if err != nil {
		return nil, err
	}
	base, err := r.base(ctx, rev, shallow)
	if err != nil {
		return nil, err
	}
	inside, err := filepath.Rel(resolved(root), resolved(dir))
	if err != nil || !filepath.IsLocal(inside) {
		return nil, fmt.Errorf("%s: %s is not in the work tree of git at %s", flag, dir, root)
	}
	temp, err := os.MkdirTemp("", "jwtvet-tree-")
	if err != nil {
		return nil, fmt.Errorf(
			"making a folder for %s: %w: set TMPDIR to a folder that can be written", rev, err)
	}
	t := &Tree{Commit: base, repository: r, temp: temp, root: filepath.Join(resolved(temp), "tree")}
	t.Dir = filepath.Join(t.root, inside)
	if _, err := r.ask(ctx, "worktree", "add", "--quiet", "--detach", t.root, base); err != nil {
		t.Remove(ctx)
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		return nil, fmt.Errorf("%s: cannot check out %s: %w", flag, rev, err)
	}
	if _, err := os.Stat(t.Dir); err != nil {
		t.Remove(ctx)
		return nil, fmt.Errorf("%s: %s has no folder %s", flag, rev,
			filepath.ToSlash(strings.TrimPrefix(inside, "./")))
	}
	return t, nil
}

// Remove removes the work tree, also where a signal has ended the run.
func (t *Tree) Remove(ctx context.Context) {
	t.ask(context.WithoutCancel(ctx), "worktree", "remove", "--force", t.root)
	os.RemoveAll(t.temp)
	t.ask(context.WithoutCancel(ctx), "worktree", "prune")
}
