package formats

import (
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// issue is an entry of a code quality report of GitLab, a part of the form of Code Climate.
type issue struct {
	Type        string   `json:"type"`
	Check       string   `json:"check_name"`
	Description string   `json:"description"`
	Content     content  `json:"content"`
	Categories  []string `json:"categories"`
	Fingerprint string   `json:"fingerprint"`
	Severity    string   `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
			End   int `json:"end"`
		} `json:"lines"`
	} `json:"location"`
}

type content struct {
	Body string `json:"body"`
}

var quality = map[string]string{
	"critical": "blocker", "high": "critical", "medium": "major", "low": "minor",
}

// writeCodeQuality writes a code quality report of GitLab.
func writeCodeQuality(w io.Writer, run *render.Run) error {
	issues := []issue{}
	for _, f := range run.Shown() {
		i := issue{
			Type: "issue", Check: f.Category, Description: render.Visible(f.Message),
			Content: content{paragraph(run, f)}, Categories: []string{"Security"},
			Fingerprint: f.Fingerprint, Severity: quality[f.Severity],
		}
		i.Location.Path, _ = run.Path(f.Position.File)
		i.Location.Lines.Begin = max(f.Position.Line, 1)
		i.Location.Lines.End = max(f.End.Line, i.Location.Lines.Begin)
		issues = append(issues, i)
	}
	return render.WriteJSON(w, issues)
}
