package vettest_test

import (
	"flag"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

var (
	analyzer = flag.String("analyzer", "", "the `analyzer` that runs")
	folder   = flag.String("folder", "", "the `folder`, as seen from testdata, that it runs over")
)

// TestFolder runs one analyzer over one folder, for those who work on it:
//
//	go test ./analyzers/internal/vettest -args -analyzer jwtsecret -folder secret/across
//	go test ./analyzers/internal/vettest -args \
//		-analyzer jwtcookie -folder strict/cookie -- -jwtcookie.strict
func TestFolder(t *testing.T) {
	if *folder == "" {
		t.Skip("no -folder")
	}
	vettest.Run(t, *analyzer, *folder, flag.Args()...)
}
