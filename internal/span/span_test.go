package span

import (
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"15m": 15 * time.Minute, "1h30m": 90 * time.Minute, "24h": day, "90d": 90 * day, "90s": 90 * time.Second,
		"": 0, "0": 0, "-1h": 0, "1": 0, "d": 0, "1.5d": 0, "-2d": 0, "2 d": 0, "9000000000000d": 0,
		"99999999h": 0, "soon": 0,
	} {
		s, err := Parse(text)
		if time.Duration(s) != want || (err != nil) != (want == 0) {
			t.Errorf("%q: got %v, %v; want %v", text, time.Duration(s), err, want)
		}
		if again, _ := Parse(s.String()); again != s {
			t.Errorf("%q: %q is another one", text, s.String())
		}
	}
	var s Span
	if s.String() != "" || s.Or(day) != day {
		t.Error("a length is set")
	}
	if err := s.Set("48h"); err != nil || s.String() != "2d" || s.Or(day) != 2*day {
		t.Errorf("got %v, %v", s.String(), err)
	}
	if err := s.Set(""); err != nil || s != 0 {
		t.Errorf("got %v, %v", s.String(), err)
	}
}
