package load

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
)

// This file is about packages that fail only because what they embed is not there yet:
//
//	//go:embed build/*    // of a front end that nobody has built on this machine
//	var ui embed.FS
//
// The go command is given an overlay that has an empty file in each of these places.
// The module is not written to.

// Placeholder is a pattern of a package for which an empty file stands, because nothing matches it.
type Placeholder struct {
	Package  string   `json:"package"`
	Patterns []string `json:"patterns"`
	Place    string   `json:"place,omitempty"` // of the first directive
}

const (
	placeholder = "placeholder" // a file that nothing says the name of
	empty       = "empty"       // the file that stands for all of them
)

// Fill makes an overlay for what packages embed and do not have. It reports whether there is any,
// and the go command has to be asked again.
func (l *Loader) Fill(ctx context.Context, pkgs []Package) bool {
	if l.overlay != "" || l.OwnOverlay() {
		return false
	}
	lacking := map[string]string{} // place of the directive by package
	for _, p := range pkgs {
		for _, e := range append([]*Error{p.Error}, p.DepsErrors...) {
			if e != nil && len(e.ImportStack) > 0 && e.embeds() {
				lacking[e.ImportStack[len(e.ImportStack)-1]] = e.Pos
			}
		}
	}
	files := map[string]string{}
	for _, p := range append(pkgs, l.elsewhere(ctx, pkgs, lacking)...) {
		if p.Dir == "" || l.cached(p) { // the module cache takes no overlay
			continue
		}
		if place, ok := lacking[p.ImportPath]; ok {
			if patterns := gaps(p.Dir, p.EmbedPatterns, files); len(patterns) > 0 {
				l.placeholders = append(l.placeholders, Placeholder{
					p.ImportPath, patterns, l.Short(place),
				})
			}
		}
		tests := append(gaps(p.Dir, p.TestEmbedPatterns, files),
			gaps(p.Dir, p.XTestEmbedPatterns, files)...)
		if len(tests) > 0 && l.TestImports { // otherwise nothing is reported there
			l.placeholders = append(l.placeholders, Placeholder{
				Package:  p.ImportPath,
				Patterns: tests,
			})
		}
	}
	if len(files) == 0 {
		return false
	}
	dir, err := l.scratch()
	for name := range files {
		files[name] = filepath.Join(dir, empty)
	}
	return err == nil && l.AddOverlay(files) == nil
}

// OwnOverlay reports whether the user has an overlay. The go command takes one.
func (g *given) OwnOverlay() bool {
	return slices.ContainsFunc(gocmd.Fields(g.goflags), func(f string) bool {
		return strings.HasPrefix(strings.TrimLeft(f, "-"), "overlay")
	})
}

// embeds reports whether an error is about a pattern that has no file.
func (e *Error) embeds() bool {
	return strings.HasPrefix(e.Err, "pattern ") &&
		(strings.HasSuffix(e.Err, gocmd.NoMatch) || strings.HasSuffix(e.Err, gocmd.NoneIn))
}

// elsewhere lists those of the packages lacking files that the patterns do not name.
func (l *Loader) elsewhere(
	ctx context.Context, pkgs []Package, lacking map[string]string,
) []Package {
	args := slices.Concat([]string{"list", "-e", "-json=ImportPath,Dir,EmbedPatterns"},
		l.BuildFlags(), []string{"--"})
	n := len(args)
	for p := range lacking {
		if !slices.ContainsFunc(pkgs, func(q Package) bool { return q.ImportPath == p }) {
			args = append(args, p)
		}
	}
	if len(args) == n {
		return nil
	}
	out, _, err := l.Command().Run(ctx, args)
	if err != nil {
		return nil
	}
	found, _ := decode(out)
	return found
}

// cached reports whether a package lies in the module cache.
func (g *given) cached(p Package) bool {
	rel, err := filepath.Rel(g.modcache, p.Dir)
	return err == nil && filepath.IsLocal(rel)
}

// AddOverlay adds files to the overlay: empty ones, and those of the name
// "" that are to be missing.
func (l *Loader) AddOverlay(files map[string]string) error {
	dir, err := l.scratch()
	if err != nil {
		return err
	}
	if l.replaced == nil {
		l.replaced = map[string]string{}
	}
	maps.Copy(l.replaced, files)
	text, err := json.Marshal(map[string]any{"Replace": l.replaced})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, empty), nil, 0o666); err != nil {
		return err
	}
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		return err
	}
	l.overlay = file
	return nil
}
