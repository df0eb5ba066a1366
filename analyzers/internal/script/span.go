package script

import (
	"github.com/tdewolff/parse/v2/js"
)

// span is a run of tokens: from the first up to, and without, the second.
type span struct{ from, to int }

// long reports whether an expression is longer than any that says what it is.
func (s span) long() bool { return s.to-s.from > 1000 }

// opens and closes say how a token changes how deep inside of brackets the next one is.
func opens(k js.TokenType) bool {
	return k == js.OpenParenToken || k == js.OpenBracketToken || k == js.OpenBraceToken ||
		k == js.TemplateStartToken
}

func closes(k js.TokenType) bool {
	return k == js.CloseParenToken || k == js.CloseBracketToken || k == js.CloseBraceToken ||
		k == js.TemplateEndToken
}

// until returns the first token from i on that is of a kind and not inside of brackets, or the
// bracket that ends what i is inside of.
func (r *stream) until(i int, kinds ...js.TokenType) int {
	return r.find(i, len(r.tokens), kinds...)
}

// find is until with an end.
func (r *stream) find(i, end int, kinds ...js.TokenType) int {
	depth := 0
	for ; i < end; i++ {
		r.steps++
		k := r.tokens[i].kind
		if depth == 0 {
			for _, want := range kinds {
				if k == want {
					return i
				}
			}
		}
		switch {
		case opens(k):
			depth++
		case closes(k):
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return end
}

// opening returns the bracket that the one at token i closes, 0 where there is none.
func (r *stream) opening(i int) int {
	depth := 0
	for ; i > 0; i-- {
		r.steps++
		switch k := r.tokens[i].kind; {
		case closes(k):
			depth++
		case opens(k):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

// list returns the expressions between commas from token i on, and the bracket that ends them.
func (r *stream) list(i int) (parts []span, end int) {
	for {
		end = r.until(i, js.CommaToken)
		if end > i {
			parts = append(parts, span{i, end})
		}
		if r.kind(end) != js.CommaToken {
			return parts, end
		}
		i = end + 1
	}
}

// split returns the parts of an expression between operators of a kind.
func (r *stream) split(s span, kinds ...js.TokenType) []span {
	var parts []span
	for {
		end := r.find(s.from, s.to, kinds...)
		parts = append(parts, span{s.from, end})
		if end >= s.to {
			return parts
		}
		s.from = end + 1
	}
}

// expression returns the end of the expression that begins at token i, as far as the end of a
// statement can be told without its semicolon: two operands never stand side by side.
func (r *stream) expression(i int) int {
	end := r.until(i, js.SemicolonToken, js.CommaToken)
	for j := i; j < end; j++ {
		if r.operand(j) && j > i && r.ends(j-1) {
			return j
		}
		if opens(r.tokens[j].kind) {
			j = min(r.find(j+1, end), end) // the bracket that closes it
		}
	}
	return end
}

// operand reports whether token i begins an operand, or a statement.
func (r *stream) operand(i int) bool {
	k := r.kind(i)
	if k == js.InToken || k == js.InstanceofToken {
		return false
	}
	return js.IsIdentifierName(k) && !r.dot(i-1) || js.IsNumeric(k) || k == js.StringToken
}

// ends reports whether token i ends an operand.
func (r *stream) ends(i int) bool {
	k := r.kind(i)
	switch k {
	case js.CloseParenToken, js.CloseBracketToken, js.CloseBraceToken, js.StringToken,
		js.TemplateToken, js.TemplateEndToken, js.ThisToken, js.NullToken, js.TrueToken,
		js.FalseToken:
		return true
	case js.AwaitToken, js.AsyncToken, js.YieldToken:
		return false
	}
	return js.IsNumeric(k) || js.IsIdentifier(k) || r.dot(i-1)
}
