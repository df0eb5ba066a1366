package jwttransport_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwttransport", "transport") }

func TestFixes(t *testing.T) { vettest.Fixes(t, "jwttransport", "transport") }
