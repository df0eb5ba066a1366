package report

import (
	"go/token"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
)

// FuzzDirective reads comments that look like ignore directives.
func FuzzDirective(f *testing.F) {
	for _, s := range []string{
		"//jwtvet:ignore hardcoded-secret -- reason",
		"//jwtvet:ignore hardcoded-secret,weak-key -- r",
		"//jwtvet:ignore weak-key until=2030-01-31 -- r",
		"//jwtvet:ignore weak-key until=2030-99-99 -- r",
		"//jwtvet:ignore", "//jwtvet:ignore  --", "//jwtvet:ignore ,,, -- x",
		"//nolint:jwtvet,gosec // r", "//lint:ignore jwtvet/weak-key,SA1000 r",
		"/* jwtvet:ignore web-storage -- r */", "//nolint",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := parse(text)
		if d == nil {
			return
		}
		d.place = place{lineAt{"a.go", 1}, lineAt{"a.go", 1}}
		for _, id := range append(category.IDs(), text) {
			if d.matches(d.place, id) && d.ours && !strings.Contains(text, id) {
				t.Errorf("%q takes off %s", text, id)
			}
			d.use(id)
		}
		for _, said := range []string{d.misspelled(), d.unneeded(category.IDs(), nil)} {
			if strings.ContainsAny(said, "\n\r") {
				t.Errorf("%q is not one line", said)
			}
		}
	})
}

// FuzzRead reads the directives of pages: each is inside of its file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<!-- jwtvet:ignore web-storage -- reason -->\n<p>", "// jwtvet:ignore web-storage -- r",
		"a()/* jwtvet:ignore web-storage -- r */;b()", "jwtvet:ignore", "//\njwtvet:ignore x -- y",
		strings.Repeat("// jwtvet:ignore x -- ", 100),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var r Reporter
		file := token.NewFileSet().AddFile("page.html", -1, len(src))
		file.SetLinesForContent(src)
		r.Read(file, src)
		for _, d := range r.pages {
			if d.pos < file.Pos(0) || d.end < d.pos || d.end > file.Pos(len(src)) || !d.ours {
				t.Errorf("%q: %+v", src, d)
			}
			d.misspelled()
		}
	})
}

// A page of one line, as a bundle is, is read in one go.
func TestReadOfOneLine(t *testing.T) {
	src := []byte(strings.Repeat("// jwtvet:ignore x -- ", 8<<20/22))
	var r Reporter
	file := token.NewFileSet().AddFile("page.html", -1, len(src))
	start := time.Now()
	r.Read(file, src)
	if spent := time.Since(start); spent > 5*time.Second {
		t.Errorf("%d bytes take %v", len(src), spent)
	}
}
