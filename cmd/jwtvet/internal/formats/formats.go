// Package formats writes what a run found in the forms that people and other programs read.
package formats

import (
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/outputs"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Format is one form of output.
type Format = outputs.Format[*render.Run]

// text is the form for people, the only one that can have colours.
const text = "text"

// github is the form that a runner picks out of the lines around it.
const github = "github"

// All lists the formats in the order in which help names them.
var All = []Format{
	{
		Name: text, Usage: "for people",
		Write: func(w io.Writer, color bool, run *render.Run) error {
			return (&render.Text{Out: w, Color: color}).Run(run)
		},
	},
	plain("json", "everything, for programs; docs/report.schema.json describes it", writeJSON),
	plain("sarif", "SARIF 2.1.0: GitHub code scanning and most other tools",
		func(w io.Writer, run *render.Run) error { return writeSARIF(w, run, run.Shown()) }),
	plain("sarif-all", "the same, with what directives and the baseline hide as suppressed results",
		func(w io.Writer, run *render.Run) error { return writeSARIF(w, run, run.Findings) }),
	plain(github, "annotations of GitHub Actions, on by itself there when no format is named",
		writeGitHub),
	plain("gitlab-codequality", "code quality report of GitLab", writeCodeQuality),
	plain("gitlab-sast", "SAST report of GitLab", writeSAST),
	plain("junit", "JUnit XML: Jenkins and other CI servers", writeJUnit),
	plain("checkstyle", "Checkstyle XML: Jenkins, reviewdog", writeCheckstyle),
	plain("html", "one page for a browser, with filters", writeHTML),
}

// plain returns a format without colours.
func plain(name, usage string, write func(io.Writer, *render.Run) error) Format {
	return Format{Name: name, Usage: usage, Write: func(w io.Writer, _ bool, run *render.Run) error {
		return write(w, run)
	}}
}

// Set is what a run is to write.
type Set = outputs.Set[*render.Run]

// New returns the set that is text on the standard output.
func New() *Set {
	return &Set{Formats: All, Together: func(a, b string) bool {
		return a == text && b == github || a == github && b == text
	}}
}
