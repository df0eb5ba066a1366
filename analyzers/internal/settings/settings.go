// Package settings reads the files in which programs keep their settings, with the place of each
// value:
//
//	jwt:
//	  secret: change-me        // Entry{Path: "jwt.secret", Text: "change-me"}, at its line
//	JWT_SECRET="change-me"     // Entry{Path: "JWT_SECRET", Text: "change-me"}
//	JWT_SECRET: ${JWT_SECRET}  // no value: it is filled in later, see Written
//
// It also knows which files git ignores. Nothing that a file refers to is expanded or loaded.
package settings

import (
	"path/filepath"
	"slices"
	"strings"
)

// Limit is the size in bytes of the largest file that is read.
const Limit = 1 << 20

// maxEntries is how many values of one file are kept: an alias of YAML can stand for millions.
const maxEntries = 1 << 14

// Entry is one value in a file.
type Entry struct {
	Path        string // the names around the value and its own, joined by dots
	Text        string
	Offset, End int // of the value in the file, in bytes
}

// Name returns the last name of the path of an entry.
func (e Entry) Name() string { return e.Path[strings.LastIndexByte(e.Path, '.')+1:] }

// Format is how a file is written.
type Format int

// Formats of files.
const (
	None Format = iota
	YAML
	JSON
	TOML
	INI    // and Java properties
	Dotenv // NAME=value
	Shell  // Dockerfiles, Makefiles, units of systemd: NAME=value between other words
)

// extensions maps the ends of file names that configuration libraries know, without the dot.
var extensions = map[string]Format{
	"yaml": YAML, "yml": YAML, "json": JSON, "toml": TOML, "ini": INI, "conf": INI, "cfg": INI,
	"properties": INI, "props": INI, "prop": INI, "env": Dotenv, "dotenv": Dotenv,
	"service": Shell, "mk": Shell, "dockerfile": Shell,
}

// others are files of these formats that hold no settings of a program, by the begin of their name.
var others = []string{"package", "tsconfig", "composer", "swagger", "openapi", "pnpm-lock"}

// FormatOf returns the format of a file by its name, [None] where it holds no settings.
func FormatOf(name string) Format {
	name = strings.ToLower(filepath.Base(name))
	stem, rest, _ := strings.Cut(name, ".")
	switch {
	case name == ".env" || strings.HasPrefix(name, ".env."):
		return Dotenv
	case stem == "dockerfile" || stem == "containerfile" || stem == "makefile":
		return Shell
	case slices.Contains(others, stem) || strings.HasSuffix(rest, "schema.json"):
		return None
	}
	return extensions[strings.TrimPrefix(filepath.Ext(name), ".")]
}

// Extensions returns the ends of the names of settings files, without the dot, sorted.
func Extensions() []string {
	var out []string
	for ext, format := range extensions {
		if format != Shell {
			out = append(out, ext)
		}
	}
	slices.Sort(out)
	return out
}

// Parse returns the values in a file, in their order. Of a file that is broken it returns what
// stands before that.
func Parse(format Format, data []byte) []Entry {
	r := &reader{data: data}
	switch format {
	case YAML:
		r.yaml()
	case JSON:
		r.json()
	case TOML:
		r.toml()
	case INI:
		r.ini()
	case Dotenv:
		r.dotenv()
	case Shell:
		r.shell()
	}
	return r.out
}

// reader collects the values of one file.
type reader struct {
	data []byte
	out  []Entry
}

// full reports whether no more values are kept.
func (r *reader) full() bool { return len(r.out) >= maxEntries }

// add adds a value whose text as it is written begins at an offset.
func (r *reader) add(path, text string, offset, size int) {
	if r.full() {
		return
	}
	offset = min(max(offset, 0), len(r.data))
	r.out = append(r.out, Entry{path, text, offset, min(offset+max(size, 0), len(r.data))})
}

// nested returns the path of a name below another.
func nested(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
