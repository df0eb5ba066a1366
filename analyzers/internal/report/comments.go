package report

import (
	"go/token"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Directives reads the ignore directives of a package once for all analyzers, when the first of
// them reports. Every analyzer with categories requires it.
var Directives = &analysis.Analyzer{
	Name:       "jwtdirectives",
	Doc:        "read the directives that take reports off",
	Run:        func(pass *analysis.Pass) (any, error) { return &Comments{pass: pass}, nil },
	ResultType: reflect.TypeFor[*Comments](),
}

// Comments holds the directives of a package. Drivers run analyzers side by side.
type Comments struct {
	pass    *analysis.Pass
	once    sync.Once
	mu      sync.Mutex
	list    []*directive
	mute    map[*token.File]bool // files that are never reported
	checked bool                 // some analyzer has reported the misspelled ones
	asked   bool                 // some analyzer has reported what is wrong with the model
}

// first reports whether no other analyzer has asked.
func (c *Comments) first() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	asked := c.asked
	c.asked = true
	return !asked
}

// read parses the comments of the package.
func (c *Comments) read() {
	c.once.Do(func() {
		c.mute = muted(c.pass)
		for _, f := range c.pass.Files {
			for _, group := range f.Comments {
				for _, comment := range group.List {
					if d := parse(comment.Text); d != nil {
						d.pos, d.end = comment.Pos(), comment.End()
						d.place = lineOf(c.pass.Fset, d.pos)
						c.list = append(c.list, d)
					}
				}
			}
		}
	})
}

// ignore returns the directive that takes a report of a category off a place, nil for none; one of
// the form //nolint only where it is ours to honour.
func (c *Comments) ignore(p place, id string, nolint bool) (by *directive) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range c.list {
		if (nolint || !d.nolint) && d.matches(p, id) && d.use(id) && by == nil {
			by = d
		}
	}
	return by
}

// wrong is a directive and what is wrong with it.
type wrong struct {
	*directive
	text string
}

// wrong returns the directives that are wrong: for the first analyzer that asks the misspelled
// ones, whichever that is, and for each those that take off none of its own reports. Categories in off
// are not reported.
func (c *Comments) wrong(own, off []string) []wrong {
	c.mu.Lock()
	defer c.mu.Unlock()
	first := !c.checked
	c.checked = true
	var out []wrong
	for _, d := range c.list {
		if c.mute[c.pass.Fset.File(d.pos)] {
			continue
		}
		if text := d.misspelled(); text != "" {
			if first {
				out = append(out, wrong{d, text})
			}
			continue // one report for one directive
		}
		if text := d.unneeded(own, off); text != "" {
			out = append(out, wrong{d, text})
		}
	}
	return out
}
