package jwtexpiry_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtexpiry", "expiry") }

// TestLimits looks at programs of teams that have limits of their own.
func TestLimits(t *testing.T) {
	vettest.Run(t, "jwtexpiry", "limits/expiry", "-jwtexpiry.access-life=15m",
		"-jwtexpiry.refresh-life=120d")
}
