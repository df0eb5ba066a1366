package vettest

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A want comment names the categories of the reports on its line, each followed by a part of the
// message where that matters, and a category as often as it is reported:
//
//	key := "local" // want hardcoded-secret "constant of 5 bytes"
//	both("a", "b") // want hardcoded-secret hardcoded-secret
//
// Pages, scripts and templates have it in the comments of their language:
//
//	<p>{{.Token}}</p> <!-- want web-storage -->
var (
	opening = regexp.MustCompile(`(//|/\*|<!--|#)\s*want\b`)
	item    = regexp.MustCompile(`^\s+([a-z]+(?:-[a-z]+)+)(?:\s+"([^"]+)")?`)
	closing = map[string]string{"/*": "*/", "<!--": "-->"}
)

// wants reads the want comments of the files below a folder of root. It complains of those that
// it cannot read in full.
func wants(root, folder string) (out []Report, complaints []string, err error) {
	err = filepath.WalkDir(filepath.Join(root, folder),
		func(path string, d fs.DirEntry, err error) error {
			// which shows the comments once more
			if err != nil || !d.Type().IsRegular() || d.Name() == "fixes.diff" {
				return err
			}
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			own, unread, err := read(filepath.ToSlash(rel), f)
			out, complaints = append(out, own...), append(complaints, unread...)
			return err
		})
	return out, complaints, err
}

// read reads the want comments of one file.
func read(name string, file io.Reader) (out []Report, complaints []string, err error) {
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 8<<20) // a bundle is one line
	for n := 1; lines.Scan(); n++ {
		place := fmt.Sprintf("%s:%d", name, n)
		for _, text := range comments(lines.Text()) {
			own, rest := items(place, text)
			if rest != "" || len(own) == 0 {
				complaints = append(complaints,
					fmt.Sprintf("%s: cannot read the comment want%s", place, text))
			}
			out = append(out, own...)
		}
	}
	return out, complaints, lines.Err()
}

// comments returns what the want comments of a line have behind the word. A comment that has no
// end goes up to that of the line.
func comments(line string) []string {
	var out []string
	for {
		at := opening.FindStringSubmatchIndex(line)
		if at == nil {
			return out
		}
		text, rest := line[at[1]:], ""
		if end := closing[line[at[2]:at[3]]]; end != "" {
			text, rest, _ = strings.Cut(text, end)
		}
		out = append(out, text)
		line = rest
	}
}

// items reads the text of a comment and returns what is left where that makes no sense.
func items(place, text string) (out []Report, rest string) {
	for {
		m := item.FindStringSubmatch(text)
		if m == nil {
			return out, strings.TrimSpace(text)
		}
		out = append(out, Report{place, m[1], m[2]})
		text = text[len(m[0]):]
	}
}

// compare complains of every want that has no report and of every report that has no want.
func compare(got, want []Report) []string {
	var complaints []string
	got, want = slices.Clone(got), slices.Clone(want)
	// A want that has no text takes any report of its category, so that others choose before it.
	slices.SortStableFunc(want, func(a, b Report) int { return len(b.Message) - len(a.Message) })
	for _, w := range want {
		i := slices.IndexFunc(got, func(r Report) bool {
			return r.Place == w.Place && r.Category == w.Category &&
				strings.Contains(r.Message, w.Message)
		})
		if i < 0 {
			complaints = append(complaints,
				fmt.Sprintf("%s: no report %s %q", w.Place, w.Category, w.Message))
			continue
		}
		got = slices.Delete(got, i, i+1)
	}
	for _, r := range got {
		complaints = append(complaints, fmt.Sprintf("unexpected report %s", r))
	}
	slices.Sort(complaints)
	return complaints
}
