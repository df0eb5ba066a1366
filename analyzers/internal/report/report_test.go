package report_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestIgnore looks at every form of directive through the real tool.
func TestIgnore(t *testing.T) { vettest.Run(t, "jwtsecret", "ignore") }
