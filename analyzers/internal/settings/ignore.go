package settings

// This file answers which files git ignores, by the rules of gitignore(5), which hold for files that
// it does not keep yet:
//
//	.env            # of that name, in any folder
//	/config.yaml    # beside this file only
//	secrets/        # all below the folder
//	*.local.*       # * and ? stand for anything but a slash, ** for folders
//	!.env.shared    # not that one

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// IgnoreName is the name of the files that say what git ignores below their folder.
const IgnoreName = ".gitignore"

// maxAbove is how many folders above a module are searched for a repository.
const maxAbove = 32

// Repository returns the folder of the git repository around a folder, or the folder itself.
func Repository(dir string) string {
	at := dir
	for range maxAbove {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		up := filepath.Dir(at)
		if up == at {
			break
		}
		at = up
	}
	return dir
}

// Excluded is where a repository keeps what git ignores in this clone of it; its work trees have
// that in common.
func Excluded(repository string) string {
	dir := gitDir(repository)
	if common, err := regular.Read(filepath.Join(dir, "commondir"), maxPath); err == nil {
		dir = from(dir, strings.TrimRight(string(common), "\r\n"))
	}
	return filepath.Join(dir, "info", "exclude")
}

// Ignore answers which files of one repository git ignores.
type Ignore struct {
	top   string
	rules map[string][]rule // by the folder they stand in
	index map[string]bool   // the settings files that git keeps; nil before the first question
}

// NewIgnore returns the answers for the repository around a folder.
func NewIgnore(dir string) *Ignore { return &Ignore{top: Repository(dir), rules: map[string][]rule{}} }

// rule is one line of a file of rules.
type rule struct {
	match   *regexp.Regexp // of a path from the folder of the file
	folders bool           // folders only
	not     bool           // takes an earlier rule back
}

// Has reports whether git ignores a settings file of the repository: a rule does, and git does not
// keep it all the same.
func (ig *Ignore) Has(path string) bool {
	rel, ok := ig.ruled(path)
	return ok && !ig.tracked(rel)
}

// Tracked reports whether git keeps a settings file that a rule ignores.
func (ig *Ignore) Tracked(path string) bool {
	rel, ok := ig.ruled(path)
	return ok && ig.tracked(rel)
}

// ruled reports whether a rule ignores a file of the repository, and returns its path there. What
// is below a folder that is ignored cannot be taken back.
func (ig *Ignore) ruled(path string) (rel string, ok bool) {
	rel, err := filepath.Rel(ig.top, path)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	parts := strings.Split(rel, "/")
	for i := range parts {
		if ig.ignores(parts[:i+1], i+1 < len(parts)) {
			return rel, true
		}
	}
	return "", false
}

// ignores reports whether the last rule that matches a path ignores it.
func (ig *Ignore) ignores(parts []string, folder bool) (hit bool) {
	for i := range parts { // rules that stand nearer by come last
		dir := filepath.Join(append([]string{ig.top}, parts[:i]...)...)
		rest := strings.Join(parts[i:], "/")
		for _, r := range ig.of(dir) {
			if (folder || !r.folders) && r.match.MatchString(rest) {
				hit = !r.not
			}
		}
	}
	return hit
}

// of returns the rules that stand in a folder.
func (ig *Ignore) of(dir string) []rule {
	if known, ok := ig.rules[dir]; ok {
		return known
	}
	var out []rule
	if dir == ig.top {
		out = rulesIn(Excluded(dir))
	}
	out = append(out, rulesIn(filepath.Join(dir, IgnoreName))...)
	ig.rules[dir] = out
	return out
}

// rulesIn reads a file of rules.
func rulesIn(name string) (out []rule) {
	data, err := regular.Read(name, Limit)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(data)) {
		if r, ok := parseRule(strings.TrimRight(line, "\r\n")); ok {
			out = append(out, r)
		}
	}
	return out
}

// parseRule reads one line; ok is false for comments and empty lines.
func parseRule(line string) (r rule, ok bool) {
	if trimmed := strings.TrimRight(line, " \t"); !strings.HasSuffix(trimmed, `\`) {
		line = trimmed
	}
	if strings.HasPrefix(line, "#") {
		return r, false
	}
	line, r.not = strings.CutPrefix(line, "!")
	line, r.folders = strings.CutSuffix(line, "/")
	if line == "" {
		return r, false
	}
	prefix := `(?:.*/)?`
	if strings.Contains(line, "/") {
		prefix = ""
	}
	match, err := regexp.Compile(`\A` + prefix + expression(strings.TrimPrefix(line, "/")) + `\z`)
	r.match = match
	return r, err == nil
}

// expression returns the regular expression of a pattern.
func expression(p string) string {
	var b strings.Builder
	for i := 0; i < len(p); i++ {
		switch rest := p[i:]; {
		case strings.HasPrefix(rest, "**/") && (i == 0 || p[i-1] == '/'):
			b.WriteString(`(?:.*/)?`)
			i += 2
		case rest == "**" && i > 0 && p[i-1] == '/':
			b.WriteString(`.+`)
			i++
		case rest[0] == '*':
			b.WriteString(`[^/]*`)
		case rest[0] == '?':
			b.WriteString(`[^/]`)
		case rest[0] == '[' && strings.Contains(rest, "]"):
			class, _, _ := strings.Cut(rest[1:], "]")
			if not, negated := strings.CutPrefix(class, "!"); negated {
				class = "^" + not
			}
			b.WriteString("[" + strings.ReplaceAll(class, `[`, `\[`) + "]")
			i += strings.IndexByte(rest, ']')
		case rest[0] == '\\' && len(rest) > 1:
			b.WriteString(regexp.QuoteMeta(rest[1:2]))
			i++
		default:
			b.WriteString(regexp.QuoteMeta(rest[:1]))
		}
	}
	return b.String()
}
