package report

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
)

// directive is a comment that takes reports off its own line and the next:
//
//	//jwtvet:ignore <category>[,...] [until=YYYY-MM-DD] -- reason
//	//nolint:jwtvet
//	//lint:ignore jwtvet/<category> reason
type directive struct {
	categories []string // nil for all
	pos, end   token.Pos
	line       int
	until      time.Time       // zero for ever
	ours       bool            // of the first form, which is itself checked
	nolint     bool            // of the second form, which golangci-lint knows too
	broken     bool            // of the first form, without category or reason
	apart      bool            // in a file that only one analyzer reads
	used       map[string]bool // categories that were taken off
}

const prefix = "//jwtvet:ignore"

var (
	ours    = regexp.MustCompile(`^` + prefix + `\s+([a-z0-9,-]+)(?:\s+until=(\d{4}-\d\d-\d\d))?\s+--\s*\S`)
	nolint  = regexp.MustCompile(`^//\s*nolint:([\w,-]+)`)
	lintIgn = regexp.MustCompile(`^//lint:ignore\s+(\S+)\s+\S`)
)

// directives holds those of a package by file name.
type directives map[string][]*directive

// read collects the directives of a file; those of the form //nolint only where they are ours to honour.
func (d directives) read(fset *token.FileSet, f *ast.File, nolint bool) {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if dir := parse(c.Text); dir != nil && (nolint || !dir.nolint) {
				p := fset.Position(c.Pos())
				dir.pos, dir.end, dir.line = c.Pos(), c.End(), p.Line
				d[p.Filename] = append(d[p.Filename], dir)
			}
		}
	}
}

// Read collects the directives of the first form in a file of another language. They stand in a comment of that language:
//
//	// jwtvet:ignore web-storage -- reason
//	<!-- jwtvet:ignore web-storage -- reason -->
func (r *Reporter) Read(file *token.File, src []byte) {
	name := []byte(prefix[len("//"):])
	for from := 0; ; {
		i := bytes.Index(src[from:], name)
		if i < 0 {
			return
		}
		at := from + i
		from = at + len(name)
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		if opens := opener.Find(src[max(0, at-8):at]); opens == nil || len(line) > 1000 {
			continue
		}
		text := string(closer.ReplaceAll(line, nil))
		dir := parse("//" + text)
		dir.pos, dir.end, dir.line, dir.apart = file.Pos(at), file.Pos(at+len(text)), file.Line(file.Pos(at)), true
		r.dirs[file.Name()] = append(r.dirs[file.Name()], dir)
	}
}

var (
	opener = regexp.MustCompile(`(//|/\*|<!--)\s*$`)
	closer = regexp.MustCompile(`\s*(-->|\*/).*|\s+$`)
)

// parse reads one comment; nil means that it is no directive.
func parse(text string) *directive {
	if strings.HasPrefix(text, prefix) {
		dir := &directive{ours: true, used: map[string]bool{}}
		m := ours.FindStringSubmatch(text)
		if m == nil {
			dir.broken = true
			return dir
		}
		dir.categories = strings.Split(m[1], ",")
		if m[2] != "" {
			until, err := time.Parse(time.DateOnly, m[2])
			dir.until, dir.broken = until, err != nil
		}
		return dir
	}
	if m := nolint.FindStringSubmatch(text); m != nil && slices.Contains(strings.Split(m[1], ","), "jwtvet") {
		return &directive{nolint: true}
	}
	if m := lintIgn.FindStringSubmatch(text); m != nil {
		dir := &directive{}
		for name := range strings.SplitSeq(m[1], ",") {
			if c, ok := strings.CutPrefix(name, "jwtvet/"); ok {
				dir.categories = append(dir.categories, c)
			}
		}
		if dir.categories != nil {
			return dir
		}
	}
	return nil
}

// ignore reports whether a directive on the finding's line or the line above, or there where Go ships its file, takes it
// off.
func (d directives) ignore(pass *analysis.Pass, f Finding) bool {
	return d.hit(pass.Fset.Position(f.Pos), f) || f.From.IsValid() && d.hit(pass.Fset.Position(f.From), f)
}

func (d directives) hit(p token.Position, f Finding) bool {
	hit := false
	for _, dir := range d[p.Filename] {
		on := dir.line == p.Line || dir.line == p.Line-1
		if !on || dir.broken || dir.categories != nil && !slices.Contains(dir.categories, f.Category) {
			continue
		}
		if dir.used != nil {
			dir.used[f.Category] = true
		}
		hit = hit || !dir.expired()
	}
	return hit
}

func (d *directive) expired() bool {
	return !d.until.IsZero() && time.Now().After(d.until.AddDate(0, 0, 1)) // the day itself is still good
}

// wrong says what is wrong with a directive, as far as the analyzer with the given categories can tell, "" for nothing.
// Exactly one analyzer, the first, speaks for all about what is wrong for all.
func (d *directive) wrong(own []string, first bool) string {
	switch {
	case !d.ours:
		return ""
	case d.broken && (first || d.apart):
		return fmt.Sprintf("ignore directive is not understood: write %s <category>[,...] [until=YYYY-MM-DD] -- reason", prefix)
	case d.broken:
		return ""
	}
	for _, c := range d.categories {
		switch {
		case (first || d.apart) && known != nil && !slices.Contains(known, c):
			return fmt.Sprintf("ignore directive names %s, which is no category", c)
		case !slices.Contains(own, c):
		case !d.used[c]:
			return fmt.Sprintf("ignore directive is not needed: nothing is reported here as %s", c)
		case d.expired():
			return fmt.Sprintf("ignore directive for %s held until %s", c, d.until.Format(time.DateOnly))
		}
	}
	return ""
}

// known holds every category of the suite, nil when only a part of it is linked.
var known []string

// Know declares the categories of the whole suite, so that a directive which names none of them can be told.
func Know(categories ...[]Category) {
	for _, list := range categories {
		for _, c := range list {
			known = append(known, c.ID)
		}
	}
}

// StaleIgnore is the category of reports about ignore directives.
const StaleIgnore = "stale-ignore"

// stale reports the directives of the package with which something is wrong. The categories of the analyzer are own.
func (r *Reporter) stale(own []string, first bool) {
	if slices.Contains(r.off, StaleIgnore) {
		return
	}
	for _, list := range r.dirs {
		for _, d := range list {
			file := r.pass.Fset.File(d.pos)
			if text := d.wrong(own, first); text != "" && !r.mute[file] {
				r.pass.Report(analysis.Diagnostic{Category: StaleIgnore, Pos: d.pos, End: d.end, Message: text, URL: Docs + "README.md#ignoring-reports"})
			}
		}
	}
}
