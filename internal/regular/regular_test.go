package regular_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/internal/regular"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(in("small"), []byte("text"), 0o666))
	must(os.WriteFile(in("large"), make([]byte, 11), 0o666))
	must(os.WriteFile(in("huge"), nil, 0o666))
	must(os.Truncate(in("huge"), 1<<30)) // it takes no room on the disk
	must(os.Symlink("small", in("link")))
	must(os.Symlink("loop", in("loop")))
	cases := map[string]error{
		"small": nil, "link": nil, "large": regular.ErrLarge, "huge": regular.ErrLarge,
		".": regular.ErrNot, "none": os.ErrNotExist, "loop": errors.ErrUnsupported,
	}
	if os.Symlink("/dev/zero", in("zero")) == nil &&
		exec.Command("mkfifo", in("pipe")).Run() == nil {
		cases["zero"], cases["pipe"] = regular.ErrNot, regular.ErrNot
	}
	for name, want := range cases {
		data, err := within(t, name, func() ([]byte, error) { return regular.Read(in(name), 10) })
		switch {
		case want == nil && (err != nil || string(data) != "text"):
			t.Errorf("%s: got %q, %v", name, data, err)
		case want != nil &&
			(err == nil || data != nil || !errors.Is(err, want) && want != errors.ErrUnsupported):
			t.Errorf("%s: got %d bytes, %v; want %v", name, len(data), err, want)
		}
	}
	// The kernel says of such a file that it is empty.
	if data, err := regular.Read("/proc/self/maps", 10); !errors.Is(err, os.ErrNotExist) &&
		!errors.Is(err, regular.ErrLarge) {
		t.Errorf("/proc/self/maps: got %q, %v", data, err)
	}
}

// within fails the test when f does not come back.
func within(t *testing.T, name string, f func() ([]byte, error)) (data []byte, err error) {
	t.Helper()
	done := make(chan struct{})
	go func() { data, err = f(); close(done) }()
	select {
	case <-done:
		return data, err
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: still waiting", name)
		return nil, nil
	}
}
