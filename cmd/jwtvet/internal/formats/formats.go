// Package formats writes what a run found in the forms that people and other programs read, several
// at once:
//
//	-format text,sarif=report.sarif,html=report.html
package formats

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/aside"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Format is one form of output.
type Format struct {
	Name  string
	Usage string // what reads it, in one line
	write func(io.Writer, *render.Run) error
}

// text is the form for people, the only one that can have colours.
const text = "text"

// github is the form that a runner picks out of the lines around it.
const github = "github"

// All lists the formats in the order in which help names them.
var All = []Format{
	{text, "for people", func(w io.Writer, run *render.Run) error {
		return (&render.Text{Out: w}).Run(run)
	}},
	{"json", "everything, for programs; docs/report.schema.json describes it", writeJSON},
	{"sarif", "SARIF 2.1.0: GitHub code scanning and most other tools",
		func(w io.Writer, run *render.Run) error { return writeSARIF(w, run, run.Shown()) }},
	{"sarif-all", "the same, with what directives and the baseline hide as suppressed results",
		func(w io.Writer, run *render.Run) error { return writeSARIF(w, run, run.Findings) }},
	{github, "annotations of GitHub Actions, on by itself there when no format is named",
		writeGitHub},
	{"gitlab-codequality", "code quality report of GitLab", writeCodeQuality},
	{"gitlab-sast", "SAST report of GitLab", writeSAST},
	{"junit", "JUnit XML: Jenkins and other CI servers", writeJUnit},
	{"checkstyle", "Checkstyle XML: Jenkins, reviewdog", writeCheckstyle},
	{"html", "one page for a browser, with filters", writeHTML},
}

// Names returns the names of all formats.
func Names() string {
	var names []string
	for _, f := range All {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Set is what a run is to write. The zero value is text on the standard output.
type Set struct{ list []*output }

// output is one form and where it goes.
type output struct {
	Format
	name string      // of the file; "" for the standard output
	file *aside.File // nil until it is open
}

// Add adds what a list names: NAME for the standard output, NAME=FILE for a file.
func (s *Set) Add(list string) error {
	for item := range strings.SplitSeq(list, ",") {
		name, file, toFile := strings.Cut(strings.TrimSpace(item), "=")
		i := slices.IndexFunc(All, func(f Format) bool { return f.Name == name })
		switch {
		case i < 0:
			return fmt.Errorf("there is no format %q: the formats are %s", name, Names())
		case toFile && file == "":
			return fmt.Errorf("%s= names no file", name)
		case !toFile && slices.ContainsFunc(s.list, func(o *output) bool {
			return o.name == "" && !together(o.Format.Name, name)
		}):
			return fmt.Errorf("only one format can go to the standard output: "+
				"write another into a file with %s=FILE", name)
		}
		s.list = append(s.list, &output{Format: All[i], name: file})
	}
	return nil
}

// together reports whether two formats can share the standard output.
func together(a, b string) bool { return a == text && b == github || a == github && b == text }

// Given reports whether any format was named.
func (s *Set) Given() bool { return len(s.list) > 0 }

// Printed reports whether a format was named that goes to the standard output.
func (s *Set) Printed() bool {
	return slices.ContainsFunc(s.list, func(o *output) bool { return o.name == "" })
}

// Open makes sure that the files can be written, before much is done. Names are relative to dir.
func (s *Set) Open(dir string) error {
	if len(s.list) == 0 {
		s.list = []*output{{Format: All[0]}}
	}
	paths := map[string]string{}
	for _, o := range s.list {
		if o.name == "" {
			continue
		}
		f, err := aside.Find(dir, o.name)
		if err != nil {
			return fmt.Errorf("cannot write %s output: %w", o.Format.Name, err)
		}
		o.file = f
		if other, ok := paths[f.Path]; ok {
			return fmt.Errorf("%s and %s are to be written into one file, %s", other,
				o.Format.Name, o.name)
		}
		paths[f.Path] = o.Format.Name
	}
	return nil
}

// Write writes a run in all forms. What goes wrong with one does not keep the others.
func (s *Set) Write(stdout io.Writer, color bool, run *render.Run) error {
	var failed error
	for _, o := range s.list {
		var b bytes.Buffer
		err := o.render(&b, color && o.file == nil, run)
		if err == nil && o.file != nil {
			err = o.file.Write(b.Bytes())
		} else if err == nil {
			_, err = stdout.Write(b.Bytes())
		}
		if err != nil && failed == nil {
			failed = fmt.Errorf("cannot write %s output: %w", o.Format.Name, err)
		}
	}
	return failed
}

func (o *output) render(w io.Writer, color bool, run *render.Run) error {
	if o.Format.Name == text {
		return (&render.Text{Out: w, Color: color}).Run(run)
	}
	return o.write(w, run)
}
