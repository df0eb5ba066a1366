package formats

import (
	"fmt"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// writeGitHub writes a workflow command of GitHub Actions for each report, which makes of it an
// annotation at its line, and one for each failure:
//
//	::error file=auth/key.go,line=7,endLine=7,col=79,endColumn=86,title=...::message
func writeGitHub(w io.Writer, run *render.Run) error {
	for _, f := range run.Shown() {
		at := f.At()
		path, _ := run.Path(f.Position.File)
		place := fmt.Sprintf("file=%s,line=%d", property(path), at.Position.Line)
		if at.End.Line == at.Position.Line && at.End.Column > at.Position.Column {
			place += fmt.Sprintf(",endLine=%d,col=%d,endColumn=%d",
				at.End.Line, at.Char, at.EndChar)
		}
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", annotation[f.Severity], place,
			property("jwtvet: "+f.Category+" ["+f.Severity+"]"), message(paragraph(run, f)))
		if err != nil {
			return err
		}
	}
	for _, f := range run.Failures {
		_, err := fmt.Fprintf(w, "::warning title=jwtvet%%3A not analysed::%s\n",
			message(render.Visible(render.Failure(f))))
		if err != nil {
			return err
		}
	}
	return nil
}

var annotation = map[string]string{
	"critical": "error", "high": "error", "medium": "warning", "low": "notice",
}

// paragraph says in a few lines what is wrong, where the value comes from and goes to, and what to
// do.
func paragraph(run *render.Run, f render.Finding) string {
	lines := []string{render.Visible(f.Message)}
	for _, s := range f.Flow {
		if !s.Reported {
			path, _ := run.Path(s.Position.File)
			s.Position.File = path
			lines = append(lines, render.Visible(s.Message+": "+render.Place(s.Position)))
		}
	}
	if f.Rule.Fix != "" {
		lines = append(lines, "To fix: "+f.Rule.Fix)
	}
	return strings.Join(append(lines, f.Rule.URL), "\n")
}

// message escapes the text of a workflow command.
func message(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes a property of a workflow command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(message(render.Visible(s)))
}
