package unit

import (
	"math"
	"sync"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// reader reads files and has the last one at hand: the reports and fixes of a file, of which there
// can be thousands, read it one after the other. Files of any size are read.
type reader struct {
	sync.Mutex // analyzers run side by side
	name       string
	data       []byte
}

// read returns the content of a file, which is not to be written to.
func (r *reader) read(name string) ([]byte, error) {
	r.Lock()
	defer r.Unlock()
	if r.data != nil && r.name == name {
		return r.data, nil
	}
	data, err := regular.Read(name, math.MaxInt64-1)
	if err != nil {
		return nil, err
	}
	r.name, r.data = name, data
	return data, nil
}
