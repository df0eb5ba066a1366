package render

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// sources reads the lines of the files that reports are in, each file once.
type sources struct {
	dir  string
	seen map[string][]string
}

// line returns a pointer to the line of a position, nil when it cannot be read.
func (s sources) line(p drive.Position) *string {
	lines, ok := s.seen[p.File]
	if !ok {
		file := p.File
		if !filepath.IsAbs(file) {
			file = filepath.Join(s.dir, file)
		}
		if data, err := regular.Read(file, regular.Limit); err == nil {
			lines = strings.Split(string(data), "\n")
		}
		for i, l := range lines {
			lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
		}
		s.seen[p.File] = lines
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
	line := s.line(r.Position)
	if line == nil || r.Category != committed && !slices.Contains(masked, r.Category) {
		return
	}
	from, to := span(*line, r)
	if r.Category == committed {
		*line = (*line)[:from] + strings.Repeat("*", len(*line)-from)
		return
	}
	*line = (*line)[:from] + mask((*line)[from:to]) + (*line)[to:]
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
