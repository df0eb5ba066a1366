// Package pattern holds back regular expressions until somebody asks:
//
//	var bearing = pattern.New(`^(jwt|bearer)$`)
//
//	bearing().MatchString(name)
//
// Under go vet each package is a process of its own, and most of them ask for few expressions.
package pattern

import (
	"regexp"
	"sync"
)

// New returns a function that returns the regular expression, compiled when it is first called.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
