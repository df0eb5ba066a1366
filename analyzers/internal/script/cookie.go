package script

import (
	"strings"
)

// cookie reads the assignment to document.cookie that begins at token i. The name of the cookie
// stands before the first equals sign of what it is given, its value before the first semicolon.
func (r *reader) cookie(i int) (Write, bool) {
	value := span{i + 4, r.expression(i + 4)}
	pieces := r.pieces(value)
	w := r.made(Cookie, name{}, value, i, value.to-1)
	w.Value, w.Constant = nil, true
	if len(pieces) == 0 || r.deletes(pieces) {
		return w, false
	}
	named := pieces
	if !pieces[0].isText { // name + "=" + value
		key := r.name(pieces[0].span)
		w.Name, w.Called = key.text, key.called
		named = pieces[1:]
	}
	if len(named) == 0 || !named[0].isText {
		return w, false
	}
	head, rest, ok := strings.Cut(named[0].text, "=")
	if !ok {
		return w, false
	}
	if pieces[0].isText {
		w.Name = clean(head)
	}
	v := r.carried(rest, named[1:])
	w.Value, w.Constant = v.names, v.constant
	return w, true
}

// carried is the value of a cookie: a text and the pieces behind it, up to the first semicolon.
func (r *reader) carried(text string, pieces []piece) value {
	text, _, ended := strings.Cut(text, ";")
	v := value{constant: !templated(text)}
	for _, p := range pieces {
		if ended {
			break
		}
		if p.isText {
			text, _, ended = strings.Cut(p.text, ";")
			v = v.with(value{constant: !templated(text)})
		} else {
			v = v.with(r.value(p.span))
		}
	}
	return v
}

// deletes reports whether a cookie is sent to delete it: its end is past, its age is none.
func (r *reader) deletes(pieces []piece) bool {
	for _, p := range pieces {
		text := strings.ToLower(p.text)
		if !p.isText && p.from < p.to {
			text = string(r.src[r.tokens[p.from].start:r.tokens[p.to-1].end])
		}
		for _, end := range []string{"1970", "max-age=0", "max-age=-", "Date(0)"} {
			if strings.Contains(text, end) {
				return true
			}
		}
	}
	return false
}
