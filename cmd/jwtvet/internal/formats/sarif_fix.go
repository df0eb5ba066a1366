package formats

import (
	"github.com/chavacava/garif"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// changes is a suggested fix.
func changes(run *render.Run, fix drive.Fix) *garif.Fix {
	var list []*garif.ArtifactChange
	of := map[string]*garif.ArtifactChange{}
	for _, e := range fix.Edits {
		c := of[e.File]
		if c == nil {
			c = garif.NewArtifactChange(artifact(run, e.File))
			of[e.File], list = c, append(list, c)
		}
		region := garif.NewRegion()
		region.StartLine, region.StartColumn = run.Offset(e.File, e.Start)
		region.EndLine, region.EndColumn = run.Offset(e.File, e.End)
		r := garif.NewReplacement(region)
		if e.New != "" {
			r.InsertedContent = garif.NewArtifactContent()
			r.InsertedContent.Text = e.New
		}
		c.Replacements = append(c.Replacements, r)
	}
	out := garif.NewFix(list...)
	out.Description = garif.NewMessageFromText(fix.Message)
	return out
}

// suppressed is what hides a report.
func suppressed(run *render.Run, s *render.Suppression) *garif.Suppression {
	kind := "external"
	if s.Kind == render.InSource {
		kind = "inSource"
	}
	out := garif.NewSuppression(kind)
	out.Status, out.Justification = "accepted", s.Reason
	if s.Place.File != "" {
		out.Location = location(run, render.Step{
			Position: s.Place, End: s.Place, Char: 1, EndChar: 1,
		}, "")
	}
	return out
}
