package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
)

// categories is the value of a flag that names categories.
type categories []string

// String implements [flag.Value].
func (c *categories) String() string { return strings.Join(*c, ",") }

// Set implements [flag.Value]: what it is given takes the place of what was there. A name that is
// no category is an error.
func (c *categories) Set(s string) error {
	*c = nil
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if known := category.IDs(); !slices.Contains(known, name) {
			return fmt.Errorf("%s is not a category: the categories are %s", name,
				strings.Join(known, ", "))
		}
		*c = append(*c, name)
	}
	return nil
}
