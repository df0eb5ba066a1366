package spelling

// This file reads formats:
//
//	fmt.Sprintf("%s?token=%s&n=%d", base, token, n)  // base, "?token=", token, "&n=", n
//	fmt.Sprintf(layout, token)                       // spelled where layout is constant

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// formatted returns the ways of a format with its arguments, nil where it is no constant or has
// explicit indexes.
func (s *Speller) formatted(e *ast.CallExpr, sig *model.Sig) [][]Part {
	at := sig.Index(model.Format)
	if at >= len(e.Args) {
		return nil
	}
	var out [][]Part
	for _, f := range s.spell(e.Args[at]) {
		if len(f) != 1 || f[0].Expr != nil || strings.Contains(f[0].Text, "%[") {
			return nil
		}
		ways := [][]Part{nil}
		text, next := strings.ReplaceAll(f[0].Text, "%%", "\x00"), at+1
		piece := func(text string) [][]Part {
			if text == "" {
				return [][]Part{nil}
			}
			return [][]Part{{{Text: strings.ReplaceAll(text, "\x00", "%"), At: f[0].At}}}
		}
		last := 0
		for _, m := range syntax.Verbs(text) {
			ways, last = product(ways, piece(text[last:m[0]])), m[1]
			if next >= len(e.Args) {
				return nil
			}
			if strings.HasSuffix(text[m[0]:m[1]], "s") || strings.HasSuffix(text[m[0]:m[1]], "v") {
				ways = product(ways, s.spell(e.Args[next]))
			} else {
				ways = product(ways, [][]Part{{{Expr: e.Args[next]}}})
			}
			next++
		}
		out = append(out, product(ways, piece(text[last:]))...)
	}
	return out
}
