package drive

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

// beside returns the folder to which the names of files are relative.
func (c *Config) beside() string { return cmp.Or(c.Beside, c.Dir) }

// here matches a name that [shorten] made relative.
var here = sync.OnceValue(
	func() *regexp.Regexp { return regexp.MustCompile(`(^|[\s(])\.[/\\]`) })

// short is [shorten] for names relative to [Config.beside].
func (c *Config) short(line string) string {
	line = shorten(line, c.Dir)
	dir, err := filepath.Abs(c.Dir)
	if c.Beside == "" || err != nil {
		return line
	}
	below := Relative(dir, c.Beside)
	return here().ReplaceAllStringFunc(line, func(m string) string {
		return strings.TrimRight(m, `./\`) + below + string(os.PathSeparator)
	})
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
