package jwtcookie_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtcookie", "cookie") }

func TestStrict(t *testing.T) { vettest.Run(t, "jwtcookie", "strict/cookie", "-jwtcookie.strict") }

func TestFixes(t *testing.T) { vettest.Fixes(t, "jwtcookie", "cookie") }
