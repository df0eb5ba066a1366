package quantity_test

import (
	"fmt"
	"go/types"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Sums of sums, each of several values, are asked once per node and bounded in what is kept.
func TestBounded(t *testing.T) {
	const head = `import "time"; func use(any) {};`
	var sums, funcs strings.Builder
	sums.WriteString(head + `func g(b bool) { d0 := time.Second; if b { d0 = time.Minute };`)
	for i := range 60 {
		fmt.Fprintf(&sums, "d%d := d%d + d%d; if b { d%d = d%d * 2 };", i+1, i, i, i+1, i)
	}
	sums.WriteString(`use(d60) }`)
	funcs.WriteString(head +
		`func f0(b bool) time.Duration { if b { return time.Hour }; return time.Minute };`)
	for i := range 60 {
		fmt.Fprintf(&funcs, "func f%d(b bool) time.Duration { "+
			"if b { return f%d(b) + f%d(!b) }; return f%d(b) };", i+1, i, i, i)
	}
	funcs.WriteString(`func g() { use(f60(true)) }`)
	for name, src := range map[string]string{
		"sums": sums.String(), "functions": funcs.String(),
		"a function that calls itself": head +
			`func f(n int) time.Duration { return f(n-1) + f(n-2) + time.Second }; ` +
			`func g() { use(f(3)) }`,
	} {
		pass := enginetest.Check(t, src)
		index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
		tracer := origin.New(pass, index, flow.New(index), func(types.Object) *origin.Summary {
			return nil
		})
		start := time.Now()
		values := quantity.New(index, tracer).Of(enginetest.Uses(pass)[0])
		if d := time.Since(start); d > 10*time.Second || len(values) > 100 {
			t.Errorf("%s: took %v for %d values", name, d, len(values))
		}
	}
}
