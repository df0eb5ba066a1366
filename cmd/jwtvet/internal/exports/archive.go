package exports

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

// An archive of a compiled package begins with a header for its definition, which is text up to
// the export data:
//
//	!<arch>
//	__.PKGDEF       0           0     0     644     16810     `
//	go object linux amd64 go1.26 ...
//
//	$$B
//	u...
const (
	magic    = "!<arch>\n"
	sizeFrom = len(magic) + 48 // where the size is, in ten bytes
	sizeTo   = sizeFrom + 10
	preamble = len(magic) + 60
)

// header is the end of the text.
var header = []byte("\n$$B\nu")

// readDefinition reads an archive up to the end of the definition of the package, into space. Of a
// file that is no such archive it returns all.
func readDefinition(space []byte, file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	space = slices.Grow(space, preamble)[:preamble]
	if n, err := io.ReadFull(f, space); err == io.EOF || err == io.ErrUnexpectedEOF {
		return space[:n], nil
	} else if err != nil {
		return nil, err
	}
	size, err := strconv.Atoi(strings.TrimRight(string(space[sizeFrom:sizeTo]), " "))
	if err != nil || size < 0 || !bytes.HasPrefix(space, []byte(magic)) {
		rest, err := io.ReadAll(f)
		return append(space, rest...), err
	}
	space = slices.Grow(space, size)[:preamble+size]
	_, err = io.ReadFull(f, space[preamble:])
	return space, err
}

// setSize writes the size of the definition into the archive that it is all of.
func setSize(archive []byte) {
	copy(archive[sizeFrom:sizeTo], fmt.Sprintf("%-10d", len(archive)-preamble))
}
