package jwtstorage_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

func Test(t *testing.T) { vettest.Run(t, "jwtstorage", "storage") }

// Programs that run in a page are built for it.
func TestBrowser(t *testing.T) {
	vettest.RunFor(t, []string{"GOOS=js", "GOARCH=wasm"}, "jwtstorage", "browser")
}
