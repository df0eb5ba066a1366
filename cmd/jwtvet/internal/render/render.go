// Package render writes what a run found, for people and for programs.
package render

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Text writes reports for people.
type Text struct {
	Out   io.Writer
	Dir   string // what the names of files in reports are relative to; "" for the current directory
	Color bool
}

// The looks of the parts of a report, as select-graphic-rendition codes.
const (
	bold  = "1"
	faint = "2"
	green = "32"
)

var bySeverity = map[string]string{"critical": "1;31", "high": "31", "medium": "33", "low": "36"}

// severities, from worst to mildest.
var severities = []string{"critical", "high", "medium", "low"}

// Result writes every report and a summary.
func (t *Text) Result(res *drive.Result) error {
	w, src := bufio.NewWriter(t.Out), sources{t.Dir, map[string][]string{}}
	for _, r := range res.Reports {
		src.mask(r)
	}
	for _, r := range res.Reports {
		t.report(w, src, r)
	}
	fmt.Fprintln(w, t.paint(bold, Summary(res)))
	return w.Flush()
}

// report writes one report: place, category and message; the line with a mark
// below; where the value goes.
func (t *Text) report(w io.Writer, src sources, r drive.Report) {
	look := bySeverity[r.Severity]
	fmt.Fprintf(w, "%s: %s: %s %s\n",
		t.paint(bold, r.Position.String()), t.paint(look, cmp.Or(r.Category, r.Analyzer)),
		Visible(r.Message), t.paint(look, "["+r.Severity+"]"))
	if line := src.line(r.Position); line != nil && !byLine(r) {
		source, mark := excerpt(*line, r)
		fmt.Fprintf(w, "    %s\n    %s\n", source, t.color(green, mark))
	}
	for _, rel := range r.Related {
		place := rel.Position.String()
		if rel.Position.Column <= 1 { // known by line only: it is in another package
			place = fmt.Sprintf("%s:%d", rel.Position.File, rel.Position.Line)
		}
		fmt.Fprintf(w, "    %s\n", t.paint(faint, rel.Message+": "+place))
	}
	fmt.Fprintln(w)
}

// byLine reports whether a line directive tells the place of a report, and no more than
// its line: whether the line says the same as the Go code that was analysed, nobody
// knows. It may be another secret.
func byLine(r drive.Report) bool { return r.Position.Column == 1 && r.End == r.Position }

// paint returns s as [Visible] has it, in a colour where there are any.
func (t *Text) paint(look, s string) string { return t.color(look, Visible(s)) }

// color puts a colour around what shows.
func (t *Text) color(look, s string) string {
	if !t.Color || look == "" {
		return s
	}
	return "\x1b[" + look + "m" + s + "\x1b[0m"
}

// Summary says in one line what a run found.
func Summary(res *drive.Result) string {
	s := count(res.Packages, "package") + ", " + importing(res.Handling) + " a token library: "
	if len(res.Reports) == 0 {
		s += "no reports"
	} else {
		s += count(len(res.Reports), "report") + " (" + ranks(res.Reports) + ")"
	}
	var out []string
	packages, modules := res.Unanalysed()
	if packages > 0 {
		out = append(out, count(packages, "package"))
	}
	if modules > 0 {
		out = append(out, count(modules, "module"))
	}
	partly := ""
	if slices.ContainsFunc(res.Failures,
		func(f drive.Failure) bool { return len(f.Analyzers) > 0 }) {
		partly = "fully "
	}
	switch {
	case len(out) > 0:
		s += "; " + strings.Join(out, " and ") + " not " + partly + "analysed"
	case len(res.Failures) > 0: // the go command does not say which packages it is about
		s += "; not everything was analysed"
	}
	return s
}

// importing says how many packages import something. What they are reported for
// need not have to do with it.
func importing(n int) string {
	switch n {
	case 0:
		return "none imports"
	case 1:
		return "1 imports"
	}
	return fmt.Sprintf("%d import", n)
}

// ranks counts reports by severity.
func ranks(reports []drive.Report) string {
	n := map[string]int{}
	for _, r := range reports {
		n[r.Severity]++
	}
	var parts []string
	for _, s := range severities {
		if n[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[s], s))
		}
	}
	return strings.Join(parts, ", ")
}

// Failure says in one line what kept packages from being analysed, and what to do.
func Failure(f drive.Failure) string {
	s, by := f.Message, ""
	if len(f.Analyzers) > 0 {
		by = " by " + strings.Join(f.Analyzers, ", ")
	}
	switch n := len(f.Packages); {
	case f.Module != "":
		s = "module " + f.Module + " was not analysed: " + s
	case n == 1:
		s = f.Packages[0] + " was not analysed" + by + ": " + s
	case n > 1:
		s = fmt.Sprintf("%s and %s were not analysed%s: %s",
			f.Packages[0], count(n-1, "other package"), by, s)
	}
	if f.Advice != "" {
		s += "; " + f.Advice
	}
	if f.Importers > 0 {
		s += "; left out because they import it: " + count(f.Importers, "package")
	}
	return s
}

// Placeholder says in one line what a package embeds and does not have.
func Placeholder(p drive.Placeholder) string {
	s := p.Package + " embeds " + strings.Join(p.Patterns, " and ") + ", which matches no file yet"
	if p.Place != "" {
		s += " (" + p.Place + ")"
	}
	return s + ": analysed without, so reports about embedded files there are missing; build them first to get those"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// document is what [JSON] writes.
type document struct {
	Packages     int                 `json:"packages"`
	Handling     int                 `json:"handling"`
	Reports      []drive.Report      `json:"reports"`
	Failures     []drive.Failure     `json:"failures"`
	Placeholders []drive.Placeholder `json:"placeholders,omitempty"`
	Notes        []string            `json:"notes,omitempty"`
}

// JSON writes one document with everything that the run found. Characters that do not show are
// escaped in it, which changes nothing for who reads it.
func JSON(w io.Writer, res *drive.Result) error {
	doc := document{
		res.Packages, res.Handling, res.Reports, res.Failures, res.Placeholders, res.Notes,
	}
	if doc.Reports == nil {
		doc.Reports = []drive.Report{}
	}
	if doc.Failures == nil {
		doc.Failures = []drive.Failure{}
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := w.Write(visibleJSON(text.Bytes()))
	return err
}
