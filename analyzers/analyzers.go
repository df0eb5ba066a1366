package analyzers

import (
	"fmt"
	"io"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/script"
	"github.com/jwtvet/jwtvet/analyzers/internal/shipped"
	"github.com/jwtvet/jwtvet/analyzers/jwtcookie"
	"github.com/jwtvet/jwtvet/analyzers/jwtexpiry"
	"github.com/jwtvet/jwtvet/analyzers/jwtleak"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret"
	"github.com/jwtvet/jwtvet/analyzers/jwtstorage"
	"github.com/jwtvet/jwtvet/analyzers/jwttransport"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify"
)

// Category describes one kind of report.
type Category = report.Category

// StaleIgnore is the category of reports about ignore directives, which every analyzer makes.
const StaleIgnore = report.StaleIgnore

// All holds every analyzer that is on by default.
var All = []*analysis.Analyzer{
	jwtsecret.Analyzer,
	jwtexpiry.Analyzer,
	jwtverify.Analyzer,
	jwtleak.Analyzer,
	jwttransport.Analyzer,
	jwtcookie.Analyzer,
	jwtstorage.Analyzer,
}

func init() {
	for _, a := range All {
		report.Know(Categories(a.Name))
	}
}

// Categories returns the categories that the analyzer called name reports.
func Categories(name string) []Category {
	return map[string][]Category{
		"jwtsecret":    jwtsecret.Categories,
		"jwtexpiry":    jwtexpiry.Categories,
		"jwtcookie":    jwtcookie.Categories,
		"jwtleak":      jwtleak.Categories,
		"jwttransport": jwttransport.Categories,
		"jwtverify":    jwtverify.Categories,
		"jwtstorage":   jwtstorage.Categories,
	}[name]
}

// Text returns what an analyzer's documentation says of one of its categories: what, why, bad and good code, when it is
// silent.
func Text(a *analysis.Analyzer, category string) string { return report.Section(a.Doc, category) }

// HandlesTokens reports whether a package that imports path makes, checks or configures tokens.
func HandlesTokens(path string) bool { return model.HandlesTokens(path) }

// Scripts writes the names and contents of the files below a folder which are not Go and on which reports can depend: the
// go command does not know that of those which a program reads when it runs.
func Scripts(dir string, w io.Writer) {
	shipped.Below(dir, func(path string, data []byte) {
		if script.Mentions(data) {
			fmt.Fprintf(w, "%q %d\n", path, len(data))
			w.Write(data)
		}
	})
}
