package analyzers_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// jargon lists words that only this project said, what the field says, and a line that shows
// each. A space stands for any white space, as lines of a text or a comment end anywhere.
var jargon = []struct{ pattern, instead, example string }{
	{`\bwhoever\b`, "anyone", "Whoever reads it can forge tokens"},
	{`\bfor ever\b`, "forever", "once stolen it works for\n// ever"},
	{`\bmend(s|ed|ing)?\b`, "fix, maintain", "what can be mended without a look"},
	{`\bnobody (looks|checks|verified)\b`, "is not validated, is never verified",
		"nobody looks at the error"},
	{`\btold (once|here|by)\b`, "reported once, matched by", "told by the text of an error"},
	{`\bkeys? of tokens\b`, "JWT signing key, JWT key", "a key of\n\ttokens"},
	{`\bsurroundings\b`, "environment", "wrong usage or surroundings"},
	{`\bholes?\b`, "vulnerability", "good practice rather than a hole, too"},
	{`\bborn\b|\bbirths?\b`, "origin, source", "where a value is born"},
	{`\bgood after (its|their) end\b`, "expired tokens are accepted",
		"the token is good after its end, too"},
	{`\b(takes?|presents?) any certificate\b`, "TLS verification is disabled",
		"clients that take any certificate"},
	{`\bpart of (the|an) answer\b`, "written to the HTTP response",
		"a secret is part of an answer"},
	{`\bthe roads? (it|they|of)\b`, "transport", "the road they travel"},
	{`\bfrom the year 1970\b`, "a duration, not a Unix timestamp", "a span from the year 1970"},
	{`\bobsolete-library\b`, "unmaintained-library", "//jwtvet:ignore obsolete-library -- x"},
	{`\bplain-listen\b`, "plaintext-listener", "disable: [plain-listen]"},
	{`\berror-text\b`, "error-string-match", "[error-text](docs/jwtverify.md)"},
}

// TestWords holds those words out of all that users read: messages, help, pages.
func TestWords(t *testing.T) {
	texts, literals := 0, 0
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata"):
			return filepath.SkipDir
		case filepath.Ext(file) == ".md" || d.Name() == "doc.go":
			texts++
			src, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			for _, u := range unwanted(string(src)) {
				t.Errorf("%s:%s", file, u)
			}
		case filepath.Ext(file) == ".go" && !strings.HasSuffix(file, "_test.go"):
			literals += checkLiterals(t, file)
		}
		return nil
	})
	if err != nil || texts < 10 || literals < 1000 {
		t.Errorf("%d texts and %d literals cannot be all (%v)", texts, literals, err)
	}
}

// checkLiterals fails for the words in the string literals of a Go file, and counts these.
func checkLiterals(t *testing.T, file string) (n int) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return 0
	}
	ast.Inspect(f, func(node ast.Node) bool {
		lit, ok := node.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		n++
		text, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, u := range unwanted(text) {
			t.Errorf("%s: line %s", fset.Position(lit.Pos()), u)
		}
		return true
	})
	return n
}

// patterns compiles the list.
var patterns = sync.OnceValue(func() (out []*regexp.Regexp) {
	for _, w := range jargon {
		p := strings.ReplaceAll(w.pattern, " ", `(?:\s|//)+`)
		out = append(out, regexp.MustCompile(`(?i)`+p))
	}
	return out
})

// unwanted names the words of the list in a text, each behind its line.
func unwanted(text string) (out []string) {
	for i, re := range patterns() {
		for _, m := range re.FindAllStringIndex(text, -1) {
			line := 1 + strings.Count(text[:m[0]], "\n")
			out = append(out,
				fmt.Sprintf("%d: %q: say %s", line, text[m[0]:m[1]], jargon[i].instead))
		}
	}
	return out
}

// TestUnwanted makes sure that every word of the list is found, and no other.
func TestUnwanted(t *testing.T) {
	for _, w := range jargon {
		got := unwanted("fine\n" + w.example)
		if len(got) != 1 || !strings.HasPrefix(got[0], "2: ") ||
			!strings.HasSuffix(got[0], ": say "+w.instead) {
			t.Errorf("%q: got %q, want line 2 and %q", w.example, got, w.instead)
		}
	}
	want := []string{`1: "whoever": say anyone`, `3: "mends": say fix, maintain`}
	if got := unwanted("whoever\nfixes and\nmends"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, fine := range []string{
		"for every token, and forever", "recommended", "amended", "stubborn", "whole", "loophole",
		"told apart", "plaintext-listener", "error-string-match", "a broad answer",
		"JWT signing key", "a certificate",
	} {
		if got := unwanted(fine); got != nil {
			t.Errorf("%q: got %q, want nothing", fine, got)
		}
	}
}
