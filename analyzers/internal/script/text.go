package script

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2/js"
)

// piece is a part of a text that is put together: text as it is written, or an expression.
type piece struct {
	text   string
	isText bool
	span
}

// literal returns the text of token i, which is a string or a template without expressions.
func (r *reader) literal(i int) (string, bool) {
	t := r.text(i)
	if k := r.kind(i); (k == js.StringToken || k == js.TemplateToken) && len(t) >= 2 {
		return unescape(t[1 : len(t)-1]), true
	}
	return "", false
}

// unescape reads the escapes of a string.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for s != "" {
		c, _, tail, err := strconv.UnquoteChar(s, 0)
		if err != nil { // an escape that Go does not have stands for itself
			_, n := utf8.DecodeRuneInString(s)
			c, tail = utf8.RuneError, s[n:]
			if s[0] == '\\' && len(s) > 1 {
				c, n = utf8.DecodeRuneInString(s[1:])
				tail = s[1+n:]
			}
		}
		b.WriteRune(c)
		s = tail
	}
	return b.String()
}

// templated reports whether a text has places that a template, or a format, fills in.
func templated(s string) bool {
	for _, mark := range []string{"{{", "{%", "<%", "[[", "%s", "%v", "%q", "%+", "%["} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// pieces takes apart a text that is put together: by +, by a template, by concat, by join.
func (r *reader) pieces(s span) []piece {
	if s.long() {
		return []piece{{span: s}}
	}
	var out []piece
	for _, p := range r.split(s, js.AddToken) {
		out = append(out, r.parts(p)...)
	}
	return out
}

func (r *reader) parts(s span) []piece {
	switch r.kind(s.from) {
	case js.StringToken, js.TemplateToken:
		text, _ := r.literal(s.from)
		out := []piece{{text: text, isText: true}}
		if r.dot(s.from+1) && r.is(s.from+2, "concat") {
			args, _ := r.list(s.from + 4)
			for _, a := range args {
				out = append(out, r.pieces(a)...)
			}
		}
		return out
	case js.TemplateStartToken:
		return r.template(s)
	case js.OpenParenToken:
		if inner, end := r.list(s.from + 1); end == s.to-1 && len(inner) == 1 {
			return r.pieces(inner[0])
		}
	case js.OpenBracketToken:
		args, end := r.list(s.from + 1)
		if !r.dot(end+1) || !r.is(end+2, "join") {
			break
		}
		var out []piece
		for _, a := range args {
			out = append(append(out, r.pieces(a)...), piece{text: "; ", isText: true})
		}
		return out
	}
	if s.from >= s.to {
		return nil
	}
	return []piece{{span: s}}
}

// template takes a template with expressions apart.
func (r *reader) template(s span) []piece {
	var out []piece
	for i := s.from; i < s.to; {
		text := strings.TrimSuffix(r.text(i)[1:], "`")
		out = append(out, piece{text: unescape(strings.TrimSuffix(text, "${")), isText: true})
		if r.kind(i) == js.TemplateEndToken {
			break
		}
		end := r.find(i+1, s.to, js.TemplateMiddleToken, js.TemplateEndToken)
		out = append(out, piece{span: span{i + 1, end}})
		i = end
	}
	return out
}
