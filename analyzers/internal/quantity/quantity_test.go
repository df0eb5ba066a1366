package quantity_test

import (
	"go/types"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/enginetest"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"seconds from now", `
			func f() { use(time.Now().Add(time.Hour).Unix()) }`, "1h0m0s from now in seconds"},
		{"milliseconds", `
			func f() { use(time.Now().Add(time.Hour).UnixMilli()) }`, "1h0m0s from now in millis"},
		{"calendar", `
			func f() { use(time.Now().AddDate(0, 0, 2).Unix()) }`, "48h0m0s from now in seconds"},
		{"sum of seconds", `func f() { use(time.Now().Unix() + 3600) }`, "1h0m0s from now in seconds"},
		{"constant", `
			const ttl = 15 * time.Minute
			func f() { use(time.Now().Add(ttl).Unix()) }`, "15m0s from now in seconds"},
		{"number of minutes", `
			const minutes = 15
			func f() { use(time.Now().Add(minutes * time.Minute).Unix()) }`, "15m0s from now in seconds"},
		{"parameter", `
			func g(d time.Duration) { use(time.Now().Add(d).Unix()) }
			func f() { g(time.Hour) }`, "1h0m0s from now in seconds"},
		{"field", `
			type s struct{ d time.Duration }; var x = s{time.Hour}
			func f() { use(time.Now().Add(x.d).Unix()) }`, "1h0m0s from now in seconds"},
		{"unscaled", `
			func f() { use(time.Now().Add(time.Duration(3600)).Unix()) }`, "3.6µs from now in seconds"},
		{"unknown", `
			func g(d time.Duration) { use(time.Now().Add(d).Unix()) }`, "unknown from now in seconds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pass := enginetest.Check(t, `import "time"; func use(any) {};`+c.src)
			index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
			facts := func(types.Object) *origin.Summary { return nil }
			tracer := origin.New(pass, index, flow.New(index), facts)
			qs := quantity.New(index, tracer).Of(enginetest.Uses(pass)[0])
			if len(qs) != 1 {
				t.Fatalf("got %d quantities: %+v", len(qs), qs)
			}
			got := "unknown"
			if life, ok := qs[0].Life(); ok {
				got = life.String()
			}
			if qs[0].FromNow {
				got += " from now"
			}
			if got += " in " + string(qs[0].Unit); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
		})
	}
}
