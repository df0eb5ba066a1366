package formats

import (
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// sastReport is a security report of GitLab, in the version of the form that every GitLab from 15.4
// on reads.
type sastReport struct {
	Version         string          `json:"version"`
	Schema          string          `json:"schema"`
	Scan            sastScan        `json:"scan"`
	Vulnerabilities []vulnerability `json:"vulnerabilities"`
}

const (
	sastVersion = "15.0.4"
	sastSchema  = "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v" +
		sastVersion + "/dist/sast-report-format.json"
)

type sastScan struct {
	Analyzer sastTool      `json:"analyzer"`
	Scanner  sastTool      `json:"scanner"`
	Type     string        `json:"type"`
	Start    string        `json:"start_time"`
	End      string        `json:"end_time"`
	Status   string        `json:"status"`
	Messages []sastMessage `json:"messages,omitempty"`
}

type sastTool struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	URL     string     `json:"url"`
	Vendor  sastVendor `json:"vendor"`
	Version string     `json:"version"`
}

type sastVendor struct {
	Name string `json:"name"`
}

type sastMessage struct {
	Level string `json:"level"`
	Value string `json:"value"`
}

type vulnerability struct {
	ID          string              `json:"id"`
	Name        string              `json:"name"`
	Description string              `json:"description"`
	Severity    string              `json:"severity"`
	Solution    string              `json:"solution,omitempty"`
	Identifiers []identifier        `json:"identifiers"`
	Links       []sastLink          `json:"links"`
	Location    sastPlace           `json:"location"`
	Tracking    sastTracking        `json:"tracking"`
	Details     map[string]sastList `json:"details,omitempty"`
}

type identifier struct {
	Type  string `json:"type"`
	Name  string `json:"name"`
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type sastLink struct {
	URL string `json:"url"`
}

type sastPlace struct {
	File  string `json:"file"`
	Start int    `json:"start_line"`
	End   int    `json:"end_line"`
}

// sastTracking tells GitLab which vulnerability is the same as an earlier one.
type sastTracking struct {
	Type  string          `json:"type"`
	Items []sastSignature `json:"items"`
}

type sastSignature struct {
	sastPlace
	Signatures []struct {
		Algorithm string `json:"algorithm"`
		Value     string `json:"value"`
	} `json:"signatures"`
}

// sastList is the way of a value, in the part of the form that is free.
type sastList struct {
	Type  string     `json:"type"`
	Name  string     `json:"name"`
	Items []sastStep `json:"items"`
}

type sastStep struct {
	Type  string `json:"type"`
	File  string `json:"file_name"`
	Start int    `json:"line_start"`
}

// writeSAST writes a SAST report of GitLab.
func writeSAST(w io.Writer, run *render.Run) error {
	tool := sastTool{
		ID: "jwtvet", Name: "jwtvet", URL: "https://github.com/jwtvet/jwtvet",
		Vendor: sastVendor{"jwtvet"}, Version: run.Version,
	}
	doc := sastReport{
		Version: sastVersion, Schema: sastSchema,
		Scan: sastScan{
			Analyzer: tool, Scanner: tool, Type: "sast", Status: "success",
			Start: run.Started.UTC().Format(sastTime), End: run.Ended.UTC().Format(sastTime),
		},
		Vulnerabilities: []vulnerability{},
	}
	for _, f := range run.Failures {
		doc.Scan.Messages = append(doc.Scan.Messages,
			sastMessage{"warn", render.Visible(render.Failure(f))})
	}
	for _, f := range run.Shown() {
		doc.Vulnerabilities = append(doc.Vulnerabilities, sastVulnerability(run, f))
	}
	return render.WriteJSON(w, doc)
}

// sastTime is the form of a time, in UTC.
const sastTime = "2006-01-02T15:04:05"

func sastVulnerability(run *render.Run, f render.Finding) vulnerability {
	path, _ := run.Path(f.Position.File)
	at := sastPlace{path, max(f.Position.Line, 1), max(f.End.Line, f.Position.Line, 1)}
	v := vulnerability{
		ID: f.Fingerprint, Name: sentence(f.Rule.Title), Description: paragraph(run, f),
		Severity: strings.ToUpper(f.Severity[:1]) + f.Severity[1:], Location: at,
		Links: []sastLink{{f.Rule.URL}},
		Identifiers: []identifier{{
			Type: "jwtvet_category", Name: "jwtvet " + f.Rule.ID, Value: f.Rule.ID, URL: f.Rule.URL,
		}},
		Tracking: sastTracking{Type: "source", Items: []sastSignature{{sastPlace: at}}},
	}
	if f.Rule.Fix != "" {
		v.Solution = sentence(f.Rule.Fix)
	}
	for _, n := range f.Rule.Weaknesses() {
		number := strings.TrimPrefix(n, "CWE-")
		v.Identifiers = append(v.Identifiers,
			identifier{Type: "cwe", Name: n, Value: number, URL: cweURL + number + ".html"})
	}
	item := &v.Tracking.Items[0]
	item.Signatures = append(item.Signatures, struct {
		Algorithm string `json:"algorithm"`
		Value     string `json:"value"`
	}{"hash", f.Fingerprint})
	if len(f.Flow) > 1 {
		list := sastList{Type: "list", Name: "Flow"}
		for _, s := range f.Flow {
			file, _ := run.Path(s.Position.File)
			list.Items = append(list.Items,
				sastStep{"file-location", file, max(s.Position.Line, 1)})
		}
		v.Details = map[string]sastList{"flow": list}
	}
	return v
}
