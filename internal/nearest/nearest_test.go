package nearest

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	keys := []string{"tests", "strict", "advice", "disable", "hardcoded-secret"}
	for text, want := range map[string]string{
		"tets": "tests", "test": "tests", "Strict": "strict", "stirct": "strict",
		"hardcoded": "hardcoded-secret", "disabled": "disable", "colour": "", "x": "", "": "",
		strings.Repeat("a", 1000): "",
	} {
		if got := Of(text, keys...); got != want {
			t.Errorf("%.20q: got %q, want %q", text, got, want)
		}
	}
	if got := Hint("tets", "; none", keys...); got != ": did you mean tests?" {
		t.Errorf("got %q", got)
	}
	if got := Hint("colour", "; none", keys...); got != "; none" {
		t.Errorf("got %q", got)
	}
}
