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
	ImportPath, Name, Dir                                string
	Imports, TestImports, XTestImports, Deps             []string
	TestGoFiles, XTestGoFiles                            []string
	EmbedPatterns, TestEmbedPatterns, XTestEmbedPatterns []string
	Error                                                *loadError
	DepsErrors                                           []*loadError
}

type loadError struct {
	ImportStack []string
	Pos         string
	Err         string
}

// asked are the fields of [listed]. The go command tells of patterns that match nothing
// where EmbedFiles are asked for.
const asked = "-json=ImportPath,Name,Dir,Imports,TestImports,XTestImports,Error,DepsErrors," +
	"TestGoFiles,XTestGoFiles,EmbedPatterns,TestEmbedPatterns,XTestEmbedPatterns,EmbedFiles"

// list asks the go command which packages the patterns name. A pattern that names none is an error.
func (c *Config) list(ctx context.Context) ([]listed, error) {
	args := slices.Concat([]string{"list", "-e", asked}, c.build(), []string{"--"}, c.Patterns)
	out, errs, err := c.run(ctx, args)
	if err != nil && len(out) == 0 {
		return nil, failed(err, errs)
	}
	pkgs, err := decode(out)
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		if p.Error != nil && p.Name == "" &&
			(slices.Contains(c.Patterns, p.ImportPath) ||
				strings.Contains(p.Error.Err, "pattern ")) {
			return nil, c.noMatch(p.ImportPath, p.Error.Err)
		}
	}
	if len(pkgs) == 0 {
		return nil, c.noMatch(strings.Join(c.Patterns, " "), "")
	}
	return pkgs, nil
}

func decode(out []byte) ([]listed, error) {
	var pkgs []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return pkgs, nil
		} else if err != nil {
			return nil, fmt.Errorf("cannot read the output of go list: %w", err)
		}
		pkgs = append(pkgs, p)
	}
}

// build returns the flags of the go command that say what is built.
func (c *Config) build() []string {
	var args []string
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	if c.overlay != "" {
		args = append(args, "-overlay="+c.overlay)
	}
	if c.modfile != "" {
		args = append(args, "-modfile="+c.modfile)
	}
	return args
}

// noMatch says that a pattern names no package, and why where that is more than a repetition.
func (c *Config) noMatch(pattern, why string) error {
	if why = oneLine(why); why != "" {
		why = " (" + c.short(strings.TrimPrefix(why, "pattern "+pattern+": ")) + ")"
	}
	todo := "name a directory of this module as ./dir or ./dir/..., or an import path"
	if strings.HasSuffix(pattern, "./...") {
		todo = c.modulesBelow(todo)
	}
	return &NoMatch{fmt.Sprintf("no package matches %s%s: %s", pattern, why, todo)}
}

// NoMatch is the error of a pattern that names no package.
type NoMatch struct{ text string }

// Error implements [error].
func (e *NoMatch) Error() string { return e.text }

// loaded divides packages into those that go vet can start with and the reasons why others are not
// among them, each reason once.
func (c *Config) loaded(pkgs []listed) (sound []string, failures []Failure) {
	at := map[string]int{}
	for _, p := range pkgs {
		e := p.Error
		if e == nil && len(p.DepsErrors) > 0 {
			e = p.DepsErrors[0]
		}
		if e == nil {
			sound = append(sound, p.ImportPath)
			continue
		}
		f, key := c.failure(e)
		i, ok := at[key]
		if !ok {
			i = len(failures)
			at[key] = i
			failures = append(failures, f)
		}
		failures[i].Packages = append(failures[i].Packages, p.ImportPath)
	}
	return sound, failures
}

// failure makes a failure of an error, and a key that is the same for errors with the same reason.
func (c *Config) failure(e *loadError) (f Failure, key string) {
	if i := slices.IndexFunc(c.lost, func(l lost) bool { return e.imports(l.path) }); i >= 0 {
		c.lost[i].said = true
		return Failure{Message: c.lost[i].message, Advice: c.lost[i].advice},
			"module " + c.lost[i].path
	}
	f.Message, f.Advice = advise(e.Err)
	key = e.Pos + " " + e.Err
	if strings.Contains(e.Err, missingSum) {
		key = missingSum // there is one thing to do about all of them
	}
	if e.Pos != "" {
		f.Message = e.Pos + ": " + f.Message
	}
	if strings.Contains(e.Err, "import cycle") {
		f.Message += ": " + strings.Join(e.ImportStack, " imports ")
	}
	return f, key
}

// imports reports whether an error is about an import from a module.
func (e *loadError) imports(module string) bool {
	_, after, ok := strings.Cut(e.Err+" ", "package "+module)
	return ok && strings.ContainsAny(after[:1], " /;:")
}

// handles reports whether a package imports one that makes, checks or configures tokens.
func (c *Config) handles(p listed) bool {
	if slices.ContainsFunc(p.Imports, analyzers.HandlesTokens) {
		return true
	}
	return c.TestImports && (slices.ContainsFunc(p.TestImports, analyzers.HandlesTokens) ||
		slices.ContainsFunc(p.XTestImports, analyzers.HandlesTokens))
}
