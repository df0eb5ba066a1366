package unit

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/adapt"
)

// tell hands everything on to the go command and returns the exit code for it.
func (w *watched) tell() int {
	if len(w.left) > 0 || w.partial {
		if err := lessen(w.VetxOutput); err != nil {
			return say(fmt.Errorf("handing on facts: %w", err))
		}
	}
	os.Stderr.Write(w.stderr.Bytes())
	switch {
	case len(w.left) == 0:
		os.Stdout.Write(w.stdout.Bytes())
		return w.code
	case w.json:
		if err := w.join(); err != nil {
			return say(err)
		}
		return w.code
	}
	os.Stdout.Write(w.stdout.Bytes())
	for _, f := range w.each() {
		fmt.Fprintf(os.Stderr, "jwtvet: %s: %s\n", w.ID, f.Message)
	}
	return 1
}

// join writes the reports of those that did not fail and the errors of those
// that did, as unitchecker does.
func (w *watched) join() error {
	data, out := w.stdout.Bytes(), os.Stdout
	if w.Stdout != "" {
		data, _ = os.ReadFile(w.Stdout) // there is none when the analysis did not come so far
		f, err := os.OpenFile(w.Stdout, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
		if err != nil {
			return err
		}
		defer f.Close()
		out = f
	}
	tree := map[string]map[string]json.RawMessage{}
	if len(bytes.TrimSpace(data)) > 0 {
		if err := json.Unmarshal(data, &tree); err != nil {
			tree = map[string]map[string]json.RawMessage{}
			w.left = append(w.left, note{
				Message: fmt.Sprintf("cannot read the reports: %v; please report it at %s",
					err, adapt.Issues),
			})
		}
	}
	if tree[w.ID] == nil {
		tree[w.ID] = map[string]json.RawMessage{}
	}
	for _, f := range w.each() {
		data, err := json.Marshal(map[string]string{"error": f.Message})
		if err != nil {
			return err
		}
		tree[w.ID][cmp.Or(f.Analyzer, Everything)] = data
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "\t")
	return enc.Encode(tree)
}

// Everything is the name under which the failure of the whole analysis is told.
const Everything = "jwtvet"

// Sep stands between the names of analyzers that failed for one reason, which go vet shows once.
const Sep = ", "

// each returns each failure once, with the names of all analyzers that it concerns.
func (w *watched) each() []note {
	of := map[string][]string{}
	for _, f := range w.left {
		of[f.Message] = append(of[f.Message], f.Analyzer)
	}
	var list []note
	for _, message := range slices.Sorted(maps.Keys(of)) {
		names := of[message]
		slices.Sort(names)
		list = append(list, note{
			Analyzer: strings.Join(slices.Compact(names), Sep),
			Message:  message,
		})
	}
	return list
}
