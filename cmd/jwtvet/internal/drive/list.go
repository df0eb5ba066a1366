package drive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
)

// listed is a package as go list shows it.
type listed struct {
	ImportPath, Name, Dir              string
	Imports, TestImports, XTestImports []string
	Error                              *loadError
	DepsErrors                         []*loadError
}

type loadError struct {
	ImportStack []string
	Pos         string
	Err         string
}

// list asks the go command which packages the patterns name. A pattern that names none is an error.
func (c *Config) list(ctx context.Context) ([]listed, error) {
	args := []string{"list", "-e", "-json=ImportPath,Name,Dir,Imports,TestImports,XTestImports,Error,DepsErrors"}
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	out, errs, err := c.run(ctx, append(append(args, "--"), c.Patterns...))
	if err != nil && len(out) == 0 {
		return nil, failed(err, errs)
	}
	var pkgs []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("cannot read the output of go list: %w", err)
		}
		if p.Error != nil && p.Name == "" && (slices.Contains(c.Patterns, p.ImportPath) || strings.Contains(p.Error.Err, "pattern ")) {
			return nil, c.noMatch(p.ImportPath, p.Error.Err)
		}
		pkgs = append(pkgs, p)
	}
	if len(pkgs) == 0 {
		return nil, c.noMatch(strings.Join(c.Patterns, " "), "")
	}
	return pkgs, nil
}

// noMatch says that a pattern names no package, and why where that is more than a repetition.
func (c *Config) noMatch(pattern, why string) error {
	if why = oneLine(why); why != "" {
		why = " (" + shorten(strings.TrimPrefix(why, "pattern "+pattern+": "), c.Dir) + ")"
	}
	return fmt.Errorf("no package matches %s%s: name a directory of this module as ./dir or ./dir/..., or an import path", pattern, why)
}

// loaded divides packages into those that go vet can start with and the reasons why others are not among them, each
// reason once.
func loaded(pkgs []listed) (sound []string, failures []Failure) {
	at := map[loadErrorKey]int{}
	for _, p := range pkgs {
		e := p.Error
		if e == nil && len(p.DepsErrors) > 0 {
			e = p.DepsErrors[0]
		}
		if e == nil {
			sound = append(sound, p.ImportPath)
			continue
		}
		key := loadErrorKey{e.Pos, e.Err}
		i, ok := at[key]
		if !ok {
			i = len(failures)
			at[key] = i
			failures = append(failures, e.failure())
		}
		failures[i].Packages = append(failures[i].Packages, p.ImportPath)
	}
	return sound, failures
}

type loadErrorKey struct{ pos, err string }

func (e *loadError) failure() Failure {
	var f Failure
	f.Message, f.Advice = advise(oneLine(e.Err))
	if e.Pos != "" {
		f.Message = e.Pos + ": " + f.Message
	}
	if strings.Contains(e.Err, "import cycle") {
		f.Message += ": " + strings.Join(e.ImportStack, " imports ")
	}
	return f
}

// advise splits what the go command says about a missing module into what is wrong and what to do.
func advise(line string) (message, advice string) {
	for _, sep := range []string{"; to add it: ", "; to add: ", "; to update it: "} {
		if what, todo, ok := strings.Cut(line, sep); ok {
			return what, fmt.Sprintf("run %q", todo)
		}
	}
	return line, ""
}

// handles reports whether a package imports one that makes, checks or configures tokens.
func (c *Config) handles(p listed) bool {
	if slices.ContainsFunc(p.Imports, analyzers.HandlesTokens) {
		return true
	}
	return c.TestImports && (slices.ContainsFunc(p.TestImports, analyzers.HandlesTokens) || slices.ContainsFunc(p.XTestImports, analyzers.HandlesTokens))
}
