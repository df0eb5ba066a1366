package adapt

import (
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Keeps reports whether settings, which hold in a folder, ask for a report of its severity in its
// file. It is for drivers that show no severity of each report.
func Keeps(
	s *settings.Settings, dir string, pass *analysis.Pass, d *analysis.Diagnostic,
) bool {
	severity := "low" // of reports about ignore directives
	for _, c := range analyzers.Categories(pass.Analyzer.Name) {
		if c.ID == d.Category {
			severity = string(c.SeverityOf(d.Message))
		}
	}
	if d.Category == analyzers.UnresolvedModel { // about the settings themselves
		return true
	}
	file, err := filepath.Rel(dir, pass.Fset.Position(d.Pos).Filename)
	if err != nil || !filepath.IsLocal(file) {
		file = ""
	}
	file = filepath.ToSlash(file)
	_, keep := s.Judge(pass.Analyzer.Name, d.Category, severity, file)
	return keep && !s.Moot(d.Category, d.Message, file)
}
