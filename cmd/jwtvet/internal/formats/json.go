package formats

import (
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Version is the version of the JSON document. It grows when a reader of the old form could not
// read the new one; new fields do not count.
const Version = 1

// document is the JSON form. docs/report.schema.json describes it.
type document struct {
	Version      int                `json:"version"`
	Tool         string             `json:"tool"`
	Packages     int                `json:"packages"`
	Handling     int                `json:"handling"`
	Reports      []entry            `json:"reports"`
	Suppressed   []entry            `json:"suppressed,omitempty"` // reports that do not count
	Failures     []load.Failure     `json:"failures"`
	Placeholders []load.Placeholder `json:"placeholders,omitempty"`
	Notes        []string           `json:"notes,omitempty"`
}

// entry is a report in it.
type entry struct {
	drive.Report
	Fix         string       `json:"fix,omitempty"` // what to do
	URL         string       `json:"url"`
	CWE         []string     `json:"cwe,omitempty"`
	Flow        []step       `json:"flow,omitempty"` // where there is more than the report
	Fingerprint string       `json:"fingerprint"`
	Suppression *suppression `json:"suppression,omitempty"`
}

type step struct {
	Message  string         `json:"message"`
	Position drive.Position `json:"position"`
	End      drive.Position `json:"end"`
	Reported bool           `json:"reported,omitempty"`
}

type suppression struct {
	Kind     render.Kind     `json:"kind"`
	Reason   string          `json:"reason,omitempty"`
	Position *drive.Position `json:"position,omitempty"`
}

// writeJSON writes one document with everything that the run found. Characters that do not show are
// escaped in it, which changes nothing for who reads it.
func writeJSON(w io.Writer, run *render.Run) error {
	doc := document{
		Version: Version, Tool: "jwtvet " + run.Version,
		Packages: run.Packages, Handling: run.Handling, Reports: []entry{},
		Failures: run.Failures, Placeholders: run.Placeholders, Notes: run.Notes,
	}
	if doc.Failures == nil {
		doc.Failures = []load.Failure{}
	}
	for _, f := range run.Findings {
		e := entryOf(f)
		if s := f.Suppression; s != nil {
			e.Suppression = &suppression{Kind: s.Kind, Reason: s.Reason}
			if s.Place.File != "" {
				e.Suppression.Position = &s.Place
			}
			doc.Suppressed = append(doc.Suppressed, e)
		} else {
			doc.Reports = append(doc.Reports, e)
		}
	}
	return render.WriteJSON(w, doc)
}

// entryOf returns what the document says of a finding.
func entryOf(f render.Finding) entry {
	e := entry{
		Report: f.Report, Fix: f.Rule.Fix, URL: f.Rule.URL, CWE: f.Rule.Weaknesses(),
		Fingerprint: f.Fingerprint,
	}
	if len(f.Flow) > 1 {
		for _, s := range f.Flow {
			e.Flow = append(e.Flow, step{s.Message, s.Position, s.End, s.Reported})
		}
	}
	return e
}
