package jwtleak_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func TestFixes(t *testing.T) { vettest.Fixes(t, "jwtleak", "leak/fix") }

func Test(t *testing.T) { vettest.Run(t, "jwtleak", "leak") }

func TestBrowser(t *testing.T) {
	vettest.RunFor(t, []string{"GOOS=js", "GOARCH=wasm"}, "jwtleak", "inbrowser")
}
