package inventory

import (
	"reflect"
	"testing"
)

// What is not known is left out of the text of an entry, and what is known comes back.
func TestEncode(t *testing.T) {
	for text, e := range map[string]Entry{
		`{"kind":"verify","package":"m"}`: {Kind: Verify, Package: "m"},
		`{"kind":"issue","package":"m","keys":[{"kind":"environment","name":"A"}],` +
			`"expires":false,"life":900}`: {
			Kind: Issue, Package: "m", Keys: []Source{{"environment", "A"}}, Expires: No, Life: 900,
		},
	} {
		got, err := e.Encode()
		if err != nil || got != text {
			t.Errorf("got %s, %v, want %s", got, err, text)
		}
		again, err := Decode(text)
		if err != nil || !reflect.DeepEqual(again, e) {
			t.Errorf("%s is read as %+v, %v", text, again, err)
		}
	}
}

func TestSeconds(t *testing.T) {
	for s, want := range map[Seconds]string{
		0: "", 1: "1 second", 900: "15 minutes", 5400: "1 hour 30 minutes", 604800: "7 days",
		90061: "1 day 1 hour",
	} {
		if got := s.String(); got != want {
			t.Errorf("%d: %q, want %q", s, got, want)
		}
	}
}

// Two ways of one call of which only one says how long the token lives are one entry, and so are two
// of which only one says what it is for.
func TestMerge(t *testing.T) {
	silent := Entry{Kind: Issue, Package: "m"}
	lives, named, other := silent, silent, silent
	lives.Life, named.Purpose, other.Purpose = 900, Access, Refresh
	for _, c := range []struct {
		a, b    Entry
		oneCall bool
		want    *Entry
	}{
		{silent, silent, false, &silent},
		{silent, named, false, &named},
		{named, silent, false, &named},
		{named, other, true, nil},
		{silent, lives, true, &lives},
		{lives, silent, true, &lives},
		{lives, silent, false, nil},
		{lives, named, true, nil},
	} {
		got, ok := Merge(c.a, c.b, c.oneCall)
		if ok != (c.want != nil) || ok && !reflect.DeepEqual(got, *c.want) {
			t.Errorf("%+v, %+v, %t: got %+v, %t", c.a, c.b, c.oneCall, got, ok)
		}
	}
}
