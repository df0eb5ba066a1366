package gocmd

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// The go command is copied from as os/exec does it: somebody who waits sees what is downloaded, and
// where nobody does nothing is lost.
func TestDownloads(t *testing.T) {
	const text = "go: downloading example.com/a v1.0.0\ngo: finding module\n"
	var told []string
	for _, tell := range []func(string){nil, func(what string) { told = append(told, what) }} {
		n := &notes{tell: tell}
		if _, err := io.Copy(n, strings.NewReader(text)); err != nil || n.text.String() != text {
			t.Errorf("kept %q, %v", n.text.String(), err)
		}
	}
	if want := []string{"downloading example.com/a v1.0.0"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
