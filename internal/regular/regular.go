// Package regular reads files that the analysed program names or holds. Nothing is known of them: a
// named pipe has no end until somebody writes to it, /dev/zero has none at all, and an archive may
// be larger than the memory.
package regular

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Limit is the size in bytes up to which a file of source is read.
const Limit = 64 << 20

// ErrNot is the error of what is no regular file: a folder, a pipe, a device.
var ErrNot = errors.New("not a regular file")

// ErrLarge is the error of a file beyond the limit.
var ErrLarge = errors.New("file is too large")

// Read returns the content of a regular file of at most limit bytes; links lead to one, too. For
// everything else it returns an error and does not wait.
func Read(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name) // to open a pipe would wait for its writer
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &os.PathError{Op: "read", Path: name, Err: ErrNot}
	}
	if info.Size() > limit {
		return nil, large(name, limit)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	// below /proc, files have more than their size says
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = large(name, limit)
	}
	if err != nil {
		return nil, err
	}
	return data, nil
}

func large(name string, limit int64) error {
	return &os.PathError{
		Op:   "read",
		Path: name,
		Err:  fmt.Errorf("%w: more than %d bytes", ErrLarge, limit),
	}
}
