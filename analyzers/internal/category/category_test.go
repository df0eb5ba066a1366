package category_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
)

// A verification that only the type of its key protects is no hole yet: teams that fail a build on
// high must not fail on it.
func TestSeverityOf(t *testing.T) {
	for _, c := range category.Verify {
		if c.ID != "unpinned-alg" {
			continue
		}
		if got := c.SeverityOf("key is the text of a public key"); got != category.High {
			t.Errorf("a public key as HMAC secret is %s, want high", got)
		}
		if got := c.SeverityOf("not restricted: " + category.UntilKeyType + ", []byte"); got != category.Low {
			t.Errorf("a key of one type is %s, want low", got)
		}
		return
	}
	t.Fatal("no category unpinned-alg")
}
