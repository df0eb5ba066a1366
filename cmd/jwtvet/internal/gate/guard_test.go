package gate

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestGuardMakesOneLineOfAPanic(t *testing.T) {
	inner := &analysis.Analyzer{Name: "inner", Run: func(*analysis.Pass) (any, error) { panic("index out of range\nand more") }}
	outer := &analysis.Analyzer{Name: "outer", Requires: []*analysis.Analyzer{inner}, Run: func(*analysis.Pass) (any, error) { return 7, nil }}
	var lines []string
	Guard([]*analysis.Analyzer{outer, inner}, func(line string) { lines = append(lines, line) })
	if got, err := outer.Run(nil); got != 7 || err != nil {
		t.Errorf("an analyzer that does not panic returns %v, %v", got, err)
	}
	inner.Run(nil)
	if len(lines) != 1 || !strings.Contains(lines[0], "inner at guard_test.go:") || strings.Contains(lines[0], "\n") {
		t.Errorf("got %q", lines)
	}
}

func TestRecoverKnowsNewerExportData(t *testing.T) {
	var line string
	func() {
		defer Recover("x", func(s string) { line = s })
		panic("export data version 4 is greater than maximum supported version 2")
	}()
	if !strings.Contains(line, "go install") {
		t.Errorf("got %q", line)
	}
}
