package script

import (
	"strings"

	"github.com/tdewolff/parse/v2/js"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// name is what a value is put into storage under: the text where it is known, otherwise what the
// code calls it.
type name struct{ text, called string }

// name reads the key of a write: a text, a constant, a sum of texts and what is not known.
func (r *reader) name(s span) name {
	pieces := r.pieces(s)
	var texts []string
	for _, p := range pieces {
		if p.isText {
			texts = append(texts, p.text)
		} else if n := r.constant(p.span); n.text != "" {
			texts = append(texts, n.text)
		} else if len(pieces) == 1 {
			return n
		}
	}
	return name{text: clean(strings.Join(texts, "_"))}
}

var action = pattern.New(`\{\{.*?\}\}|\{%.*?%\}`)

// clean takes off what joins a name to others, and what a template fills in.
func clean(s string) string {
	return strings.Trim(action().Regexp().ReplaceAllString(s, ""), " _-:./\"'")
}

// constant reads an expression that is one name, KEY or keys.TOKEN.
func (r *reader) constant(s span) name {
	last := s.to - 1
	if last < s.from || !js.IsIdentifierName(r.kind(last)) || s.from != last && !r.dot(last-1) {
		return name{}
	}
	word := r.text(last)
	if s.from == last {
		// key = "app-" + key is not asked for itself
		if init, ok := r.resolve(word, last); ok && !r.asked[init] && len(r.asked) < 100 {
			if r.asked == nil {
				r.asked = map[int]bool{}
			}
			r.asked[init] = true
			n := r.name(span{init, r.expression(init)})
			delete(r.asked, init)
			if n.text != "" {
				return n
			}
		}
	} else if text := r.shared(word); text != "" {
		return name{text: text}
	}
	return name{called: called(word)}
}

// called takes off a name that it is one of a name: TOKEN_KEY, tokenStorageKey.
func called(word string) string {
	for _, of := range []string{"key", "name", "storage"} {
		if n := len(word) - len(of); n > 0 && strings.EqualFold(word[n:], of) {
			word = clean(word[:n])
		}
	}
	return word
}

// resolve returns where the expression begins that a name has been given last before token i, seen
// from there. It is not known for parameters.
func (r *reader) resolve(name string, i int) (int, bool) {
	depth := 0
	for i--; i >= 0; i-- {
		r.steps++
		k := r.tokens[i].kind
		switch {
		case closes(k):
			depth++
		case opens(k) && depth > 0:
			depth--
		case k == js.OpenBraceToken && r.kind(i-1) == js.CloseParenToken: // out of a body
			head := r.opening(i - 1)
			if r.declares(head, i-1, name) {
				return 0, false
			}
			i = head
		case depth == 0 && k == js.ArrowToken && r.takes(i-1, name):
			return 0, false
		case depth == 0 && js.IsIdentifier(k) && r.kind(i+1) == js.EqToken && !r.dot(i-1) &&
			r.text(i) == name:
			return i + 2, true
		}
	}
	return 0, false
}

// takes reports whether the parameters of an arrow function, which end at token i, have a name.
func (r *reader) takes(i int, name string) bool {
	if r.kind(i) == js.CloseParenToken {
		return r.declares(r.opening(i), i, name)
	}
	return r.is(i, name)
}

func (r *reader) declares(from, to int, name string) bool {
	for ; from < to; from++ {
		if r.is(from, name) {
			return true
		}
	}
	return false
}

// shared returns the text that all properties of a name have in the script, "" where there are
// several.
func (r *reader) shared(word string) string {
	if len(word) < 3 { // made short by a program, and used for many things
		return ""
	}
	if r.props == nil {
		r.props = map[string]string{}
		for i := range r.tokens {
			r.note(i)
		}
	}
	return r.props[word]
}

// note keeps the property whose name is token i: TOKEN: "token", keys.TOKEN = "token".
func (r *reader) note(i int) {
	if !js.IsIdentifierName(r.kind(i)) ||
		r.kind(i+1) != js.ColonToken && r.kind(i+1) != js.EqToken {
		return
	}
	switch r.kind(i - 1) {
	case js.OpenBraceToken, js.CommaToken, js.DotToken, js.SemicolonToken, js.CloseBraceToken,
		js.StaticToken:
	default:
		return
	}
	text, ok := r.literal(i + 2)
	if !ok {
		return
	}
	word := r.text(i)
	if old, seen := r.props[word]; seen && old != text {
		text = ""
	}
	r.props[word] = text
}
