package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// guards holds what the package tests of its values.
type guards struct {
	places map[place]bool      // births and foreign objects whose emptiness or length is tested
	merged map[place]bool      // those that are tested together with what they fall back to
	vars   map[*types.Var]bool // parameters, fields and package variables that are tested
	names  map[string]bool     // names of sources that are tested, or listed outside a read
	bounds map[place]*Bound    // least length that is admitted
}

// Bound is a test of a length.
type Bound struct {
	At  ast.Node
	Min int // shortest length that passes
}

// Tested reports whether this package tests a birth of the trace for emptiness or length, or a value read under the same
// name. Where the value can be empty in the end, a test that only led to the empty value does not count: getenv(k, "")
// tests what it reads, and nobody tests what it returns.
func (t *Tracer) Tested(o Origin, in Trace) bool {
	g := t.guarded()
	places := g.places
	if in.Has(Nothing, Param) {
		places = g.merged
	}
	if o.Checked || slices.ContainsFunc(spots(o), func(p place) bool { return places[p] }) {
		return true
	}
	return slices.ContainsFunc(o.Names, func(n string) bool { return g.names[strings.ToLower(n)] })
}

// TestedVar reports whether this package tests what it is given through a parameter, field or package variable for
// emptiness or length.
func (t *Tracer) TestedVar(v *types.Var) bool { return t.guarded().vars[v] }

// Rejected reports whether this package compares something with the constant, as programs do that refuse to start on it.
func (t *Tracer) Rejected(o Origin) bool {
	return o.Value != nil && o.Value.Kind() == constant.String && t.refusals()[constant.StringVal(o.Value)]
}

// refusals returns the constant strings that something is compared with: by an operator, a switch, a call that answers
// yes or no, or as an element of a list. No value is traced for it.
func (t *Tracer) refusals() map[string]bool {
	if t.refused != nil {
		return t.refused
	}
	t.refused = map[string]bool{}
	for _, b := range t.tests {
		t.refuse(b.X, b.Y)
	}
	for _, s := range t.cases {
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

func (t *Tracer) refuse(list ...ast.Expr) {
	for _, e := range list {
		if v := t.info.Types[e].Value; v != nil && v.Kind() == constant.String {
			t.refused[constant.StringVal(v)] = true
		}
	}
}

// lists returns the arguments of calls that may check what they are given, and the elements of slices.
func (t *Tracer) lists() [][]ast.Expr {
	var out [][]ast.Expr
	for _, c := range t.Calls {
		if t.listed(c) {
			out = append(out, c.Args)
		}
	}
	for _, lit := range t.Literals {
		if _, ok := t.info.TypeOf(lit).Underlying().(*types.Slice); ok {
			out = append(out, lit.Elts)
		}
	}
	return out
}

// Bound returns the test of the value's length, nil when there is none.
func (t *Tracer) Bound(o Origin) *Bound {
	for _, p := range spots(o) {
		if b := t.guarded().bounds[p]; b != nil {
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
func spots(o Origin) []place {
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

func (t *Tracer) guarded() *guards {
	if t.guards != nil {
		return t.guards
	}
	g := &guards{places: map[place]bool{}, merged: map[place]bool{}, vars: map[*types.Var]bool{}, names: map[string]bool{}, bounds: map[place]*Bound{}}
	t.guards = g
	for _, b := range t.tests {
		t.test(g, b)
	}
	for _, c := range t.Calls {
		if sig, _ := t.row(c); sig != nil && sig.Verb == model.Require {
			for _, a := range Args(c, sig, model.From) {
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
func (t *Tracer) listed(c *ast.CallExpr) bool {
	sig, obj := t.row(c)
	if sig != nil || t.info.Types[c.Fun].IsType() {
		return false
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	res := fn.Signature().Results()
	return res.Len() == 0 || isBool(res.At(res.Len()-1).Type()) || types.Implements(res.At(res.Len()-1).Type(), errorType)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// lookups notes the sources whose second result, whether there was a value, is kept.
func (t *Tracer) lookups(g *guards) {
	for v, writes := range t.writes {
		if !isBool(v.Type()) {
			continue
		}
		for _, w := range writes {
			c, ok := ast.Unparen(orNil(w.value)).(*ast.CallExpr)
			if !ok || w.result != 1 {
				continue
			}
			if sig, _ := t.row(c); sig != nil && sig.Verb == model.Read {
				g.places[place{at: ast.Node(c)}], g.merged[place{at: ast.Node(c)}] = true, true
				for _, o := range t.Of(c).Births {
					for _, n := range o.Names {
						g.names[strings.ToLower(n)] = true
					}
				}
			}
		}
	}
}

func orNil(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}
