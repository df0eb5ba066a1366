package guards

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Guards answers what the package tests of its values.
type Guards struct {
	index   *syntax.Index
	origin  *origin.Tracer
	info    *types.Info
	tests   *tested         // nil before the first question
	refused map[string]bool // constants that some value is compared with; nil before the first question
}

// New returns the guards of a package whose values the tracer follows.
func New(index *syntax.Index, tracer *origin.Tracer) *Guards {
	return &Guards{index: index, origin: tracer, info: index.Info}
}

// tested holds what the package tests of its values.
type tested struct {
	places  map[place]bool       // births and foreign objects whose emptiness or length is tested
	merged  map[place]bool       // those that are tested together with what they fall back to
	vars    map[*types.Var]bool  // parameters, fields and package variables that are tested
	names   map[string]bool      // names of sources that are tested, or listed outside a read
	lengths map[place]*MinLength // least length that is admitted
}

// MinLength is a test of a length.
type MinLength struct {
	At  ast.Node
	Min int // shortest length that passes
}

// Tested reports whether this package tests a birth of the trace for emptiness or length, or a value read under the same
// name. Where the value can be empty in the end, a test that only led to the empty value does not count: getenv(k, "")
// tests what it reads, and nobody tests what it returns.
func (t *Guards) Tested(o origin.Origin, in origin.Trace) bool {
	g := t.guarded()
	places := g.places
	if in.Has(origin.Nothing, origin.Param) {
		places = g.merged
	}
	if o.Checked || slices.ContainsFunc(spots(o), func(p place) bool { return places[p] }) {
		return true
	}
	return slices.ContainsFunc(o.Names, func(n string) bool { return g.names[strings.ToLower(n)] })
}

// TestedVar reports whether this package tests what it is given through a parameter, field or package variable for
// emptiness or length.
func (t *Guards) TestedVar(v *types.Var) bool { return t.guarded().vars[v] }

// Rejected reports whether this package compares something with the constant, as programs do that refuse to start on it.
func (t *Guards) Rejected(o origin.Origin) bool {
	return o.Value != nil && o.Value.Kind() == constant.String && t.refusals()[constant.StringVal(o.Value)]
}

// refusals returns the constant strings that something is compared with: by an operator, a switch, a call that answers
// yes or no, or as an element of a list. No value is traced for it.
func (t *Guards) refusals() map[string]bool {
	if t.refused != nil {
		return t.refused
	}
	t.refused = map[string]bool{}
	for _, b := range t.index.Tests {
		t.refuse(b.X, b.Y)
	}
	for _, s := range t.index.Switches {
		for _, c := range s.Body.List {
			if s.Tag != nil {
				t.refuse(c.(*ast.CaseClause).List...)
			}
		}
	}
	for _, list := range t.lists() {
		t.refuse(list...)
	}
	return t.refused
}

func (t *Guards) refuse(list ...ast.Expr) {
	for _, e := range list {
		if v := t.info.Types[e].Value; v != nil && v.Kind() == constant.String {
			t.refused[constant.StringVal(v)] = true
		}
	}
}

// lists returns the arguments of calls that may check what they are given, and the elements of slices.
func (t *Guards) lists() [][]ast.Expr {
	var out [][]ast.Expr
	for _, c := range t.index.Calls {
		if t.listed(c) {
			out = append(out, c.Args)
		}
	}
	for _, lit := range t.index.Literals {
		if _, ok := t.info.TypeOf(lit).Underlying().(*types.Slice); ok {
			out = append(out, lit.Elts)
		}
	}
	return out
}

// MinLength returns the test of the value's length, nil when there is none.
func (t *Guards) MinLength(o origin.Origin) *MinLength {
	for _, p := range spots(o) {
		if b := t.guarded().lengths[p]; b != nil {
			return b
		}
	}
	return nil
}

// place identifies a birth in the guards: where it is, and the name that a helper which reads many was given.
type place struct {
	at    any
	names string
}

// spots returns the places of a birth: as it is read here, and as the helper itself sees it.
func spots(o origin.Origin) []place {
	p := place{at: o.At}
	switch {
	case o.Param != nil:
		p.at = o.Param
	case o.Via != nil:
		p.at = o.Via
	}
	if len(o.Names) == 0 {
		return []place{p}
	}
	return []place{{p.at, strings.Join(o.Names, "\n")}, p}
}

func (t *Guards) guarded() *tested {
	if t.tests != nil {
		return t.tests
	}
	g := &tested{places: map[place]bool{}, merged: map[place]bool{}, vars: map[*types.Var]bool{}, names: map[string]bool{}, lengths: map[place]*MinLength{}}
	t.tests = g
	for _, b := range t.index.Tests {
		t.test(g, b)
	}
	for _, c := range t.index.Calls {
		if sig, _ := t.index.Row(c); sig != nil && sig.Verb == model.Require {
			for _, a := range syntax.Args(c, sig, model.From) {
				t.mark(g, a, 1, nil)
			}
		}
	}
	for _, list := range t.lists() {
		for _, e := range list { // perhaps the name of a source that must be set
			if v := t.info.Types[e].Value; v != nil && v.Kind() == constant.String {
				g.names[strings.ToLower(constant.StringVal(v))] = true
			}
		}
	}
	t.lookups(g)
	return g
}

// listed reports whether a call may check names that it is given: it is neither a source, nor sets a default or a log.
func (t *Guards) listed(c *ast.CallExpr) bool {
	sig, obj := t.index.Row(c)
	if sig != nil || t.info.Types[c.Fun].IsType() {
		return false
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	res := fn.Signature().Results()
	return res.Len() == 0 || typing.IsBool(res.At(res.Len()-1).Type()) || types.Implements(res.At(res.Len()-1).Type(), typing.ErrorType)
}

// lookups notes the sources whose second result, whether there was a value, is kept.
func (t *Guards) lookups(g *tested) {
	for v, writes := range t.index.Writes {
		if !typing.IsBool(v.Type()) {
			continue
		}
		for _, w := range writes {
			c, ok := ast.Unparen(syntax.OrBad(w.Value)).(*ast.CallExpr)
			if !ok || w.Result != 1 {
				continue
			}
			if sig, _ := t.index.Row(c); sig != nil && sig.Verb == model.Read {
				g.places[place{at: ast.Node(c)}], g.merged[place{at: ast.Node(c)}] = true, true
				for _, o := range t.origin.Trace(c).Origins {
					for _, n := range o.Names {
						g.names[strings.ToLower(n)] = true
					}
				}
			}
		}
	}
}
