package script

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
	"github.com/tdewolff/parse/v2/js"
)

// Page returns the writes in the scripts and event handlers of an HTML page, which may be a
// template of one.
func Page(src []byte) []Write {
	if !Mentions(src) {
		return nil
	}
	var out []Write
	in := parse.NewInputBytes(plain(src))
	l := html.NewLexer(in)
	// the element whose start is read, and whether its text is a script that browsers run
	tag, runs := "", true
	for {
		kind, data := l.Next()
		end := in.Offset()
		switch kind {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			tag, runs = string(l.Text()), true
		case html.AttributeToken:
			key, val := string(l.AttrKey()), l.AttrVal()
			if tag == "script" && key == "type" {
				runs = script(val)
			}
			if handles(key, val) {
				out = append(out, within(src, end-len(val), end, unquoted)...)
			}
		case html.TextToken:
			if tag == "script" && runs {
				out = append(out, within(src, end-len(data), end, nil)...)
			}
			tag = ""
		case html.EndTagToken:
			tag = ""
		}
	}
}

// within returns the writes in a part of a page, after it has been cleaned to as many bytes.
func within(src []byte, from, to int, clean func([]byte)) []Write {
	part := bytes.Clone(src[from:to])
	unquoteActions(part)
	if clean != nil {
		clean(part)
	}
	out := Script(part)
	for i := range out {
		out[i].Offset, out[i].End = out[i].Offset+from, out[i].End+from
	}
	return out
}

// plain returns a copy of a page, which the lexer changes, in which it reads the elements of other
// languages as it reads all others: it would pass over what is in them, to the end of the page
// where one has no end tag.
func plain(src []byte) []byte {
	out := bytes.Clone(src)
	for i := range out {
		if out[i] != '<' {
			continue
		}
		for _, name := range []string{"svg", "math", "xml"} {
			if rest := out[i+1:]; len(rest) > len(name) &&
				strings.EqualFold(string(rest[:len(name)]), name) {
				rest[0] = 'x'
				rest[1] = 'x'
			}
		}
	}
	return out
}

// script reports whether a script of a type is one that browsers, or a compiler in the page, run.
func script(mediaType []byte) bool {
	t := strings.ToLower(string(bytes.Trim(mediaType, "\"' ")))
	return t == "" || t == "module" || strings.Contains(t, "script") ||
		strings.Contains(t, "babel") || strings.Contains(t, "jsx") || strings.Contains(t, "{")
}

// handles reports whether an attribute is a script: an event handler, of the browser's or of a
// library, or an address.
func handles(key string, val []byte) bool {
	for _, prefix := range []string{"on", "@", ":", "x-", "v-", "hx-on", "data-on"} {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return bytes.HasPrefix(bytes.TrimLeft(val, "\"' "), []byte("javascript:"))
}

// unquoted makes space of the quotes round the value of an attribute, and quotes of those that are
// written as entities.
func unquoted(val []byte) {
	if n := len(val); n > 1 && (val[0] == '"' || val[0] == '\'') {
		val[0], val[n-1] = ' ', ' '
	}
	for _, entity := range []string{"&quot;", "&#34;", "&#39;", "&apos;"} {
		for i := bytes.Index(val, []byte(entity)); i >= 0; i = bytes.Index(val, []byte(entity)) {
			copy(val[i:], bytes.Repeat([]byte{' '}, len(entity)))
			val[i] = '"'
		}
	}
}

// unquoteActions makes space of the quotes in the actions of a template: those in
// "{{index . "name"}}" end no string.
func unquoteActions(part []byte) {
	for from := 0; ; {
		i := bytes.Index(part[from:], []byte("{{"))
		if i < 0 {
			return
		}
		from += i + 2
		body, _, ok := bytes.Cut(part[from:min(from+1000, len(part))], []byte("}}"))
		if !ok || bytes.ContainsAny(body, ";\n") { // blocks of a script in one another
			continue
		}
		for j, c := range body {
			if c == '"' || c == '\'' || c == '`' {
				body[j] = ' '
			}
		}
	}
}

// Templ returns the writes in a file of templ: those of its markup and of its script templates.
func Templ(src []byte) []Write {
	if !Mentions(src) {
		return nil
	}
	out := Page(src)
	const head = "\nscript " // stands at the start of a line, as func does
	heads := bytes.Split(src, []byte(head))
	from := len(heads[0])
	for _, block := range heads[1:] {
		from += len(head)
		r := reader{stream: stream{src: block, tokens: lex(block)}}
		params := r.until(0, js.OpenBraceToken)
		if end := r.until(params+1, js.CloseBraceToken); end < len(r.tokens) {
			out = append(out,
				within(src, from+r.tokens[params].end, from+r.tokens[end].start, nil)...)
		}
		from += len(block)
	}
	return out
}
