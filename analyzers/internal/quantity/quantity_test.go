package quantity_test

import (
	"go/types"
	"strings"
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
		{"sum of seconds", `func f() { use(time.Now().Unix() + 3600) }`,
			"1h0m0s from now in seconds"},
		{"constant", `
			const ttl = 15 * time.Minute
			func f() { use(time.Now().Add(ttl).Unix()) }`,
			"15m0s from now in seconds"},
		{"number of minutes", `
			const minutes = 15
			func f() { use(time.Now().Add(minutes * time.Minute).Unix()) }`,
			"15m0s from now in seconds"},
		{"parameter", `
			func g(d time.Duration) { use(time.Now().Add(d).Unix()) }
			func f() { g(time.Hour) }`, "1h0m0s from now in seconds"},
		{"field", `
			type s struct{ d time.Duration }; var x = s{time.Hour}
			func f() { use(time.Now().Add(x.d).Unix()) }`, "1h0m0s from now in seconds"},
		{"unscaled", `
			func f() { use(time.Now().Add(time.Duration(3600)).Unix()) }`,
			"3.6µs from now in seconds"},
		{"unknown", `
			func g(d time.Duration) { use(time.Now().Add(d).Unix()) }`,
			"unknown from now in seconds"},
		{"two callers", `
			func g(d time.Duration) { use(time.Now().Add(d).Unix()) }
			func f() { g(time.Minute); g(time.Hour) }`,
			"1m0s from now in seconds, 1h0m0s from now in seconds"},
		{"what one caller hands over belongs together", `
			func g(n int, unit time.Duration) { use(time.Now().Add(time.Duration(n) * unit).Unix()) }
			func f() { g(15, time.Minute); g(30, time.Hour) }`,
			"15m0s from now in seconds, 30h0m0s from now in seconds"},
		{"a helper returns to its caller", `
			func at(d time.Duration) int64 { return time.Now().Add(d).Unix() }
			func f() { use(at(time.Minute)); at(time.Hour) }`, "1m0s from now in seconds"},
		{"chosen and added", `
			func f(b bool) { d := time.Minute; if b { d = time.Hour }; ` +
			`use(time.Now().Add(d).Add(time.Second).Unix()) }`,
			"1m1s from now in seconds, 1h0m1s from now in seconds"},
		{"seconds of a caller", `
			func g(ttl int) { use(time.Now().Unix() + int64(ttl)) }
			func f() { g(60); g(3600) }`, "1m0s from now in seconds, 1h0m0s from now in seconds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pass := enginetest.Check(t, `import "time"; func use(any) {};`+c.src)
			index := syntax.New(pass.Pkg, pass.TypesInfo, pass.Files)
			facts := func(types.Object) *origin.Summary { return nil }
			tracer := origin.New(pass, index, flow.New(index), facts)
			qs := quantity.New(index, tracer).Of(enginetest.Uses(pass)[0])
			var texts []string
			for _, q := range qs {
				texts = append(texts, text(q))
			}
			if got := strings.Join(texts, ", "); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
		})
	}
}

func text(q quantity.Value) string {
	s := "unknown"
	if life, ok := q.Life(); ok {
		s = life.String()
	}
	if q.FromNow {
		s += " from now"
	}
	return s + " in " + string(q.Unit)
}
