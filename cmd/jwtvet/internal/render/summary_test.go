package render

import (
	"testing"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// The summary counts things that cannot contradict each other: a package can have a report
// and import no token library.
func TestSummary(t *testing.T) {
	low := drive.Report{Severity: "low"}
	for _, c := range []struct {
		res  drive.Result
		want string
	}{
		{drive.Result{Packages: 1}, "1 package, none imports a token library: no reports"},
		{drive.Result{Packages: 1, Reports: []drive.Report{low}},
			"1 package, none imports a token library: 1 report (1 low)"},
		{drive.Result{Packages: 9, Handling: 1, Reports: []drive.Report{low, low}},
			"9 packages, 1 imports a token library: 2 reports (2 low)"},
		{drive.Result{Packages: 9, Handling: 2},
			"9 packages, 2 import a token library: no reports"},
		{drive.Result{Packages: 1, Failures: []load.Failure{{Module: "./b"}}},
			"1 package, none imports a token library: no reports; 1 module not analysed"},
		{drive.Result{Packages: 1, Failures: []load.Failure{{Message: "who knows"}}},
			"1 package, none imports a token library: no reports; not everything was analysed"},
	} {
		if got := Summary(NewRun(&c.res, "", "")); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
