package spelling

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Part is a piece of a text: constant where it is known, an expression where it is not.
type Part struct {
	Text string
	Expr ast.Expr // what yields an unknown piece, nil for a constant one
	At   ast.Expr // the constant as it is written
}

// Speller spells the texts of a package.
type Speller struct {
	index  *syntax.Index
	flow   *flow.Graphs
	origin *origin.Tracer
	info   *types.Info
}

// New returns the speller of a package whose values the tracer follows.
func New(index *syntax.Index, graphs *flow.Graphs, tracer *origin.Tracer) *Speller {
	return &Speller{index: index, flow: graphs, origin: tracer, info: index.Info}
}

// Spellings spells a text out in each way in which the code puts it together: concatenation, formatting, variables,
// parameters. What cannot be spelled is one part that is not known.
func (s *Speller) Spellings(e ast.Expr) [][]Part { return (&speller{s, map[any]bool{}}).spell(e) }

// speller spells one text; open cuts circles.
type speller struct {
	*Speller
	open map[any]bool
}

func (s *speller) spell(e ast.Expr) [][]Part {
	e = ast.Unparen(e)
	if v := s.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		if b, ok := e.(*ast.BinaryExpr); ok { // keep the pieces apart, for their places
			return product(s.spell(b.X), s.spell(b.Y))
		}
		at, _ := s.origin.Constant(e, s.info.Types[e]).Origins[0].At.(ast.Expr)
		return [][]Part{{{Text: constant.StringVal(v), At: at}}}
	}
	whole := [][]Part{{{Expr: e}}}
	if s.open[e] {
		return whole
	}
	s.open[e] = true
	defer delete(s.open, e)
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return product(s.spell(e.X), s.spell(e.Y))
		}
	case *ast.CallExpr:
		if out := s.made(e); out != nil {
			return out
		}
	case *ast.Ident, *ast.SelectorExpr:
		if out := s.variable(e); len(out) > 0 {
			return out
		}
	}
	return whole
}

// made is a text that a conversion, a modelled helper or a function of this package makes.
func (s *speller) made(e *ast.CallExpr) [][]Part {
	if s.info.Types[e.Fun].IsType() && len(e.Args) == 1 && typing.IsText(s.info.TypeOf(e.Args[0])) {
		return s.spell(e.Args[0])
	}
	sig, obj := s.index.Row(e)
	switch {
	case sig == nil:
		return s.returned(obj)
	case sig.Index(model.Format) >= 0 && !e.Ellipsis.IsValid():
		return s.formatted(e, sig)
	case sig.Verb == model.Pass && (sig.Result(0) == model.Text || sig.Result(0) == model.Path):
		return s.joined(e, sig)
	}
	return nil
}

// joined is the pieces of a text one after the other, those of a path with a slash between them.
func (s *speller) joined(e *ast.CallExpr, sig *model.Sig) [][]Part {
	pieces := syntax.Args(e, sig, model.From)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		pieces = append([]ast.Expr{sel.X}, pieces...)
	}
	out := [][]Part{nil}
	for i, piece := range pieces {
		if i > 0 && sig.Result(0) == model.Path {
			out = product(out, [][]Part{{{Text: "/"}}})
		}
		out = product(out, s.spell(piece))
	}
	return out
}

// returned is what a function of this package returns, its parameters spelled from their callers.
func (s *speller) returned(obj types.Object) [][]Part {
	fn, _ := obj.(*types.Func)
	d := s.index.Decls[fn]
	if fn == nil || d == nil || s.open[d] || fn.Signature().Results().Len() == 0 {
		return nil
	}
	s.open[d] = true
	defer delete(s.open, d)
	var out [][]Part
	for _, r := range s.index.Returns[d] {
		if len(r.Results) > 0 {
			out = append(out, s.spell(r.Results[0])...)
		}
	}
	return out
}

func (s *speller) variable(e ast.Expr) [][]Part {
	defs, all := s.texts(e)
	if !all {
		return nil
	}
	if !typing.IsText(s.info.TypeOf(e)) && slices.ContainsFunc(defs, func(d ast.Expr) bool { return !s.parsed(d) }) {
		return nil
	}
	var out [][]Part
	for _, d := range defs {
		out = append(out, s.spell(d)...)
	}
	return out
}

// parsed reports whether an expression is a call that makes a value of a text by reading it: url.Parse.
func (s *speller) parsed(e ast.Expr) bool {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	sig, _ := s.index.Row(c)
	return sig != nil && sig.Verb == model.Pass && sig.Result(0) == model.Text
}

// texts is Definitions for texts; all is false when something is appended to the variable, or it gets its value unseen.
func (s *speller) texts(e ast.Expr) (defs []ast.Expr, all bool) {
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = s.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = s.info.ObjectOf(e.Sel)
	}
	v, ok := obj.(*types.Var)
	if !ok || slices.ContainsFunc(s.index.Writes[v.Origin()], func(w syntax.Write) bool { return w.Join || w.Into || w.Elem || w.Call != nil || w.Result > 0 }) {
		return nil, false
	}
	defs = s.origin.Definitions(e)
	return defs, len(defs) > 0
}

var verbs = regexp.MustCompile(`%[-+# 0]*(\d+|\*)?(\.(\d+|\*))?[a-zA-Z]`)

// Verbs returns where the verbs of a format as it is written are, one for each argument.
func Verbs(format string) [][]int {
	return verbs.FindAllStringIndex(strings.ReplaceAll(format, "%%", "\x00\x00"), -1)
}

// formatted is what a format and its arguments give.
func (s *speller) formatted(e *ast.CallExpr, sig *model.Sig) [][]Part {
	at := sig.Index(model.Format)
	if at >= len(e.Args) {
		return nil
	}
	var out [][]Part
	for _, f := range s.spell(e.Args[at]) {
		if len(f) != 1 || f[0].Expr != nil || strings.Contains(f[0].Text, "%[") {
			return nil
		}
		way := [][]Part{nil}
		text, next := strings.ReplaceAll(f[0].Text, "%%", "\x00"), at+1
		piece := func(text string) [][]Part {
			if text == "" {
				return [][]Part{nil}
			}
			return [][]Part{{{Text: strings.ReplaceAll(text, "\x00", "%"), At: f[0].At}}}
		}
		last := 0
		for _, m := range verbs.FindAllStringIndex(text, -1) {
			way, last = product(way, piece(text[last:m[0]])), m[1]
			if next >= len(e.Args) {
				return nil
			}
			if strings.HasSuffix(text[m[0]:m[1]], "s") || strings.HasSuffix(text[m[0]:m[1]], "v") {
				way = product(way, s.spell(e.Args[next]))
			} else {
				way = product(way, [][]Part{{{Expr: e.Args[next]}}})
			}
			next++
		}
		out = append(out, product(way, piece(text[last:]))...)
	}
	return out
}

// product joins every way of x with every way of y. Where these are many, the ways of y are left open.
func product(x, y [][]Part) [][]Part {
	if len(x)*len(y) > origin.Few {
		y = [][]Part{{{Expr: &ast.BadExpr{}}}}
	}
	var out [][]Part
	for _, a := range x {
		for _, b := range y {
			out = append(out, slices.Concat(a, b))
		}
	}
	return out
}
