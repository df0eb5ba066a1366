package report

// This file reads the comments that take a report off a place:
//
//	//jwtvet:ignore hardcoded-secret -- reason
//	//jwtvet:ignore hardcoded-secret until=2030-01-31 -- reason
//	key := "dev" //nolint:jwtvet

import (
	"bytes"
	"fmt"
	"go/token"
	"slices"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// directive is a comment that takes reports off its own line and the next:
//
//	//jwtvet:ignore <category>[,...] [until=YYYY-MM-DD] -- reason
//	//nolint:jwtvet
//	//lint:ignore jwtvet/<category> reason
type directive struct {
	categories []string // nil for all
	pos, end   token.Pos
	place      place
	until      time.Time // zero for no end
	reason     string
	ours       bool            // of the first form, which is itself checked
	nolint     bool            // of the second form, which golangci-lint knows too
	broken     bool            // of the first form, without category or reason
	used       map[string]bool // categories that were taken off
}

const prefix = "//jwtvet:ignore"

var (
	ours = pattern.New(`^` + prefix +
		`\s+([a-z0-9,-]+)(?:\s+until=(\d{4}-\d\d-\d\d))?\s+--\s*(\S.*)`)
	nolint  = pattern.New(`^//\s*nolint:([\w,-]+)(?:\s*//\s*(.*))?`)
	lintIgn = pattern.New(`^//lint:ignore\s+(\S+)\s+(\S.*)`)
)

// Read collects the directives of the first form in a file of another language. They stand in a
// comment of that language:
//
//	// jwtvet:ignore web-storage -- reason
//	<!-- jwtvet:ignore web-storage -- reason -->
//	# jwtvet:ignore committed-secret -- reason
func (r *Reporter) Read(file *token.File, src []byte) {
	name := []byte(prefix[len("//"):])
	for from := 0; ; {
		i := bytes.Index(src[from:], name)
		if i < 0 {
			return
		}
		at := from + i
		from = at + len(name)
		line, _, _ := bytes.Cut(src[at:min(at+longest+1, len(src))], []byte("\n"))
		if opens := opener().Regexp().Find(src[max(0, at-8):at]); opens == nil || len(line) > longest {
			continue
		}
		text := string(closer().Regexp().ReplaceAll(line, nil))
		d := parse("//" + text)
		d.pos, d.end = file.Pos(at), file.Pos(at+len(text))
		d.place = place{own: lineAt{file.Name(), file.Line(file.Pos(at))}}
		r.pages = append(r.pages, d)
	}
}

// longest is the length of the longest line that is read: a bundle is one line of megabytes.
const longest = 1000

var (
	opener = pattern.New(`(//|/\*|<!--|#|;)\s*$`)
	closer = pattern.New(`\s*(-->|\*/).*|\s+$`)
)

// parse reads one comment; nil means that it is no directive.
func parse(text string) *directive {
	if strings.HasPrefix(text, prefix) {
		d := &directive{ours: true, used: map[string]bool{}}
		m := ours().Regexp().FindStringSubmatch(text)
		if m == nil {
			d.broken = true
			return d
		}
		d.categories, d.reason = strings.Split(m[1], ","), strings.TrimSpace(m[3])
		if m[2] != "" {
			until, err := time.Parse(time.DateOnly, m[2])
			d.until, d.broken = until, err != nil
		}
		return d
	}
	if m := nolint().Regexp().FindStringSubmatch(text); m != nil &&
		slices.Contains(strings.Split(m[1], ","), "jwtvet") {
		return &directive{nolint: true, reason: strings.TrimSpace(m[2])}
	}
	if m := lintIgn().Regexp().FindStringSubmatch(text); m != nil {
		d := &directive{reason: strings.TrimSpace(m[2])}
		for name := range strings.SplitSeq(m[1], ",") {
			if c, ok := strings.CutPrefix(name, "jwtvet/"); ok {
				d.categories = append(d.categories, c)
			}
		}
		if d.categories != nil {
			return d
		}
	}
	return nil
}

// matches reports whether the directive speaks of reports of a category at a place.
func (d *directive) matches(p place, id string) bool {
	return (d.place.own.covers(p.own) || d.place.claimed.covers(p.claimed)) && !d.broken &&
		(d.categories == nil || slices.Contains(d.categories, id))
}

// use notes that the directive is needed for a category, and reports whether it still holds.
func (d *directive) use(id string) bool {
	if d.used != nil {
		d.used[id] = true
	}
	return !d.expired()
}

// expired reports whether the last day of a directive has passed.
func (d *directive) expired() bool {
	return !d.until.IsZero() && time.Now().After(d.until.AddDate(0, 0, 1))
}

// The words between which a message names the category of an expired directive.
const (
	forCategory = "ignore directive for "
	hasExpired  = " has expired: until="
)

// Expired returns the category that a report about an expired directive is about, from its message:
// drivers hand on nothing else that could tell.
func Expired(message string) (category string, ok bool) {
	rest, about := strings.CutPrefix(message, forCategory)
	category, _, ok = strings.Cut(rest, hasExpired)
	return category, about && ok
}

// misspelled says what is wrong with a directive whatever is reported, "" for nothing.
func (d *directive) misspelled() string {
	if !d.ours {
		return ""
	}
	if d.broken {
		return fmt.Sprintf("ignore directive is malformed: write %s <category>[,...] "+
			"[until=YYYY-MM-DD] -- reason", prefix)
	}
	for _, c := range d.categories {
		if !slices.Contains(category.IDs(), c) {
			return fmt.Sprintf("ignore directive names %s, which is not a category", c)
		}
	}
	return ""
}

// unneeded says that a directive takes nothing off, or no longer, as far as the analyzer with the
// given categories can tell; "" where it is needed, or where the end of its time changes nothing,
// since its category is off.
func (d *directive) unneeded(own, off []string) string {
	if !d.ours || d.broken {
		return ""
	}
	for _, c := range d.categories {
		switch {
		case !slices.Contains(own, c):
		case !d.used[c]:
			return fmt.Sprintf("ignore directive is not needed: nothing is reported here as %s", c)
		case d.expired() && !slices.Contains(off, c):
			return forCategory + c + hasExpired + d.until.Format(time.DateOnly)
		}
	}
	return ""
}
