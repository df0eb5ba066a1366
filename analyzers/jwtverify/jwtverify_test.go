package jwtverify_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestVerify holds the reports on testdata/verify against its want comments.
func TestVerify(t *testing.T) { vettest.Run(t, "jwtverify", "verify") }

// TestStrict looks at deviations from good practice.
func TestStrict(t *testing.T) { vettest.Run(t, "jwtverify", "strict/verify", "-jwtverify.strict") }

// TestFixes looks at what the suggested fixes make of both.
func TestFixes(t *testing.T) {
	vettest.Fixes(t, "jwtverify", "verify")
	vettest.Fixes(t, "jwtverify", "strict/verify", "-jwtverify.strict")
}
