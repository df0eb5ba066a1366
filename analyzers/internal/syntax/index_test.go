package syntax_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// BenchmarkIndex reads the syntax of a large package that has nothing to do with tokens.
func BenchmarkIndex(b *testing.B) {
	pass := enginetest.NetHTTP(b)
	for b.Loop() {
		syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
	}
}
