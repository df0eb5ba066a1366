package script

import "github.com/tdewolff/parse/v2/js"

// assigned reads the writes of a call that copies properties into storage, of which token i is the
// name:
//
//	Object.assign(localStorage, { token: res.token, theme })
func (r *reader) assigned(i int) []Write {
	if !r.is(i, "assign") || !r.dot(i-1) || !r.is(i-2, "Object") ||
		r.kind(i+1) != js.OpenParenToken {
		return nil
	}
	args, end := r.list(i + 2)
	if len(args) < 2 || args[0].to <= args[0].from {
		return nil
	}
	where, _ := r.storage(args[0].to - 1)
	if where == "" {
		return nil
	}
	var out []Write
	for _, arg := range args[1:] {
		if r.kind(arg.from) != js.OpenBraceToken {
			continue // what it has is not known
		}
		parts, _ := r.list(arg.from + 1)
		for _, p := range parts {
			key, value := r.member(p)
			if value.from < value.to {
				out = append(out, r.made(where, name{text: key}, value, i-2, end))
			}
		}
	}
	return out
}

// member returns the name and the value of one property of an object literal, an empty value for
// what is spread, computed or a method.
func (r *reader) member(p span) (key string, value span) {
	switch text, isText := r.literal(p.from); {
	case p.to <= p.from:
	case p.to == p.from+1 && js.IsIdentifierName(r.kind(p.from)):
		return r.text(p.from), p
	case r.kind(p.from+1) != js.ColonToken:
	case isText:
		return text, span{p.from + 2, p.to}
	case js.IsIdentifierName(r.kind(p.from)):
		return r.text(p.from), span{p.from + 2, p.to}
	}
	return "", span{}
}
