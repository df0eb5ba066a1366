package pattern

// This file takes expressions apart that are lists of words:
//
//	(?i)api_?(key|token)|licen[cs]e  // api_key apikey api_token apitoken license licence
//	^(jwt|bearer)$                   // jwt and bearer, as all of the text

import (
	"slices"
	"strings"
)

// words are what an expression matches, and nothing else.
type words struct {
	fold bool
	// by their first byte: list[from[c]:from[c+1]]
	list []word
	from [129]uint16
}

// word is a text, perhaps one that has to begin or to end what is looked at.
type word struct {
	text       string
	start, end bool
}

// most is how many words an expression may stand for.
const most = 400

// wordsOf returns the words that an expression stands for, nil where it is more than words.
func wordsOf(expr string) *words {
	w := words{}
	expr, w.fold = strings.CutPrefix(expr, "(?i)")
	p := reader{rest: expr}
	w.list = p.alternatives()
	if p.failed || p.rest != "" {
		return nil
	}
	for _, one := range w.list {
		if one.text == "" || one.text[0] >= 0x80 {
			return nil
		}
	}
	slices.SortStableFunc(w.list, func(a, b word) int { return int(a.text[0]) - int(b.text[0]) })
	i := 0
	for c := range w.from {
		for i < len(w.list) && int(w.list[i].text[0]) < c {
			i++
		}
		w.from[c] = uint16(i)
	}
	return &w
}

// match reports whether a text matches. ok is false for text that is not ASCII where case does not
// count: more than one letter can stand for another then.
func (w *words) match(s string) (matches, ok bool) {
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 {
			if w.fold {
				return false, false
			}
			continue
		}
		if w.fold {
			c = lower(c)
		}
		for _, one := range w.list[w.from[c]:w.from[c+1]] {
			if w.at(s, i, one) {
				matches = true
				if !w.fold {
					return true, true
				}
			}
		}
	}
	return matches, true
}

// at reports whether a word is at a place of a text.
func (w *words) at(s string, i int, one word) bool {
	n := len(one.text)
	if n > len(s)-i || one.start && i > 0 || one.end && i+n < len(s) {
		return false
	}
	if !w.fold {
		return s[i:i+n] == one.text
	}
	for k := 1; k < n; k++ {
		if lower(s[i+k]) != one.text[k] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// reader reads an expression, and fails at what is not of a list of words.
type reader struct {
	rest   string
	failed bool
}

// alternatives reads sequences up to the end of a group or of the expression.
func (p *reader) alternatives() (list []word) {
	for {
		list = append(list, p.sequence()...)
		if len(list) > most {
			p.failed = true
		}
		if p.failed || !strings.HasPrefix(p.rest, "|") {
			return list
		}
		p.rest = p.rest[1:]
	}
}

// sequence reads parts that follow each other.
func (p *reader) sequence() []word {
	list := []word{{}}
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' && !p.failed {
		part := p.part()
		if strings.HasPrefix(p.rest, "?") {
			p.rest = p.rest[1:]
			part = append(part, word{})
		}
		if p.failed || len(list)*len(part) > most {
			p.failed = true
			return nil
		}
		list = p.joined(list, part)
	}
	return list
}

// joined returns each of the words before with each of those that follow.
func (p *reader) joined(before, after []word) (list []word) {
	if len(before) == 1 && before[0] == (word{}) {
		return after
	}
	for _, a := range before {
		for _, b := range after {
			if a.end || b.start && a.text != "" { // nothing is like that
				p.failed = true
			}
			list = append(list, word{a.text + b.text, a.start || b.start, b.end})
		}
	}
	return list
}

// part reads a text, a class, a group or the sign for an end.
func (p *reader) part() []word {
	n := 0
	for n < len(p.rest) && plain(p.rest[n]) {
		n++
	}
	if n > 1 && strings.HasPrefix(p.rest[n:], "?") {
		n-- // it is about the last byte only
	}
	if n > 0 {
		text := p.rest[:n]
		p.rest = p.rest[n:]
		return []word{{text: text}}
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	switch {
	case c == '^':
		return []word{{start: true}}
	case c == '$':
		return []word{{end: true}}
	case c == '(' && !strings.HasPrefix(p.rest, "?"):
		list := p.alternatives()
		if !strings.HasPrefix(p.rest, ")") {
			p.failed = true
			return nil
		}
		p.rest = p.rest[1:]
		return list
	case c == '[':
		class, rest, ok := strings.Cut(p.rest, "]")
		p.rest = rest
		var list []word
		for i := range len(class) {
			p.failed = p.failed || !plain(class[i])
			list = append(list, word{text: class[i : i+1]})
		}
		p.failed = p.failed || !ok || list == nil
		return list
	case c == '\\' && strings.HasPrefix(p.rest, "."):
		p.rest = p.rest[1:]
		return []word{{text: "."}}
	}
	p.failed = true
	return nil
}

// plain reports whether a byte stands for itself, in both cases where case does not count.
func plain(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '_' }
