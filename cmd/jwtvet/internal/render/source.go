package render

import (
	"bytes"
	"go/scanner"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// sources reads the lines of the files that reports are in, each file once.
type sources struct {
	dir   string
	texts map[string][]byte
	lines map[string][]string // what may be shown of them
}

func newSources(dir string) sources {
	return sources{dir, map[string][]byte{}, map[string][]string{}}
}

// text returns the content of a file, nil when it cannot be read.
func (s sources) text(name string) []byte {
	text, ok := s.texts[name]
	if !ok {
		file := name
		if !filepath.IsAbs(file) {
			file = filepath.Join(s.dir, file)
		}
		if data, err := regular.Read(file, regular.Limit); err == nil {
			text = data
		}
		s.texts[name] = text
	}
	return text
}

// line returns a pointer to the line of a position, nil when it cannot be read.
func (s sources) line(p drive.Position) *string {
	lines, ok := s.lines[p.File]
	if !ok {
		if text := s.text(p.File); text != nil {
			lines = strings.Split(string(text), "\n")
		}
		for i, l := range lines {
			lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
		}
		s.lines[p.File] = lines
	}
	if p.Line < 1 || p.Line > len(lines) {
		return nil
	}
	return &lines[p.Line-1]
}

// masked are the categories whose reports stand at the text of a key.
var masked = []string{"hardcoded-secret", "default-secret"}

// committed is the category whose reports stand at a key in a settings file.
const committed = "committed-secret"

// mask makes the key that a report is about unreadable wherever its line is shown: the output may
// end in a log that more people can read than the source. In a settings file nothing behind the
// name is shown: quotes and escapes are those of many languages.
func (s sources) mask(r drive.Report) {
	if line := s.line(r.Position); line != nil {
		from, to := span(*line, r.Position, r.End)
		switch {
		case r.Category == committed:
			*line = (*line)[:from] + strings.Repeat("*", len(*line)-from)
		case slices.Contains(masked, r.Category):
			*line = (*line)[:from] + mask((*line)[from:to]) + (*line)[to:]
		}
	}
	if !slices.Contains(masked, r.Category) {
		return
	}
	for _, rel := range r.Related {
		if line := s.line(rel.Position); line != nil && rel.Message == origin {
			from := clamp(rel.Position.Column-1, 0, len(*line)) // where it ends is not known
			*line = (*line)[:from] + mask((*line)[from:])
		}
	}
}

// mask puts a star in place of every byte between quotes, which leaves all columns as they are.
func mask(s string) string {
	b := []byte(s)
	quote, escaped := byte(0), false
	for i, c := range b {
		switch {
		case quote == 0:
			if c == '"' || c == '`' || c == '\'' {
				quote = c
			}
		case c == quote && !escaped:
			quote = 0
		default:
			escaped = c == '\\' && !escaped && quote != '`'
			b[i] = '*'
		}
	}
	return string(b)
}

// word returns the length of the word, the number or the string of Go at a position, 0 where
// nothing is known but a line.
func (s sources) word(p drive.Position) int {
	line := s.line(p)
	if line == nil || p.Column <= 1 || p.Column > len(*line) {
		return 0
	}
	src := []byte((*line)[p.Column-1 : min(len(*line), p.Column+widest)]) // no line of megabytes
	var scan scanner.Scanner
	scan.Init(token.NewFileSet().AddFile("", -1, len(src)), src, func(token.Position, string) {}, 0)
	_, tok, lit := scan.Scan()
	if lit == "" {
		lit = tok.String()
	}
	return min(len(lit), len(src))
}

// char returns the column of a position as editors count it, in units of UTF-16 from 1.
func (s sources) char(p drive.Position) int {
	start := lineStart(s.text(p.File), p.Line)
	line, _, _ := bytes.Cut(s.text(p.File)[start:], []byte("\n"))
	return chars(line[:clamp(p.Column-1, 0, len(line))])
}

// chars returns the column behind a text, in units of UTF-16 from 1.
func chars(text []byte) int {
	n := 1
	for _, r := range string(text) {
		n += utf16.RuneLen(r)
	}
	return n
}

// lineStart returns the offset of a line, that of the end of the text where there is no such line.
func lineStart(text []byte, line int) int {
	at := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text)
		}
		at += i + 1
	}
	return at
}

// offset returns the offset of a position in its text.
func offset(text []byte, p drive.Position) int {
	return clamp(lineStart(text, p.Line)+p.Column-1, 0, len(text))
}
