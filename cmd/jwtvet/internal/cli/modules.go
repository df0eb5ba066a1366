package cli

// This file analyses a folder with several modules as one:
//
//	jwtvet -all-modules    ./api/go.mod, ./services/auth/go.mod, ./tools/go.mod

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// locate finds out where the module is. One that is below a workspace and no part of it stands for
// itself where all modules are asked for.
func (o *options) locate(ctx context.Context) error {
	err := o.Module.Check(ctx)
	if err == nil && o.Beside != "" && o.Module.Outside() {
		o.Env = append(os.Environ(), "GOWORK=off")
		err = o.Module.Check(ctx)
	}
	return err
}

// settleAll settles every module in the folder and below it.
func (o *options) settleAll(ctx context.Context) error {
	if slices.ContainsFunc(o.Patterns, func(p string) bool { return p != "./..." }) {
		return errors.New("-all-modules looks at all packages: leave the packages out")
	}
	dirs, err := load.Modules(o.Dir)
	if err != nil {
		return err
	}
	top, err := filepath.Abs(o.Dir)
	if err != nil {
		return err
	}
	for _, dir := range dirs {
		m := *o
		m.all, m.modules, m.Dir, m.Beside, m.Patterns = false, nil, dir, top, nil
		if err := m.settle(ctx); err != nil {
			return err
		}
		o.modules = append(o.modules, &m)
	}
	o.settings = top
	return o.changes.apply(&o.merged)
}

// run analyses the packages of each module, and keeps what the settings ask for.
func (o *options) run(ctx context.Context) (*drive.Result, error) {
	if o.modules == nil {
		return o.runOne(ctx)
	}
	var list []*drive.Result
	for _, m := range o.modules {
		m.Note = o.Note
		res, err := m.runOne(ctx)
		none := (*load.NoMatch)(nil)
		wrong := (*wrongModel)(nil)
		switch {
		case ctx.Err() != nil || errors.As(err, &wrong):
			return nil, err
		case errors.As(err, &none): // a module without packages
		case err != nil:
			list = append(list, &drive.Result{Failures: []load.Failure{{
				Module: load.Relative(m.Dir, o.Dir), Packages: []string{}, Message: err.Error(),
			}}})
		default:
			list = append(list, res)
		}
	}
	return drive.Merge(list), nil
}

// runOne analyses the packages of one module.
func (o *options) runOne(ctx context.Context) (*drive.Result, error) {
	if err := o.merged.Apply(); err != nil {
		return nil, err
	}
	res, err := drive.Run(ctx, o.Config)
	if err != nil {
		return nil, err
	}
	if err := unresolved(res.Reports); err != nil {
		return nil, err
	}
	res.Reports = o.judge(res.Reports)
	return res, nil
}

// of returns the options that hold for a file, which is relative to dir: those of its module.
func (o *options) of(file, dir string) *options {
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	file, err := filepath.Abs(file)
	best := o
	for _, m := range o.modules {
		rel, bad := filepath.Rel(m.Dir, file)
		if err == nil && bad == nil && filepath.IsLocal(rel) &&
			(best == o || strings.HasPrefix(m.Dir, best.Dir)) {
			best = m
		}
	}
	return best
}

// fails reports whether a finding makes the run fail.
func (o *options) fails(f render.Finding) bool {
	of := o.of(f.Position.File, o.Dir)
	return of.merged.Fails(f.Severity)
}
