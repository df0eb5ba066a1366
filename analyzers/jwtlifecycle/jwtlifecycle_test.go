package jwtlifecycle_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtlifecycle", "lifecycle") }
