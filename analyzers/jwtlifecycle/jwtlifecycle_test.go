package jwtlifecycle_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtlifecycle", "lifecycle") }

// TestAdvice looks at programs that differ in the measures that their packages take.
func TestAdvice(t *testing.T) {
	vettest.Run(t, "jwtlifecycle", "advice/lifecycle", "-jwtlifecycle.advice")
}

func TestStrict(t *testing.T) {
	vettest.Run(t, "jwtlifecycle", "strict/lifecycle", "-jwtlifecycle.strict")
}

// TestLimits looks at a program of a team that lists what is sensitive.
func TestLimits(t *testing.T) {
	vettest.Run(t, "jwtlifecycle", "limits/lifecycle", "-jwtlifecycle.strict",
		"-jwtlifecycle.sensitive-functions=accounts.Delete,Store.Export")
}
