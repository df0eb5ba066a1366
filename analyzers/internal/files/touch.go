package files

// This file finds what a program does with the variables of other packages, by its text, for those
// who look at other programs of the module:
//
//	if config.Secret == "" {}                     // .Secret
//	if len(config.Secret) < 32 {}                 // .Secret
//	flag.StringVar(&config.Secret, "secret", ...) // .Secret
//	for _, name := range []string{"JWT_SECRET"} {} // "JWT_SECRET"

import (
	"bytes"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// Touches returns, sorted, what a Go file of package main does with exported variables: each that
// it compares, or of which it takes the length or the address, as ".Name", and each environment
// variable that it names in capital letters, in quotes. It returns nil for files of other packages.
func Touches(src []byte) []string {
	if !bytes.HasPrefix(src, []byte("package main")) && !bytes.Contains(src, []byte("\npackage main")) {
		return nil
	}
	var out []string
	for _, p := range []*pattern.Pattern{compared(), taken(), variable()} {
		for _, m := range p.Regexp().FindAllSubmatch(src, -1) {
			out = append(out, string(m[1]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var (
	compared = pattern.New(`(\.[A-Z]\w*)\)?\s*(?:==|!=|<|>)`)
	taken    = pattern.New(`(?:&|\blen\(|\bswitch )[\w.]*(\.[A-Z]\w*)`)
	variable = pattern.New(`("[A-Z][A-Z0-9_]+")`)
)
