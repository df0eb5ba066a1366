package load

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// gaps returns those of the patterns of a package that have no file, and adds one
// for each of them to files.
func gaps(dir string, patterns []string, files map[string]string) []string {
	var out []string
	patterns = slices.Clone(patterns)
	slices.SortStableFunc(patterns, func(a, b string) int { // dist/* makes a folder of dist
		return strings.Count(b, "/") - strings.Count(a, "/")
	})
	for _, pattern := range patterns {
		glob, all := strings.CutPrefix(pattern, "all:")
		missing := lacks(dir, glob, all)
		for _, name := range missing {
			for file := range files {
				if strings.HasPrefix(file, name+string(filepath.Separator)) {
					// a pattern before this one has made a folder of it
					name = filepath.Join(name, placeholder)
					break
				}
			}
			files[name] = ""
		}
		if len(missing) > 0 {
			out = append(out, pattern)
		}
	}
	return out
}

// lacks returns the files that would give a pattern something to embed.
func lacks(dir, glob string, all bool) []string {
	if !fs.ValidPath(glob) || glob == "." {
		return nil // the go command has more to say
	}
	found, err := filepath.Glob(filepath.Join(literal(dir), filepath.FromSlash(glob)))
	if err != nil {
		return nil
	}
	if len(found) == 0 {
		if name := instance(glob); name != "" {
			return []string{filepath.Join(dir, filepath.FromSlash(name))}
		}
	}
	var out []string
	for _, f := range found {
		if info, err := os.Lstat(f); err == nil && info.IsDir() && !embeddable(f, all) {
			out = append(out, filepath.Join(f, placeholder))
		}
	}
	return out
}

// embeddable reports whether there is a file below a folder that is embedded with it.
func embeddable(dir string, all bool) bool {
	found := false
	filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case p != dir && !all && (d.Name()[0] == '.' || d.Name()[0] == '_'):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if _, err := os.Stat(filepath.Join(p, "go.mod")); err == nil && p != dir {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// literal returns a pattern that matches a path and nothing else.
func literal(dir string) string {
	if os.PathSeparator == '\\' { // where there is no way to say so
		return dir
	}
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`).Replace(dir)
}

// instance returns a path that matches a pattern, "" where none is found.
func instance(glob string) string {
	var out strings.Builder
	for rest := glob; rest != ""; {
		c := rest[0]
		rest = rest[1:]
		switch c {
		case '*':
			out.WriteString(placeholder)
		case '?':
			out.WriteByte('x')
		case '\\':
			if rest != "" {
				out.WriteByte(rest[0])
				rest = rest[1:]
			}
		case '[':
			class, tail, _ := strings.Cut(rest, "]")
			likely := "xX0aA1zZ_" + class
			one := strings.IndexFunc(likely, func(r rune) bool {
				ok, err := path.Match("["+class+"]", string(r))
				return err == nil && ok
			})
			if one < 0 {
				return ""
			}
			out.WriteByte(likely[one])
			rest = tail
		default:
			out.WriteByte(c)
		}
	}
	if ok, err := path.Match(glob, out.String()); err != nil || !ok {
		return ""
	}
	return out.String()
}
