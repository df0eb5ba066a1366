package gopls

import (
	"context"
	"debug/buildinfo"
	"errors"
	"fmt"
	"go/version"
	"os"
	"strings"
)

// Build is a gopls with the analyzers of jwtvet.
type Build struct {
	File  string // the program
	Gopls string // version of gopls
	Go    string // version of Go that built it

	from origin
}

// String says what the build is made of.
func (b *Build) String() string {
	return fmt.Sprintf("%s: gopls %s with jwtvet %s, built with %s", b.File, b.Gopls, b.from, b.Go)
}

// read returns what the program in a file was built from.
func read(file string) (*Build, error) {
	if _, err := os.Stat(file); err != nil {
		return nil, fmt.Errorf("there is no %s", file)
	}
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s is not a program that Go built", file)
	}
	b := &Build{File: file, Go: strings.TrimSpace(info.GoVersion)}
	for _, m := range info.Deps {
		switch {
		case m.Path == module:
			b.Gopls = m.Version
		case m.Path == jwtvet && m.Replace != nil:
			b.from.dir = m.Replace.Path
		case m.Path == jwtvet:
			b.from.version = m.Version
		}
	}
	if b.Gopls == "" || b.from == (origin{}) {
		return nil, fmt.Errorf("%s is not a gopls with jwtvet", file)
	}
	return b, nil
}

// ErrStale is part of every error that says that a gopls has to be installed again.
var ErrStale = errors.New(`run "jwtvet gopls install"`)

// Check returns what is in file, or where [Install] puts it by itself when file is empty. An error
// with [ErrStale] says how it differs from what Install would build now; any other is about the
// environment. A checkout has no version, so whether it has changed since is not reported.
func (t Tool) Check(ctx context.Context, file string) (*Build, error) {
	file, err := t.place(ctx, file)
	if err != nil {
		return nil, err
	}
	from, err := t.source(ctx)
	if err != nil {
		return nil, err
	}
	used, err := t.run(ctx, "", "go", "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	b, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("%w; %w", err, ErrStale)
	}
	return b, b.differs(from, strings.TrimSpace(used))
}

// differs says how the build is not what would be built from a source for a version of Go.
func (b *Build) differs(from origin, used string) error {
	var old []string
	if b.Gopls != Version {
		old = append(old, fmt.Sprintf("it is gopls %s, not %s", b.Gopls, Version))
	}
	if b.from != from {
		old = append(old, fmt.Sprintf("it has jwtvet %s, not %s", b.from, from))
	}
	if version.Compare(version.Lang(b.Go), version.Lang(used)) < 0 {
		old = append(old, fmt.Sprintf("it was built with %s and cannot read all that %s compiles",
			b.Go, used))
	}
	if old == nil {
		return nil
	}
	return fmt.Errorf("%s is not current: %s; %w", b.File, strings.Join(old, ", "), ErrStale)
}
