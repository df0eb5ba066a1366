package cli

import (
	"context"
	"errors"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/baseline"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/since"
)

// known is what tells old reports from new ones. Each part is nil where nothing asks for it.
type known struct {
	baseline *baseline.Baseline
	changes  *since.Changes
}

// known reads the list and the changes that flags name.
func (o *options) known(ctx context.Context) (k known, err error) {
	if o.baseline != "" {
		if k.baseline, err = baseline.Read(o.list()); err != nil {
			return k, err
		}
	}
	k.changes, err = o.changed(ctx)
	return k, err
}

// changed returns what is new since the revision that the flag names, nil where it names none.
func (o *options) changed(ctx context.Context) (*since.Changes, error) {
	switch {
	case o.newFrom != "":
		return since.Find(ctx, o.Tool, o.Dir, o.newFrom)
	case o.given["new-from"]: // a variable that is not set, most of the time
		return nil, errors.New("-new-from names no revision")
	}
	return nil, nil
}

// lookForNew analyses packages and hides what is known.
func (c *Command) lookForNew(ctx context.Context, opts options, k known) (*render.Run, int) {
	run, code := c.look(ctx, opts)
	if run == nil {
		return nil, code
	}
	if k.baseline != nil {
		k.baseline.Hide(run)
	}
	if k.changes != nil {
		k.changes.Hide(run)
	}
	return run, code
}
