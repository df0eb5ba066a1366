package jwttransport_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwttransport", "transport") }

// TestAdvice looks at programs that differ in what they know of the encryption of their
// connections.
func TestAdvice(t *testing.T) {
	vettest.Run(t, "jwttransport", "advice/listen", "-jwttransport.advice")
}

func TestFixes(t *testing.T) { vettest.Fixes(t, "jwttransport", "transport") }

// TestLimits looks at programs of teams that have limits of their own.
func TestLimits(t *testing.T) {
	vettest.Run(t, "jwttransport", "limits/transport",
		"-jwttransport.allowed-hosts=api.acme.com,*.mesh.acme.com")
}
