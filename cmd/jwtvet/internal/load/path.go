package load

import (
	"cmp"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// Relative returns the name of a file relative to dir, with a leading
// "./", when it lies within dir.
func Relative(file, dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil || !filepath.IsAbs(file) {
		return file
	}
	for _, base := range []string{abs, resolved(abs)} {
		if rel, err := filepath.Rel(base, file); err == nil && filepath.IsLocal(rel) {
			return "." + string(os.PathSeparator) + rel
		}
	}
	return file
}

func resolved(dir string) string {
	if r, err := filepath.EvalSymlinks(dir); err == nil {
		return r
	}
	return dir
}

// bare matches a position at the start of a line whose file name is relative and does not look so.
var bare = sync.OnceValue(
	func() *regexp.Regexp { return regexp.MustCompile(`^[\w-][^\s:]*\.go:\d`) })

// shorten makes the names of files under dir relative in a line of text, in the form
// that [Relative] gives them.
func shorten(line, dir string) string {
	here := "." + string(os.PathSeparator)
	if abs, err := filepath.Abs(dir); err == nil {
		line = strings.ReplaceAll(line, abs+string(os.PathSeparator), here)
	}
	if bare().MatchString(line) {
		line = here + line
	}
	return line
}

// Base returns the folder to which the names of files are relative.
func (m *Module) Base() string { return cmp.Or(m.Beside, m.Dir) }

// here matches a name that [shorten] made relative.
var here = sync.OnceValue(
	func() *regexp.Regexp { return regexp.MustCompile(`(^|[\s(])\.[/\\]`) })

// Short makes names of files in a line of text relative to [Module.Base].
func (m *Module) Short(line string) string {
	line = shorten(line, m.Dir)
	dir, err := filepath.Abs(m.Dir)
	if m.Beside == "" || err != nil {
		return line
	}
	below := Relative(dir, m.Beside)
	return here().ReplaceAllStringFunc(line, func(s string) string {
		return strings.TrimRight(s, `./\`) + below + string(os.PathSeparator)
	})
}
