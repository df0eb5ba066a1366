package script

import (
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// token is a lexical element of a script and where it stands; comments and space are left out.
type token struct {
	kind       js.TokenType
	start, end int
}

// strange is the number of places that the lexer does not understand in what is no script at all.
const strange = 1 << 14

// lex splits a script. What the lexer does not understand, such as text between tags, is passed
// over.
func lex(src []byte) []token {
	var s slashes
	out := make([]token, 0, len(src)/4)
	w := window{src: src, size: len(src)}
	w.open(0)
	at, errors, again := 0, 0, 4*len(src)+1<<12 // bytes that may be read again
	for at < len(src) && errors < strange {
		kind, _ := w.Next()
		if (kind == js.DivToken || kind == js.DivEqToken) && !s.divides() {
			kind = w.expression(kind)
		}
		end := min(w.from+w.in.Offset(), w.to) // a rune that is cut takes the lexer further
		switch {
		case end >= w.to && w.to < len(src): // it may go on
			w.size *= 2
			w.open(at)
			continue
		case kind == js.ErrorToken:
			errors++
			// a quote, an end of a comment or of a template is missing: it is none
			if again -= w.to - w.from; again > 0 {
				end = at
			}
			end = max(end, at+1)
			w.size = max(w.size/2, 256)
			w.open(end)
		case kind == js.WhitespaceToken, kind == js.LineTerminatorToken, kind == js.CommentToken,
			kind == js.CommentLineTerminatorToken:
		default:
			out = append(out, token{kind, at, end})
			s.next(kind)
		}
		at = end
	}
	return out
}

// window is a part of a script under a lexer. To describe an error the lexer reads all that it has
// been given, so that it is given less after each.
type window struct {
	src            []byte
	from, to, size int
	in             *parse.Input
	*js.Lexer
}

// open begins anew at an offset.
func (w *window) open(at int) {
	w.from, w.to = at, min(at+w.size, len(w.src))
	w.in = parse.NewInputBytes(w.src[at:w.to:w.to]) // it would write behind the end
	w.Lexer = js.NewLexer(w.in)
}

// expression reads the regular expression that begins with the slash just read; where there is
// none it is the slash.
func (w *window) expression(slash js.TokenType) js.TokenType {
	size := 1
	if slash == js.DivEqToken {
		size = 2
	}
	if kind, _ := w.RegExp(); kind == js.RegExpToken {
		return kind
	}
	w.in.Rewind(size)
	w.in.Skip()
	return slash
}

// slashes tells the slashes that divide from those that begin a regular expression.
type slashes struct {
	last    js.TokenType
	heads   []bool // for each open parenthesis: it is the head of if, while, for or with
	control bool   // the last parenthesis that was closed was such a head
}

// next takes notice of a token.
func (s *slashes) next(kind js.TokenType) {
	switch kind {
	case js.OpenParenToken:
		s.heads = append(s.heads, s.last == js.IfToken || s.last == js.WhileToken ||
			s.last == js.ForToken || s.last == js.WithToken)
	case js.CloseParenToken:
		if n := len(s.heads); n > 0 {
			s.control, s.heads = s.heads[n-1], s.heads[:n-1]
		}
	}
	s.last = kind
}

// divides reports whether a slash in this place divides.
func (s *slashes) divides() bool {
	switch s.last {
	case js.CloseParenToken:
		return !s.control
	case js.CloseBracketToken, js.CloseBraceToken, js.StringToken, js.TemplateToken,
		js.TemplateEndToken, js.RegExpToken, js.IncrToken, js.DecrToken, js.ThisToken,
		js.SuperToken, js.NullToken, js.TrueToken, js.FalseToken:
		return true
	}
	return js.IsNumeric(s.last) || js.IsIdentifier(s.last)
}
