package vettest

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
)

// diagnostic is a report as go vet -json has it.
type diagnostic struct{ Category, Posn, Message string }

// parse reads the stream of JSON objects that go vet writes, package to analyzer to diagnostics,
// and returns the reports of one analyzer, or of all where none is named. Ignore directives are no
// single analyzer's.
//
// A report that one package has twice is returned twice. The go command may analyse a package and
// its test variant, "p" and "p [p.test]", which have the same files: what both report is one
// report.
func parse(stream, root, analyzer string) ([]Report, error) {
	counts := map[string]map[diagnostic]int{} // by package: the most that one of its variants has
	for dec := json.NewDecoder(strings.NewReader(stream)); dec.More(); {
		var variants map[string]map[string]json.RawMessage
		if err := dec.Decode(&variants); err != nil {
			return nil, err
		}
		for id, analyzers := range variants {
			pkg, _, _ := strings.Cut(id, " [")
			if counts[pkg] == nil {
				counts[pkg] = map[diagnostic]int{}
			}
			own := map[diagnostic]int{} // of this variant
			for name, raw := range analyzers {
				var list []diagnostic
				if err := json.Unmarshal(raw, &list); err != nil { // it is {"error": ...}
					return nil, fmt.Errorf("%s of %s: %s", name, id, raw)
				}
				for _, d := range list {
					if analyzer != "" && name != analyzer && d.Category != category.StaleIgnore {
						continue
					}
					own[d]++
					counts[pkg][d] = max(counts[pkg][d], own[d])
				}
			}
		}
	}
	var out []Report
	for _, diagnostics := range counts {
		for d, n := range diagnostics {
			r, err := d.report(root)
			if err != nil {
				return nil, err
			}
			out = append(out, slices.Repeat([]Report{r}, n)...)
		}
	}
	slices.SortFunc(out, func(a, b Report) int { return strings.Compare(a.String(), b.String()) })
	return out, nil
}

// report cuts the column off the position, which is file:line:column.
func (d diagnostic) report(root string) (Report, error) {
	parts := strings.Split(d.Posn, ":")
	n := len(parts) - 2
	if n < 1 {
		return Report{}, fmt.Errorf("%q is no position", d.Posn)
	}
	file, err := filepath.Rel(root, strings.Join(parts[:n], ":"))
	if err != nil {
		return Report{}, err
	}
	return Report{filepath.ToSlash(file) + ":" + parts[n], d.Category, d.Message}, nil
}

// objects takes the JSON objects out of what go vet writes to its standard error, which is where
// they are before Go 1.26.
func objects(stderr string) string {
	var out strings.Builder
	inside := false
	for line := range strings.Lines(stderr) {
		inside = inside || strings.HasPrefix(line, "{")
		if inside {
			out.WriteString(line)
		}
		inside = inside && !strings.HasPrefix(line, "}") && !strings.HasPrefix(line, "{}")
	}
	return out.String()
}
