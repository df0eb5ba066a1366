// Package pattern holds back regular expressions until somebody asks:
//
//	var bearing = pattern.New(`^(jwt|bearer)$`)
//
//	bearing().MatchString(name)
//
// Under go vet each package is a process of its own, and most of them ask for few expressions.
// Most expressions are lists of words, as this one: these are looked for without the
// machine for regular expressions, which costs ten times as much.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled when it has to be.
type Pattern struct {
	expr  string
	words *words // nil where it is no list of words

	once   sync.Once
	regexp *regexp.Regexp
}

// New returns a function that returns the expression, which is looked at when it is first called.
func New(expr string) func() *Pattern {
	return sync.OnceValue(func() *Pattern { return &Pattern{expr: expr, words: wordsOf(expr)} })
}

// MatchString is [regexp.Regexp.MatchString].
func (p *Pattern) MatchString(s string) bool {
	if p.words != nil {
		if matches, ok := p.words.match(s); ok {
			return matches
		}
	}
	return p.Regexp().MatchString(s)
}

// Regexp returns the expression, compiled.
func (p *Pattern) Regexp() *regexp.Regexp {
	p.once.Do(func() { p.regexp = regexp.MustCompile(p.expr) })
	return p.regexp
}
