package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
)

// Package is a package as go list shows it.
type Package struct {
	ImportPath, Name, Dir, ForTest                       string
	Imports, TestImports, XTestImports, Deps             []string
	TestGoFiles, XTestGoFiles                            []string
	EmbedPatterns, TestEmbedPatterns, XTestEmbedPatterns []string
	Error                                                *Error
	DepsErrors                                           []*Error
}

// Error is what keeps a package from being loaded.
type Error struct {
	ImportStack []string
	Pos         string
	Err         string
}

// asked are the fields of [Package]. The go command tells of patterns that match nothing
// where EmbedFiles are asked for.
const asked = "-json=ImportPath,Name,Dir,Imports,TestImports,XTestImports,Error,DepsErrors," +
	"TestGoFiles,XTestGoFiles,EmbedPatterns,TestEmbedPatterns,XTestEmbedPatterns,EmbedFiles"

// List asks the go command which packages the patterns name. A pattern that names none is an error.
func (l *Loader) List(ctx context.Context) ([]Package, error) {
	args := slices.Concat([]string{"list", "-e", asked}, l.BuildFlags(), []string{"--"}, l.Patterns)
	out, errs, err := l.Command().Run(ctx, args)
	if err != nil && len(out) == 0 {
		return nil, gocmd.Failed(err, errs)
	}
	pkgs, err := decode(out)
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		if p.Error != nil && p.Name == "" &&
			(slices.Contains(l.Patterns, p.ImportPath) ||
				strings.Contains(p.Error.Err, "pattern ")) {
			return nil, l.noMatch(p.ImportPath, p.Error.Err)
		}
	}
	if len(pkgs) == 0 {
		return nil, l.noMatch(strings.Join(l.Patterns, " "), "")
	}
	return pkgs, nil
}

func decode(out []byte) ([]Package, error) {
	var pkgs []Package
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p Package
		if err := dec.Decode(&p); err == io.EOF {
			return pkgs, nil
		} else if err != nil {
			return nil, fmt.Errorf("cannot read the output of go list: %w", err)
		}
		pkgs = append(pkgs, p)
	}
}

// noMatch says that a pattern names no package, and why where that is more than a repetition.
func (l *Loader) noMatch(pattern, why string) error {
	if why = gocmd.OneLine(why); why != "" {
		why = " (" + l.Short(strings.TrimPrefix(why, "pattern "+pattern+": ")) + ")"
	}
	todo := "name a directory of this module as ./dir or ./dir/..., or an import path"
	if strings.HasSuffix(pattern, "./...") {
		todo = l.modulesBelow(todo)
	}
	return &NoMatch{fmt.Sprintf("no package matches %s%s: %s", pattern, why, todo)}
}

// NoMatch is the error of a pattern that names no package.
type NoMatch struct{ text string }

// Error implements [error].
func (e *NoMatch) Error() string { return e.text }

// Sound divides packages into those that go vet can start with and the reasons why others are not
// among them, each reason once.
func (l *Loader) Sound(pkgs []Package) (sound []string, failures []Failure) {
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
		f, key := l.failure(e)
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
func (l *Loader) failure(e *Error) (f Failure, key string) {
	if i := slices.IndexFunc(l.lost, func(of lost) bool { return e.imports(of.path) }); i >= 0 {
		l.lost[i].said = true
		return Failure{Message: l.lost[i].message, Advice: l.lost[i].advice},
			"module " + l.lost[i].path
	}
	f.Message, f.Advice = gocmd.Advise(e.Err)
	key = e.Pos + " " + e.Err
	if strings.Contains(e.Err, gocmd.MissingSum) {
		key = gocmd.MissingSum // there is one thing to do about all of them
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
func (e *Error) imports(module string) bool {
	_, after, ok := strings.Cut(e.Err+" ", "package "+module)
	return ok && strings.ContainsAny(after[:1], " /;:")
}
