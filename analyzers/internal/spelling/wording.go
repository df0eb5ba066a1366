// Package spelling answers what a text is made of: the pieces that a concatenation, a format or a
// chain of variables puts together, and the values that show in it.
//
//	base := "https://api.example.com"
//	url := fmt.Sprintf("%s/login?token=%s", base, token)
//	http.Get(url)      // Spellings: "https://api.example.com", "/login?token=", token
//	log.Print(url)     // Ingredients: url, the call, base, token
package spelling

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Part is a piece of a text: Text where it is constant, Expr where it is not.
type Part struct {
	Text string
	Expr ast.Expr // the expression of a piece that is not constant, else nil
	At   ast.Expr // the constant as it is written, nil where it has no place
}

// Speller spells the texts of a package.
type Speller struct {
	index  *syntax.Index
	flow   *flow.Graphs
	origin *origin.Tracer
	info   *types.Info
	walk   memo.Walk[any, [][]Part]
	plain  map[*types.Var]bool // variables that are assigned to as a whole only
	told   int                 // how many ingredients were, of all values
}

// What is kept of one text. Where more would be known it is unknown.
const (
	maxWays  = 256 // ways in which it is put together
	maxParts = 64  // pieces of one way
	maxKept  = 512 // pieces of all ways
)

// New returns the speller of a package whose values the tracer follows.
func New(index *syntax.Index, graphs *flow.Graphs, tracer *origin.Tracer) *Speller {
	s := &Speller{
		index: index, flow: graphs, origin: tracer, info: index.Info,
		walk:  memo.Over[any, [][]Part](tracer.Circles),
		plain: map[*types.Var]bool{},
	}
	s.walk.Most = memo.Bound(len(s.info.Types)) / 4 // each puts a text together
	return s
}

// Forget drops what depends on the questions that were asked so far.
func (s *Speller) Forget() { s.walk.Forget() }

// Spellings returns the pieces of a text for each way in which the code puts it together, by
// concatenation, formatting, variables and parameters. What cannot be spelled is one part with an
// expression, and so is a text of which there is more than is kept.
func (s *Speller) Spellings(e ast.Expr) [][]Part { return s.spell(e) }

// spell returns the ways of one expression.
func (s *Speller) spell(e ast.Expr) [][]Part {
	e = ast.Unparen(e)
	if v := s.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		if b, ok := e.(*ast.BinaryExpr); ok { // keep the pieces apart, for their places
			return product(s.spell(b.X), s.spell(b.Y))
		}
		at, _ := s.origin.Constant(e, s.info.Types[e]).Origins[0].At.(ast.Expr)
		return [][]Part{{{Text: constant.StringVal(v), At: at}}}
	}
	ways, again := s.walk.Once(e, func() [][]Part {
		if ways := s.expression(e); fits(ways) {
			return ways
		}
		return nil
	})
	if again || len(ways) == 0 {
		return [][]Part{{{Expr: e}}}
	}
	return ways
}

// fits reports whether ways are no more than what is kept of one text.
func fits(ways [][]Part) bool {
	parts := 0
	for _, way := range ways {
		parts += len(way)
	}
	return len(ways) <= maxWays && parts <= maxKept
}

// expression returns the ways of an expression that is not constant, nil where it cannot be taken
// to pieces.
func (s *Speller) expression(e ast.Expr) [][]Part {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return product(s.spell(e.X), s.spell(e.Y))
		}
	case *ast.CallExpr:
		return s.made(e)
	case *ast.Ident, *ast.SelectorExpr:
		return s.variable(e)
	}
	return nil
}

// made returns the ways of a text that a conversion, a modelled helper or a function of this
// package makes, nil for other calls.
func (s *Speller) made(e *ast.CallExpr) [][]Part {
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

// joined returns the pieces of a text one after the other, those of a path with a slash between
// them: strings.Join, url.JoinPath.
func (s *Speller) joined(e *ast.CallExpr, sig *model.Sig) [][]Part {
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

// returned returns the ways of what a function of this package returns, its parameters spelled
// from their callers.
func (s *Speller) returned(obj types.Object) [][]Part {
	fn, _ := obj.(*types.Func)
	d := s.index.Decls[fn]
	if fn == nil || d == nil || fn.Signature().Results().Len() == 0 {
		return nil
	}
	ways, _ := s.walk.Once(d, func() [][]Part {
		var out [][]Part
		for _, r := range s.index.Returns[d] {
			if len(r.Results) > 0 && len(out) <= maxWays {
				out = append(out, s.spell(r.Results[0])...)
			}
		}
		return out
	})
	return ways
}

// variable returns the ways of the text in a variable or field. A value that is no text counts
// only where it is read from one, as a *url.URL is.
func (s *Speller) variable(e ast.Expr) [][]Part {
	defs, all := s.definitions(e)
	if !all {
		return nil
	}
	if !typing.IsText(s.info.TypeOf(e)) &&
		slices.ContainsFunc(defs, func(d ast.Expr) bool { return !s.parsed(d) }) {
		return nil
	}
	var out [][]Part
	for _, d := range defs {
		if out = append(out, s.spell(d)...); len(out) > maxWays {
			return nil
		}
	}
	return out
}

// parsed reports whether an expression is a call that makes a value of a text by reading it:
// url.Parse.
func (s *Speller) parsed(e ast.Expr) bool {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	sig, _ := s.index.Row(c)
	return sig != nil && sig.Verb == model.Pass && sig.Result(0) == model.Text
}

// definitions returns the expressions that give a variable its text. all is false when something
// is appended to the variable, or a call writes it, or there are more than maxWays.
func (s *Speller) definitions(e ast.Expr) (defs []ast.Expr, all bool) {
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = s.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = s.info.ObjectOf(e.Sel)
	}
	v, ok := obj.(*types.Var)
	if !ok || !s.isPlain(v.Origin()) {
		return nil, false
	}
	defs = s.origin.Definitions(e)
	return defs, len(defs) > 0 && len(defs) <= maxWays
}

// isPlain reports whether a variable is never appended to, nor written by a call, nor in part.
func (s *Speller) isPlain(v *types.Var) bool {
	plain, known := s.plain[v]
	if !known {
		plain = !slices.ContainsFunc(s.index.Writes[v], func(w syntax.Write) bool {
			return w.Join || w.Into || w.Elem || w.Call != nil || w.Result > 0
		})
		s.plain[v] = plain
	}
	return plain
}

// product appends each way of y to each way of x. Where that makes more than [origin.Few] ways, y
// counts as one unknown part, which keeps the work per text bounded.
func product(x, y [][]Part) [][]Part {
	if len(x)*len(y) > origin.Few {
		y = [][]Part{{{Expr: &ast.BadExpr{}}}}
	}
	var out [][]Part
	for _, a := range x {
		for _, b := range y {
			if len(a)+len(b) > maxParts {
				b = []Part{{Expr: &ast.BadExpr{}}}
			}
			if len(a) > maxParts { // it ends in what is not known
				b = nil
			}
			out = append(out, slices.Concat(a, b))
		}
	}
	return out
}
