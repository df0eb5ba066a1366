package names

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// This file holds the names that people add, which flags set for all analyzers:
//
//	-jwtsecret.secret-names=passphrase,*_pepper   // settings that hold a JWT key
//	-jwtsecret.not-secret-names=page_token        // neither a key nor a token

// Secret holds names of settings that hold a JWT key, NotSecret names of what is neither a key nor
// a token. They belong to the whole run and are set before the analysis begins.
var Secret, NotSecret List

// List is a list of names in any spelling, as the value of a flag. A * stands for any part of one.
type List struct{ names, patterns []string }

// String implements [flag.Value].
func (l *List) String() string { return strings.Join(l.names, ",") }

// Set implements [flag.Value]: what it is given takes the place of what was there.
func (l *List) Set(text string) error {
	*l = List{}
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if i := strings.IndexFunc(name, outside); i >= 0 || strings.Trim(name, "*") == "" {
			return fmt.Errorf("%q is no name such as JWT_PASSPHRASE or *_pepper", name)
		}
		l.names, l.patterns = append(l.names, name), append(l.patterns, Snake(name))
	}
	return nil
}

// outside reports whether a letter is part of no name.
func outside(c rune) bool {
	return c < 0x80 && strings.ContainsRune("\\[]{}()?\"'`,;:=#<>|&!$%^~ \t\n", c)
}

// Empty reports whether there are no names.
func (l *List) Empty() bool { return len(l.patterns) == 0 }

// has reports whether a name, or the last part of one with dots, is in the list.
func (l *List) has(name string) bool {
	if len(l.patterns) == 0 {
		return false
	}
	whole, last := Snake(name), Snake(name[strings.LastIndexAny(name, "./")+1:])
	return slices.ContainsFunc(l.patterns, func(p string) bool {
		a, _ := path.Match(p, whole)
		b, _ := path.Match(p, last)
		return a || b
	})
}
