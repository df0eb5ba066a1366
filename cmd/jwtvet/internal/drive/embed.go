package drive

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// This file is about packages that fail only because what they embed is not there yet:
//
//	//go:embed build/*    // of a front end that nobody has built on this machine
//	var ui embed.FS
//
// The go command is given an overlay that has an empty file in each of these places.
// The module is not written to.

// What the go command says of a pattern, after the pattern.
const (
	noMatch = ": no matching files found"
	noneIn  = ": contains no embeddable files"
)

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

// fill makes an overlay for what packages embed and do not have. It reports whether there is any,
// and the go command has to be asked again.
func (c *Config) fill(ctx context.Context, pkgs []listed) bool {
	if c.overlay != "" || c.ownOverlay() {
		return false
	}
	lacking := map[string]string{} // place of the directive by package
	for _, p := range pkgs {
		for _, e := range append([]*loadError{p.Error}, p.DepsErrors...) {
			if e != nil && len(e.ImportStack) > 0 && e.embeds() {
				lacking[e.ImportStack[len(e.ImportStack)-1]] = e.Pos
			}
		}
	}
	files := map[string]string{}
	for _, p := range append(pkgs, c.elsewhere(ctx, pkgs, lacking)...) {
		if p.Dir == "" || c.cached(p) { // the module cache takes no overlay
			continue
		}
		if place, ok := lacking[p.ImportPath]; ok {
			if patterns := gaps(p.Dir, p.EmbedPatterns, files); len(patterns) > 0 {
				c.placeholders = append(c.placeholders, Placeholder{
					p.ImportPath, patterns, c.short(place),
				})
			}
		}
		tests := append(gaps(p.Dir, p.TestEmbedPatterns, files),
			gaps(p.Dir, p.XTestEmbedPatterns, files)...)
		if len(tests) > 0 && c.TestImports { // otherwise nothing is reported there
			c.placeholders = append(c.placeholders, Placeholder{
				Package:  p.ImportPath,
				Patterns: tests,
			})
		}
	}
	if len(files) == 0 {
		return false
	}
	dir, err := c.scratch()
	for name := range files {
		files[name] = filepath.Join(dir, empty)
	}
	return err == nil && c.writeOverlay(files) == nil
}

// ownOverlay reports whether the user has an overlay. The go command takes one.
func (c *Config) ownOverlay() bool {
	return slices.ContainsFunc(fields(c.goflags), func(f string) bool {
		return strings.HasPrefix(strings.TrimLeft(f, "-"), "overlay")
	})
}

// embeds reports whether an error is about a pattern that has no file.
func (e *loadError) embeds() bool {
	return strings.HasPrefix(e.Err, "pattern ") &&
		(strings.HasSuffix(e.Err, noMatch) || strings.HasSuffix(e.Err, noneIn))
}

// elsewhere lists those of the packages lacking files that the patterns do not name.
func (c *Config) elsewhere(ctx context.Context, pkgs []listed, lacking map[string]string) []listed {
	args := slices.Concat([]string{"list", "-e", "-json=ImportPath,Dir,EmbedPatterns"},
		c.build(), []string{"--"})
	n := len(args)
	for p := range lacking {
		if !slices.ContainsFunc(pkgs, func(l listed) bool { return l.ImportPath == p }) {
			args = append(args, p)
		}
	}
	if len(args) == n {
		return nil
	}
	out, _, err := c.run(ctx, args)
	if err != nil {
		return nil
	}
	found, _ := decode(out)
	return found
}

// cached reports whether a package lies in the module cache.
func (c *Config) cached(p listed) bool {
	rel, err := filepath.Rel(c.modcache, p.Dir)
	return err == nil && filepath.IsLocal(rel)
}

// writeOverlay adds files to the overlay: empty ones, and those of the name
// "" that are to be missing.
func (c *Config) writeOverlay(files map[string]string) error {
	dir, err := c.scratch()
	if err != nil {
		return err
	}
	if c.replaced == nil {
		c.replaced = map[string]string{}
	}
	maps.Copy(c.replaced, files)
	text, err := json.Marshal(map[string]any{"Replace": c.replaced})
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
	c.overlay = file
	return nil
}
