package jwtsecret_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtsecret", "secret") }

func TestFixes(t *testing.T) {
	vettest.Fixes(t, "jwtsecret", "secret/types")
	vettest.Fixes(t, "jwtsecret", "secret/lines") // below line directives
}

func TestStrict(t *testing.T) {
	vettest.Run(t, "jwtsecret", "strict/secret", "-jwtsecret.strict")
}

// TestLimits looks at programs of teams that have limits of their own.
func TestLimits(t *testing.T) {
	vettest.Run(t, "jwtsecret", "limits/secret", "-jwtsecret.min-key-length=48")
}
