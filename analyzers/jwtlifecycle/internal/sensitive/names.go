package sensitive

// This file reads the list of sensitive functions:
//
//	Accounts.Delete                      // of any package
//	accounts.Delete                      // of any package with that name
//	(*example.com/shop/accounts.DB).Drop // of this one

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"unicode"
)

// Names are names of functions, as a flag has them.
type Names []string

// String implements [flag.Value].
func (n *Names) String() string { return strings.Join(*n, ",") }

// Set implements [flag.Value].
func (n *Names) Set(text string) error {
	*n = nil
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		bare := plain(name)
		if bare == "" || strings.HasPrefix(bare, ".") || strings.HasSuffix(bare, ".") ||
			strings.ContainsFunc(bare, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-./~", r)
			}) {
			return fmt.Errorf("%q is no name of a function, such as accounts.Delete or "+
				"(*example.com/shop/accounts.DB).Drop", name)
		}
		*n = append(*n, bare)
	}
	return nil
}

// plain returns a name without what tells a pointer from its type.
func plain(name string) string { return strings.NewReplacer("(", "", ")", "", "*", "").Replace(name) }

// lists reports whether a function is one of them.
func (n Names) lists(fn *types.Func) bool {
	full := plain(fn.FullName())
	return slices.ContainsFunc(n, func(name string) bool {
		before, ok := strings.CutSuffix(full, name)
		return ok && (before == "" || strings.HasSuffix(before, "/") || strings.HasSuffix(before, "."))
	})
}
