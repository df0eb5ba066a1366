// Package render prints what a run found, for people and for programs.
package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Style says how text is printed.
type Style struct {
	Color bool
}

// JSON prints the result as one document.
func JSON(w io.Writer, r *drive.Result) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	reports := r.Reports
	if reports == nil {
		reports = []drive.Report{}
	}
	return enc.Encode(struct {
		Packages int             `json:"packages"`
		Handling int             `json:"handling"`
		Reports  []drive.Report  `json:"reports"`
		Failures []drive.Failure `json:"failures,omitempty"`
	}{r.Packages, r.Handling, reports, r.Failures})
}

// Text prints each report with its source line and the path to the sink, and a last line that counts.
func Text(w io.Writer, r *drive.Result, s Style) error {
	out := bufio.NewWriter(w)
	src := sources{}
	for _, rep := range r.Reports {
		fmt.Fprintf(out, "%s: %s: %s\n", s.bold(place(r.Dir, rep.Pos)), s.severity(rep.Severity, rep.Category), rep.Message)
		if line, ok := src.line(rep.Pos); ok {
			shown, caret := excerpt(line, rep)
			fmt.Fprintf(out, "\t%s\n\t%s\n", shown, s.severity(rep.Severity, caret))
		}
		for _, rel := range rep.Related {
			fmt.Fprintf(out, "\t%s %s\n", s.dim("→ "+place(r.Dir, rel.Pos)+":"), s.dim(rel.Message))
		}
	}
	if len(r.Reports) > 0 {
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out, summary(r))
	return out.Flush()
}

// place returns ./file:line:col relative to the folder of the run.
func place(dir string, p drive.Position) string {
	file := p.File
	if rel, err := filepath.Rel(dir, p.File); err == nil {
		file = rel
		if !strings.HasPrefix(rel, "..") {
			file = "./" + filepath.ToSlash(rel)
		}
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, p.Column)
}

func summary(r *drive.Result) string {
	critical := 0
	for _, rep := range r.Reports {
		if rep.Severity == "critical" {
			critical++
		}
	}
	s := fmt.Sprintf("%s, %d handle tokens: %s", count(r.Packages, "package"), r.Handling, count(len(r.Reports), "report"))
	if critical > 0 {
		s += fmt.Sprintf(" (%d critical)", critical)
	}
	if len(r.Failures) > 0 {
		s += fmt.Sprintf(", %s could not be analysed", count(len(r.Failures), "package"))
	}
	return s
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// excerpt returns the source line with a line that points at the report. What a key is made of is not shown.
func excerpt(line string, rep drive.Report) (shown, caret string) {
	from := min(max(rep.Pos.Column-1, 0), len(line))
	to := len(line)
	if rep.End.Line == rep.Pos.Line && rep.End.Column > rep.Pos.Column {
		to = min(rep.End.Column-1, len(line))
	}
	if rep.Analyzer == "jwtsecret" {
		hidden := hide(line[from:to])
		line, to = line[:from]+hidden+line[to:], from+len(hidden)
	}
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, line[min(indent, from):from])
	return line[min(indent, from):], pad + "^" + strings.Repeat("~", max(len([]rune(line[from:to]))-1, 0))
}

// hide replaces what stands between quotes.
func hide(s string) string {
	var b strings.Builder
	var quote rune
	escaped := false
	for _, r := range s {
		switch {
		case quote == 0:
			b.WriteRune(r)
			if r == '"' || r == '`' || r == '\'' {
				quote = r
				b.WriteString("...")
			}
		case r == quote && !escaped:
			quote = 0
			b.WriteRune(r)
		default:
			escaped = r == '\\' && !escaped
		}
	}
	return b.String()
}

// sources keeps the lines of the files that reports are in.
type sources map[string][]string

func (s sources) line(p drive.Position) (string, bool) {
	lines, ok := s[p.File]
	if !ok {
		data, err := os.ReadFile(p.File)
		if err == nil {
			lines = strings.Split(string(data), "\n")
		}
		s[p.File] = lines
	}
	if p.Line < 1 || p.Line > len(lines) {
		return "", false
	}
	return strings.TrimRight(lines[p.Line-1], "\r"), true
}
