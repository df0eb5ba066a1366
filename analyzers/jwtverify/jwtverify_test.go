package jwtverify_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestVerify holds the reports on testdata/verify against its want comments.
func TestVerify(t *testing.T) { vettest.Run(t, "jwtverify", "verify") }
