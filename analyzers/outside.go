package analyzers

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// This file finds what Go files read where the walk does not go. Paths that lead out of the module
// are no matter: the analysis does not follow them.
//
//	http.Dir("node_modules/swagger-ui-dist")             // skipped
//	http.Dir(filepath.Join("node_modules", "ui", "web")) // in parts
//	template.ParseGlob("views/*.html")                   // through a link: views -> /srv/views

// outsideLimit is how many entries are looked at in such folders. Where a path leads to more,
// nobody can tell whether an answer still holds, so no answer does.
var outsideLimit = 20_000

// mostParts is how many strings in a row may make one path.
const mostParts = 8

// lead is a path in a Go file, relative to the folder of that file or one above it.
type lead struct{ dir, path string }

// leads returns the paths in a Go file that may lead to where the walk does not go.
func (in *inputs) leads(file string, data []byte) []lead {
	var out []lead
	for _, link := range in.links {
		if hasPart(data, filepath.Base(link)) {
			out = append(out, lead{path: link})
		}
	}
	if !slices.ContainsFunc(in.away, func(name string) bool { return hasPart(data, name) }) {
		return out
	}
	for _, row := range literals().Regexp().FindAll(data, -1) {
		parts := literal().Regexp().FindAll(row, -1)
		for i := range parts {
			for _, path := range in.joined(parts[i:min(len(parts), i+mostParts)]) {
				out = append(out, lead{filepath.Dir(file), path})
			}
		}
	}
	return out
}

// joined returns the paths that the first strings of a row make and that lead away.
func (in *inputs) joined(row [][]byte) []string {
	var out []string
	path := ""
	for _, lit := range row {
		text, err := strconv.Unquote(string(lit))
		if err != nil || strings.ContainsAny(text, "\x00\n") {
			break
		}
		path = filepath.ToSlash(filepath.Join(path, filepath.FromSlash(text)))
		if in.leadsAway(path) {
			out = append(out, path)
		}
	}
	return out
}

// leadsAway reports whether a path has a part that the walk skips and goes on from there, or ends
// in the folder of a tool that is not known by its name: many a program names node_modules to
// leave it out.
func (in *inputs) leadsAway(path string) bool {
	parts := strings.Split(path, "/")
	switch last := parts[len(parts)-1]; {
	case filepath.IsAbs(path), last == ".git", last == "node_modules", last == "vendor":
		return false
	}
	return slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(in.away, p) })
}

var (
	// literals finds strings that follow each other, as the arguments of filepath.Join do.
	literals = pattern.New("(?:" + str + `)(?:\s*[,+]\s*(?:` + str + "))*")
	literal  = pattern.New(str)
)

const str = `"(?:[^"\\\n]|\\.)*"|` + "`[^`\n]*`"

// hasPart reports whether a text may have a path with a part of some name: in most files none has,
// and that is soon seen.
func hasPart(data []byte, name string) bool {
	for {
		i := bytes.Index(data, []byte(name))
		if i < 0 {
			return false
		}
		end := i + len(name)
		if i > 0 && bytes.IndexByte(edges, data[i-1]) >= 0 &&
			end < len(data) && bytes.IndexByte(edges, data[end]) >= 0 {
			return true
		}
		data = data[end:]
	}
}

// edges are the bytes beside a part of a path.
var edges = []byte("\"`/\\")

// outside reads what leads lead to, where it was not walked.
func (in *inputs) outside(leads []lead) {
	in.elsewhere = true
	for _, l := range leads {
		if l.dir == "" {
			in.reach(l.path)
		}
	}
	// a link is found by a word, which may be chance: it makes nothing unknown
	in.left = outsideLimit
	above := map[string][]string{}
	for _, l := range leads {
		if l.dir == "" {
			continue
		}
		if above[l.dir] == nil {
			above[l.dir] = files.Above(l.dir)
		}
		for _, dir := range above[l.dir] {
			found, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(l.path)))
			for _, path := range found {
				in.reach(path)
			}
		}
	}
	in.read()
	if in.left < 0 {
		fmt.Fprintf(in.out, "unknown %d\n", in.now.UnixNano())
	}
}

// reach collects a file, or those below a folder, that the walk does not go over, once.
func (in *inputs) reach(path string) {
	real := resolved(path)
	if in.reached[real] || in.covered(real) {
		return
	}
	in.reached[real] = true
	if info, err := os.Stat(path); err != nil {
		return
	} else if info.IsDir() {
		in.walk(path, true)
	} else {
		in.file(path)
	}
}

// covered reports whether the walk goes over a file or folder.
func (in *inputs) covered(real string) bool {
	below := func(dir string) bool {
		rel, err := filepath.Rel(dir, real)
		return err == nil && filepath.IsLocal(rel)
	}
	return slices.ContainsFunc(in.roots, below) && !slices.ContainsFunc(in.skipped, below)
}
