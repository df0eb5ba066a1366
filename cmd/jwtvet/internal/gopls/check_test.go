package gopls

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A gopls that is not what would be built is reported with what differs.
func TestStale(t *testing.T) {
	here := origin{version: "v1.2.0"}
	for _, c := range []struct {
		b    Build
		want string
	}{
		{Build{Gopls: Version, Go: "go1.26.1", from: here}, ""},
		{Build{Gopls: Version, Go: "go1.27.0", from: here}, ""},
		{Build{Gopls: "v0.22.0", Go: "go1.26.1", from: here},
			"it is gopls v0.22.0, not " + Version},
		{Build{Gopls: Version, Go: "go1.25.4", from: here},
			"it was built with go1.25.4 and cannot read all that go1.26.8 compiles"},
		{Build{Gopls: Version, Go: "go1.26.8", from: origin{version: "v1.1.0"}},
			"it has jwtvet v1.1.0, not v1.2.0"},
		{Build{Gopls: Version, Go: "go1.26.8", from: origin{dir: "/src"}},
			"it has jwtvet of /src, not v1.2.0"},
	} {
		err := c.b.differs(here, "go1.26.8")
		if c.want == "" && err != nil ||
			c.want != "" && (!errors.Is(err, ErrStale) || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: got %v, want %q", c.b, err, c.want)
		}
	}
	if _, err := Tool("").Check(t.Context(),
		filepath.Join(t.TempDir(), "none")); !errors.Is(err, ErrStale) ||
		!strings.Contains(err.Error(), "there is no ") {
		t.Errorf("none: %v", err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Tool("").Check(t.Context(), self); !errors.Is(err, ErrStale) ||
		!strings.Contains(err.Error(), "is not a gopls with jwtvet") {
		t.Errorf("another program: %v", err)
	}
}

// Outside of a checkout a development build cannot know what to build from.
func TestNoCheckout(t *testing.T) {
	t.Chdir(t.TempDir())
	if _, err := Tool("").Install(context.Background(), filepath.Join(t.TempDir(), "x")); err == nil ||
		!strings.Contains(err.Error(), "was built in a checkout") ||
		strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}
