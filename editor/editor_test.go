package editor

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
)

func TestAnalyzers(t *testing.T) {
	list := Analyzers()
	if err := analysis.Validate(list); err != nil || len(list) != len(analyzers.All) {
		t.Errorf("%d analyzers, %v", len(list), err)
	}
}
