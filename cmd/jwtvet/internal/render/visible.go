package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Visible returns s as one line that shows every character of it. Names of files, lines of source
// and messages are written by the author of the analysed code: a terminal would obey an
// escape sequence in them, a line break would make two reports of one, and bidirectional controls
// (Trojan Source, CVE-2021-42574) would show another text than the compiler reads. What does not
// show stands there as in a Go string: \x1b, \u202e, \n, and \xff for a byte that is no UTF-8.
func Visible(s string) string { return visible(s, shows) }

// visibleLine is Visible for a line of source, whose tabs stay: they keep the
// marks below what they mark.
func visibleLine(s string) string {
	return visible(s, func(r rune) bool { return r == '\t' || shows(r) })
}

// Shown returns a text of several lines as it goes to a writer: on a terminal every character
// shows, and programs get what it is.
func Shown(w io.Writer, text string) string {
	if !terminal(w) {
		return text
	}
	return visible(text, func(r rune) bool { return r == '\t' || r == '\n' || shows(r) })
}

// shows reports whether a character is seen where it stands: letters, marks, numbers, punctuation,
// symbols and spaces. Controls, formats (bidirectional and zero-width ones among them) and
// separators of lines are not.
func shows(r rune) bool { return unicode.IsPrint(r) || unicode.Is(unicode.Zs, r) }

func visible(s string, shows func(rune) bool) string {
	var b strings.Builder
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case shows(r):
			b.WriteRune(r)
		default:
			quoted := strconv.QuoteRuneToGraphic(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
	}
	return b.String()
}

// VisibleJSON returns a JSON text of the same value in which every character shows. encoding/json
// escapes the controls of ASCII only.
func VisibleJSON(text []byte) []byte {
	var out []byte
	for _, r := range string(text) {
		switch {
		case r == '\n' || r == '\t' || shows(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// WriteJSON writes a value as an indented JSON text in which every character shows.
func WriteJSON(w io.Writer, doc any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := w.Write(VisibleJSON(b.Bytes()))
	return err
}
