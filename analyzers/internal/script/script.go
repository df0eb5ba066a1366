// Package script finds what the scripts of a page put where every script of the page can read it:
// web storage and cookies (HTML Living Standard 12, RFC 6265).
//
// Scripts are read token by token, with the lexer of a library, and not as a tree: half of them
// are no scripts yet but templates of some, or pieces between two strings of Go, and of a tree
// nobody could tell where in the file its parts are.
package script

import (
	"bytes"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2/js"
)

// Places where a write can go.
const (
	Local   = "localStorage"
	Session = "sessionStorage"
	Web     = "web storage" // one of the two above
	Cookie  = "document.cookie"
)

// Write is a place in a script that puts a value into storage.
type Write struct {
	Where       string   // one of the places
	Name        string   // the name under which the value is put there, "" where it is not known
	Called      string   // what the code calls that name where it is not known
	Value       []string // what the code calls the value, or the parts that it is made of
	Constant    bool     // the value is written out
	Offset, End int      // of the write within the source
}

var mentions = [][]byte{
	[]byte(Local), []byte(Session), []byte(Cookie), []byte("ookies.set"), []byte("ookie.set"),
	[]byte("setCookie"), []byte("cookieStore"), []byte("$.cookie"),
}

// Mentions reports whether a source can hold a write at all. It is cheap.
func Mentions(src []byte) bool {
	if !bytes.Contains(src, []byte("torage")) && !bytes.Contains(src, []byte("ookie")) {
		return false
	}
	return slices.ContainsFunc(mentions, func(m []byte) bool { return bytes.Contains(src, m) })
}

// Script returns the writes in the source of a script, in the order in which they stand there.
func Script(src []byte) []Write {
	if !Mentions(src) {
		return nil
	}
	r := &reader{stream: stream{src: src, tokens: lex(src)}}
	var out []Write
	for i := range r.tokens {
		if r.steps > 1<<24+64*len(r.tokens) { // no person and no bundler writes so
			break
		}
		if w, ok := r.write(i); ok {
			out = append(out, w)
		}
		out = append(out, r.assigned(i)...)
	}
	return out
}

// stream is the tokens of one script, with the brackets, lists and expressions that they make.
type stream struct {
	src    []byte
	tokens []token
	steps  int // taken from token to token
}

// reader says what the tokens of one script mean.
type reader struct {
	stream
	props map[string]string // texts of properties by their name, "" where there are several
	asked map[int]bool      // the expressions that are being read for a name
}

// kind returns the kind of token i, that of an error beyond the ends.
func (r *stream) kind(i int) js.TokenType {
	if i < 0 || i >= len(r.tokens) {
		return js.ErrorToken
	}
	return r.tokens[i].kind
}

// text returns token i as it is written, "" beyond the ends.
func (r *stream) text(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return string(r.src[r.tokens[i].start:r.tokens[i].end])
}

// is reports whether token i is an identifier that is spelled so.
func (r *stream) is(i int, names ...string) bool {
	return js.IsIdentifierName(r.kind(i)) && slices.Contains(names, r.text(i))
}

// dot reports whether token i stands between a value and the name of a part of it.
func (r *stream) dot(i int) bool {
	return r.kind(i) == js.DotToken || r.kind(i) == js.OptChainToken
}

// write reads the write whose name is token i: setItem, cookie, the property itself.
func (r *reader) write(i int) (Write, bool) {
	if !js.IsIdentifierName(r.kind(i)) {
		return Write{}, false
	}
	switch text := r.text(i); text {
	case "setItem":
		if where, from := r.storage(i - 2); r.dot(i-1) && where != "" {
			return r.call(where, from, i)
		}
	case Local, Session:
		return r.property(text, i)
	case "cookie":
		if r.dot(i-1) && r.is(i-2, "document") && r.assigns(i+1) {
			return r.cookie(i - 2)
		} else if r.dot(i-1) && r.is(i-2, "$", "jQuery") {
			return r.call(Cookie, i-2, i)
		}
	case "set":
		if r.dot(i-1) && r.is(i-2, "Cookies", "cookies", "Cookie", "cookie", "$cookies", "$cookie",
			"cookieStore") {
			return r.call(Cookie, i-2, i)
		}
	case "setCookie":
		if r.kind(i-1) != js.FunctionToken && !r.method(i) {
			return r.call(Cookie, i, i)
		}
	}
	return Write{}, false
}

// call reads the arguments of the call of token i, a name and a value, of an expression that
// begins at token from.
func (r *reader) call(where string, from, i int) (Write, bool) {
	if r.kind(i+1) == js.OptChainToken {
		i++
	}
	if r.kind(i+1) != js.OpenParenToken {
		return Write{}, false
	}
	args, end := r.list(i + 2)
	if len(args) < 2 { // one argument reads
		return Write{}, false
	}
	return r.made(where, r.name(args[0]), args[1], from, end), true
}

// method reports whether token i is the name of a method that is defined there. What a template
// does begins with two braces.
func (r *reader) method(i int) bool {
	_, end := r.list(i + 2)
	return r.kind(end+1) == js.OpenBraceToken && r.kind(end+2) != js.OpenBraceToken
}

// property reads a write to a property of storage: localStorage.token = value,
// localStorage["token"] = value.
func (r *reader) property(where string, i int) (Write, bool) {
	switch {
	case r.kind(i+1) == js.DotToken && r.assigns(i+3):
		return r.put(where, name{text: r.text(i + 2)}, i, i+4)
	case r.kind(i+1) == js.OpenBracketToken:
		if end := r.until(i+2, js.CloseBracketToken); r.assigns(end + 1) {
			return r.put(where, r.name(span{i + 2, end}), i, end+2)
		}
	}
	return Write{}, false
}

// put reads the assignment of the value that begins at token i.
func (r *reader) put(where string, key name, from, i int) (Write, bool) {
	value := span{i, r.expression(i)}
	return r.made(where, key, value, from, value.to-1), true
}

// made is a write from token first to token last.
func (r *reader) made(where string, key name, value span, first, last int) Write {
	v := r.value(value)
	w := Write{
		Where:    where,
		Name:     key.text,
		Called:   key.called,
		Value:    v.names,
		Constant: v.constant,
		Offset:   r.tokens[first].start,
	}
	w.End = r.tokens[max(first, min(last, len(r.tokens)-1))].end
	return w
}

// assigns reports whether token i gives what stands before it a value.
func (r *reader) assigns(i int) bool {
	switch r.kind(i) {
	case js.EqToken, js.OrEqToken, js.NullishEqToken:
		return true
	}
	return false
}

// storage tells which storage the expression that ends at token i is, "" for none, and where it
// begins.
func (r *reader) storage(i int) (where string, from int) {
	from = i
	switch {
	case r.kind(i) == js.CloseParenToken: // (remember ? localStorage : sessionStorage)
		from = r.opening(i)
		return r.among(span{from, i}), from
	case r.is(i, Local, Session):
		return r.text(i), from
	case !js.IsIdentifierName(r.kind(i)):
		return "", from
	case !r.dot(i - 1):
		if init, ok := r.resolve(r.text(i), i); ok {
			if where := r.among(span{init, r.expression(init)}); where != "" {
				return where, from
			}
		}
	}
	if strings.HasSuffix(strings.ToLower(r.text(i)), "storage") {
		return Web, from
	}
	return "", from
}

// among tells which storage is named among the tokens of an expression that is nothing but storage.
func (r *reader) among(s span) string {
	where := ""
	for i := s.from; i < s.to; i++ {
		if !r.is(i, Local, Session) {
			continue
		}
		if r.dot(i+1) || r.kind(i+1) == js.OpenBracketToken { // something out of it
			return ""
		}
		if where != "" && where != r.text(i) {
			return Web
		}
		where = r.text(i)
	}
	return where
}
