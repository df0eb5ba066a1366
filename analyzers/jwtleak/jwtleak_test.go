package jwtleak_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func TestFixes(t *testing.T) { vettest.Fixes(t, "jwtleak", "leak/mend") }

func Test(t *testing.T) { vettest.Run(t, "jwtleak", "leak") }
