package audit

import (
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/outputs"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Format is one form of an audit.
type Format = outputs.Format[*Audit]

// All lists the formats in the order in which help names them.
var All = []Format{
	{Name: "text", Usage: "for people", Write: writeText},
	{
		Name: "json", Usage: "everything, for programs; docs/audit.schema.json describes it",
		Write: func(w io.Writer, _ bool, a *Audit) error { return render.WriteJSON(w, a) },
	},
	{Name: "markdown", Usage: "for pull requests and reports", Write: writeMarkdown},
	{Name: "html", Usage: "one page for a browser, to read and to print", Write: writeHTML},
}

// Set is what an audit is written to.
type Set = outputs.Set[*Audit]

// NewSet returns the set that is text on the standard output.
func NewSet() *Set { return &Set{Formats: All} }
