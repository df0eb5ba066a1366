package settings

// This file answers which files git keeps although a rule ignores them: those in its index, the list
// of what the next commit has. It is read as gitformat-index(5) describes it, in the versions 2 to 4,
// with SHA-1 and with SHA-256:
//
//	.gitignore:  .env                       # a rule, written too late
//	$ git ls-files --cached --ignored ...   # .env
//
// Each work tree and each submodule has an index of its own; a file .git leads there. What stands
// in the shared half of a split index, or below a folder that a sparse one holds as a whole, is not
// found.

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// maxIndex is the size in bytes of the largest index that is read, that of 300,000 files.
const maxIndex = 32 << 20

// tracked reports whether the index of a repository has a settings file, by its path from the top
// with slashes.
func (ig *Ignore) tracked(rel string) bool {
	if ig.index == nil {
		ig.index = map[string]bool{}
		data, err := regular.Read(filepath.Join(gitDir(ig.top), "index"), maxIndex)
		if err == nil {
			ig.index = settingsIn(data)
		}
	}
	return ig.index[rel]
}

// gitDir returns the folder in which git keeps what belongs to a work tree: .git, or what a file of
// that name says.
func gitDir(top string) string {
	dir := filepath.Join(top, ".git")
	data, err := regular.Read(dir, maxPath)
	if err != nil { // a folder, or nothing
		return dir
	}
	to, ok := strings.CutPrefix(strings.TrimRight(string(data), "\r\n"), "gitdir: ")
	if !ok {
		return dir
	}
	return from(top, to)
}

// maxPath is the size in bytes of the largest file that is read for the path in it.
const maxPath = 1 << 12

// from returns a path that may be relative to a folder.
func from(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// settingsIn returns the paths of the settings files in an index.
func settingsIn(data []byte) map[string]bool {
	for _, hash := range []int{20, 32} { // the index does not say which it has, its entries do
		out := map[string]bool{}
		if entries(data, hash, func(path string) {
			if FormatOf(path) != None {
				out[path] = true
			}
		}) {
			return out
		}
	}
	return map[string]bool{}
}

// The parts of an index.
const (
	headSize = 12 // signature, version, number of entries
	statSize = 40 // of a file, before its hash
	extended = 1 << 14
	lengths  = 1<<12 - 1 // the length of a path as the flags have it
)

// entries calls a function with the path of each entry of an index whose hashes have a size. It
// returns false where the index is not like that.
func entries(data []byte, hash int, found func(path string)) bool {
	if len(data) < headSize || string(data[:4]) != "DIRC" {
		return false
	}
	version, left := binary.BigEndian.Uint32(data[4:]), binary.BigEndian.Uint32(data[8:])
	if version < 2 || version > 4 {
		return false
	}
	rest, path := data[headSize:], []byte(nil)
	for ; left > 0; left-- {
		at := statSize + hash
		if len(rest) < at+2 {
			return false
		}
		flags := binary.BigEndian.Uint16(rest[at:])
		at += 2
		if flags&extended != 0 {
			at += 2
		}
		if version == 4 {
			drop, size := strip(rest[min(at, len(rest)):])
			if size == 0 || drop > len(path) {
				return false
			}
			path, at = path[:len(path)-drop], at+size
		} else {
			path = path[:0]
		}
		text, _, ended := bytes.Cut(rest[min(at, len(rest)):], []byte{0})
		path = append(path, text...)
		if !ended || min(len(path), lengths) != int(flags&lengths) {
			return false
		}
		if at += len(text) + 1; version < 4 {
			at = (at + 7) / 8 * 8 // entries are filled up with zeros
		}
		if at > len(rest) {
			return false
		}
		found(string(path))
		rest = rest[at:]
	}
	return true
}

// strip reads how many bytes of the path before are not in the next one, and in how many bytes that
// stands; size is zero where it cannot be read.
func strip(data []byte) (drop, size int) {
	for i, b := range data[:min(len(data), 4)] {
		drop = drop<<7 | int(b&0x7f)
		if b < 0x80 {
			return drop, i + 1
		}
		drop++
	}
	return 0, 0
}
