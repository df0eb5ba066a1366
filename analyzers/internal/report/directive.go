package report

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
)

// directive is a comment that takes reports off its own line and the next:
//
//	//jwtvet:ignore <category>[,...] [until=YYYY-MM-DD] -- reason
//	//nolint:jwtvet
//	//lint:ignore jwtvet/<category> reason
type directive struct {
	categories []string // nil for all
	line       int
	until      time.Time // zero for ever
}

type directives map[string][]directive // by file name

var (
	ours    = regexp.MustCompile(`^//jwtvet:ignore\s+([a-z0-9,-]+)(?:\s+until=(\d{4}-\d\d-\d\d))?\s+--\s*\S`)
	nolint  = regexp.MustCompile(`^//\s*nolint:([\w,-]+)`)
	lintIgn = regexp.MustCompile(`^//lint:ignore\s+(\S+)\s+\S`)
)

// read collects the directives of a file. A directive without a reason, where one is asked for, is none.
func (d *directives) read(fset *token.FileSet, f *ast.File) {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if dir, ok := parse(c.Text); ok {
				p := fset.Position(c.Pos())
				dir.line = p.Line
				if *d == nil {
					*d = directives{}
				}
				(*d)[p.Filename] = append((*d)[p.Filename], dir)
			}
		}
	}
}

func parse(text string) (directive, bool) {
	if m := ours.FindStringSubmatch(text); m != nil {
		until, _ := time.Parse(time.DateOnly, m[2])
		return directive{categories: strings.Split(m[1], ","), until: until}, true
	}
	if m := nolint.FindStringSubmatch(text); m != nil {
		return directive{}, slices.Contains(strings.Split(m[1], ","), "jwtvet")
	}
	if m := lintIgn.FindStringSubmatch(text); m != nil {
		var cats []string
		for name := range strings.SplitSeq(m[1], ",") {
			if c, ok := strings.CutPrefix(name, "jwtvet/"); ok {
				cats = append(cats, c)
			}
		}
		return directive{categories: cats}, cats != nil
	}
	return directive{}, false
}

// ignore reports whether a directive on the finding's line or the line above takes it off.
func (d directives) ignore(pass *analysis.Pass, f Finding) bool {
	p := pass.Fset.Position(f.Pos)
	return slices.ContainsFunc(d[p.Filename], func(dir directive) bool {
		return (dir.line == p.Line || dir.line == p.Line-1) &&
			(dir.categories == nil || slices.Contains(dir.categories, f.Category)) &&
			(dir.until.IsZero() || time.Now().Before(dir.until))
	})
}
