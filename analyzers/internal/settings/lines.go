package settings

// This file reads formats with one value in a line:
//
//	export JWT_SECRET="change-me" # dotenv: behind a value in quotes, or behind space
//	[jwt]                         ; INI
//	secret = change-me
//	ENV JWT_SECRET=change-me      # Dockerfile
//	Environment="JWT_SECRET=change-me"

import (
	"bytes"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// variable finds an assignment at the begin of a line, as godotenv reads it.
var variable = pattern.New(`^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*[=:]\s*`)

func (r *reader) dotenv() {
	for at := 0; at < len(r.data) && !r.full(); {
		line, end := r.line(at)
		m := variable().Regexp().FindSubmatchIndex(line)
		if m == nil {
			at = end
			continue
		}
		name, from := string(line[m[2]:m[3]]), at+min(m[1], len(line))
		if text, size, ok := quoted(r.data[from:]); ok { // possibly of several lines
			r.add(name, text, from, size)
			_, end = r.line(from + size)
		} else {
			text := bare(line[m[1]:], " #", "\t#")
			r.add(name, text, from, len(text))
		}
		at = max(end, at+1)
	}
}

// line returns the line at an offset, without its end, and where the next one begins.
func (r *reader) line(at int) (line []byte, next int) {
	line, _, _ = bytes.Cut(r.data[at:], []byte("\n"))
	return bytes.TrimRight(line, "\r"), at + len(line) + 1
}

// quoted returns the text in quotes that data begins with, and how long it is with them.
func quoted(data []byte) (text string, size int, ok bool) {
	if len(data) == 0 || data[0] != '"' && data[0] != '\'' {
		return "", 0, false
	}
	for i := 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case data[0]:
			return string(data[1:i]), i + 1, true
		}
	}
	return "", 0, false
}

// bare returns a value without quotes, up to a comment.
func bare(value []byte, comments ...string) string {
	text := string(value)
	for _, c := range comments {
		text, _, _ = strings.Cut(text, c)
	}
	return strings.TrimSpace(text)
}

func (r *reader) ini() {
	section := ""
	for at := 0; at < len(r.data) && !r.full(); {
		line, end := r.line(at)
		text := strings.TrimSpace(string(line))
		key, value, found := strings.Cut(text, "=")
		switch {
		case text == "" || strings.HasPrefix(text, "#") || strings.HasPrefix(text, ";"):
		case strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
			section = strings.TrimSpace(text[1 : len(text)-1])
			if strings.EqualFold(section, "default") {
				section = ""
			}
		case found:
			value = strings.TrimSpace(value)
			from := at + bytes.LastIndex(line, []byte(value))
			size := len(value)
			if in, n, ok := quoted([]byte(value)); ok {
				value, size = in, n
			} else {
				value = bare([]byte(value), " ;", " #")
				size = len(value)
			}
			r.add(nested(section, strings.TrimSpace(key)), value, from, size)
		}
		at = end
	}
}

// assignment finds NAME=value, NAME := value and ENV NAME value between other words.
var assignment = pattern.New(`(?:^|[\s"'])(?:ENV\s+)?([A-Za-z_][A-Za-z0-9_]*)` +
	`(?:\s*[:?]?=\s*|\s+)("[^"\n]*"|'[^'\n]*'|[^\s"']+)`)

func (r *reader) shell() {
	for at := 0; at < len(r.data) && !r.full(); {
		line, end := r.line(at)
		text, from := bytes.TrimSpace(line), at
		if rest, ok := bytes.CutPrefix(line, []byte("Environment=")); ok { // of systemd
			line, from = rest, at+len(line)-len(rest)
		}
		if !bytes.HasPrefix(text, []byte("#")) && !bytes.HasPrefix(text, []byte("ARG ")) {
			r.assignments(line, from)
		}
		at = end
	}
}

// assignments adds the assignments in a line that begins at an offset.
func (r *reader) assignments(line []byte, at int) {
	for from := 0; from < len(line); {
		m := assignment().Regexp().FindSubmatchIndex(line[from:])
		if m == nil {
			return
		}
		name, raw := string(line[from+m[2]:from+m[3]]), line[from+m[4]:from+m[5]]
		between := line[from+m[3] : from+m[4]]
		if bytes.ContainsRune(between, '=') ||
			bytes.HasPrefix(bytes.TrimSpace(line), []byte("ENV "+name+" ")) {
			text := strings.Trim(string(raw), `"'`)
			r.add(name, text, at+from+m[4], len(raw))
			from += m[5]
		} else {
			from += m[3]
		}
	}
}
