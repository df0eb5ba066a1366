package completion

import (
	"slices"
	"strings"
	"testing"
)

func TestComplete(t *testing.T) {
	words := func(texts ...string) (out []Word) {
		for _, text := range texts {
			out = append(out, Word{Text: text})
		}
		return out
	}
	s := Syntax{
		Commands: words("list", "listen"),
		Words:    func(command string) []Word { return words(command+"1", command+"2") },
		Flags: func(string) []Flag {
			return []Flag{
				{Word: Word{Text: "-on"}},
				{Word: Word{Text: "-of"}, Takes: true, Values: words("a", "ab", "b")},
			}
		},
	}
	for line, want := range map[string]string{
		"":                "list listen",
		"list":            "list listen",
		"list ":           "list1 list2",
		"list -on ":       "list1 list2",
		"list list1 ":     "",
		"-o":              "-on -of",
		"list -":          "-on -of",
		"-of ":            "a ab b",
		"--of a":          "a ab",
		"-of a,b,a":       "a,b,a a,b,ab",
		"-of=b":           "-of=b",
		"-of = b":         "-of=b", // as bash has it
		"-of =":           "-of=a -of=ab -of=b",
		"-none=":          "",
		"./... ":          "",
		"other ":          "",
		"-of a list -on ": "",
	} {
		var got []string
		for _, w := range s.Complete(strings.Split(line, " ")) {
			got = append(got, w.Text)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q: got %q, want %s", line, got, want)
		}
	}
	s.Complete(nil)
}

func TestScript(t *testing.T) {
	for _, shell := range Shells {
		if script, ok := Script(shell); !ok || !strings.Contains(script, Ask+" ") {
			t.Errorf("%s: got %q", shell, script)
		}
	}
	if _, ok := Script("../scripts/bash"); ok {
		t.Error("a path is no shell")
	}
}
