// Package guards answers which of its values a package tests before it uses them: for emptiness,
// for a minimum length, or against a constant that it refuses.
//
//	key := os.Getenv("JWT_SECRET")
//	if key == "" || key == "changeme" { // Tested, Rejected
//		log.Fatal("JWT_SECRET is not set")
//	}
//	if len(key) < 32 {                  // MinLength
//		log.Fatal("JWT_SECRET is too short")
//	}
package guards

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Guards holds what a package tests of its values. It finds that out when it is first asked.
type Guards struct {
	index  *syntax.Index
	origin *origin.Tracer
	info   *types.Info
	tests  *tested // nil before the first question
	// constants that a value is compared with; nil before the first question
	refused map[string]bool
	conds   map[*ast.BinaryExpr]*ast.IfStmt // see ifs
}

// New returns the guards of a package whose values the tracer follows.
func New(index *syntax.Index, tracer *origin.Tracer) *Guards {
	return &Guards{index: index, origin: tracer, info: index.Info}
}

// tested holds what the package tests of its values.
type tested struct {
	places  map[place]bool       // origins whose emptiness or length is tested
	merged  map[place]bool       // those tested where the value can be an empty fallback too
	vars    map[*types.Var]bool  // parameters, fields and package variables that are tested
	names   map[string]bool      // sources that are tested, or listed outside a read, in lower case
	lengths map[place]*MinLength // the strictest test of a length
}

// MinLength is a test of the length of a value in bytes.
type MinLength struct {
	At  ast.Node // the comparison
	Min int      // shortest length that passes, in bytes
}

// Tested reports whether this package tests an origin of the trace for emptiness or length, or a
// value that is read under the same name. Where the value can be empty in the end, a test that
// only led to the empty value does not count: getenv(k, "") tests what it reads, which leaves its
// result untested.
func (t *Guards) Tested(o *origin.Origin, in origin.Trace) bool {
	g := t.guarded()
	places := g.places
	if in.Has(origin.Nothing, origin.Param) {
		places = g.merged
	}
	if o.Checked || slices.ContainsFunc(placesOf(o), func(p place) bool { return places[p] }) {
		return true
	}
	return slices.ContainsFunc(o.Names, func(n string) bool { return g.names[strings.ToLower(n)] })
}

// TestedVar reports whether this package tests for emptiness or length what it is given through a
// parameter, field or package variable.
func (t *Guards) TestedVar(v *types.Var) bool { return t.guarded().vars[v] }

// TestedVars returns the variables of which [Guards.TestedVar] holds.
func (t *Guards) TestedVars() []*types.Var {
	return slices.Collect(maps.Keys(t.guarded().vars))
}

// TestedNames returns the names of the sources of which [Guards.Tested] holds, in lower case and sorted.
func (t *Guards) TestedNames() []string { return slices.Sorted(maps.Keys(t.guarded().names)) }

// Rejected reports whether this package compares something with the constant string, as programs
// do that refuse to start on it. One that only logs a warning about it goes on with it.
func (t *Guards) Rejected(o *origin.Origin) bool {
	return o.Value != nil && o.Value.Kind() == constant.String &&
		t.refusals()[constant.StringVal(o.Value)]
}

// Refusals returns the constants of which [Guards.Rejected] holds, sorted.
func (t *Guards) Refusals() []string { return slices.Sorted(maps.Keys(t.refusals())) }

// refusals returns the constant strings that something is compared with: by an operator whose
// branch does more than to log, a switch, a call that returns a bool or an error, or as an element
// of a list. No value is traced for it.
func (t *Guards) refusals() map[string]bool {
	if t.refused != nil {
		return t.refused
	}
	t.refused = map[string]bool{}
	for _, b := range t.index.Tests {
		if !t.warns(b) {
			t.refuse(b.X, b.Y)
		}
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

// refuse adds the constant strings of a list to the refused ones.
func (t *Guards) refuse(list ...ast.Expr) {
	for _, e := range list {
		if v := t.info.Types[e].Value; v != nil && v.Kind() == constant.String {
			t.refused[constant.StringVal(v)] = true
		}
	}
}

// lists returns the arguments of calls that may check what they are given, and the elements of
// slice literals: mustSet("JWT_SECRET"), []string{"secret", "changeme"}. Lists that only say what
// is read are left out.
func (t *Guards) lists() [][]ast.Expr {
	var out [][]ast.Expr
	for _, c := range t.index.Calls {
		if t.listed(c) {
			out = append(out, c.Args)
		}
	}
	binds := t.binds()
	for _, lit := range t.index.Literals {
		if _, ok := t.info.TypeOf(lit).Underlying().(*types.Slice); ok && !(binds && t.onlyBound(lit)) {
			out = append(out, lit.Elts)
		}
	}
	return out
}

// MinLength returns the strictest test of the length of what comes from an origin, nil when there
// is none.
func (t *Guards) MinLength(o *origin.Origin) *MinLength {
	for _, p := range placesOf(o) {
		p.piece = o.Piece
		if b := t.guarded().lengths[p]; b != nil {
			return b
		}
	}
	return nil
}

// place identifies an origin in the guards.
type place struct {
	at    any          // its node, or the parameter or foreign object that brings it
	names string       // the names that a helper which reads many sources was given, by line
	piece origin.Piece // of the lengths alone: which piece of the text it is
}

// placesOf returns the places of an origin: as it is read here, and as the helper itself sees it,
// without the name.
func placesOf(o *origin.Origin) []place {
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
	return []place{{at: p.at, names: strings.Join(o.Names, "\n")}, p}
}

// guarded reads the tests of the package once.
func (t *Guards) guarded() *tested {
	if t.tests != nil {
		return t.tests
	}
	g := &tested{
		places:  map[place]bool{},
		merged:  map[place]bool{},
		vars:    map[*types.Var]bool{},
		names:   map[string]bool{},
		lengths: map[place]*MinLength{},
	}
	t.tests = g
	t.origin.Forget() // the answer does not depend on who asks first
	defer t.origin.Forget()
	for _, b := range t.index.Tests {
		t.test(g, b)
	}
	for _, s := range t.index.Switches {
		t.choice(g, s)
	}
	for _, c := range t.index.Calls {
		if sig, _ := t.index.Row(c); sig != nil && sig.Verb == model.Require {
			for _, a := range syntax.Args(c, sig, model.From) {
				t.mark(g, a, 1, nil)
			}
		}
	}
	for _, list := range t.lists() {
		for _, e := range list { // possibly the name of a source that must be set
			if v := t.info.Types[e].Value; v != nil && v.Kind() == constant.String {
				g.names[strings.ToLower(constant.StringVal(v))] = true
			}
		}
	}
	t.lookups(g)
	return g
}

// listed reports whether a call may check names that it is given: the model does not know it as a
// source, a default or a log, and it returns nothing, a bool or an error.
func (t *Guards) listed(c *ast.CallExpr) bool {
	sig, obj := t.index.Row(c)
	if sig != nil || t.info.Types[c.Fun].IsType() {
		return false
	}
	fn, ok := obj.(*types.Func)
	if !ok || model.LogsAnything(fn) {
		return false
	}
	res := fn.Signature().Results()
	return res.Len() == 0 || typing.IsBool(res.At(res.Len()-1).Type()) ||
		types.Implements(res.At(res.Len()-1).Type(), typing.ErrorType)
}

// lookups notes the sources whose second result, whether there is a value, is kept. Where there is
// none the value may still be an empty fallback: see [Guards.Tested].
//
//	key, ok := os.LookupEnv("JWT_SECRET")
func (t *Guards) lookups(g *tested) {
	for _, v := range syntax.InOrder(t.index, t.index.Writes) {
		if !typing.IsBool(v.Type()) {
			continue
		}
		for _, w := range t.index.Writes[v] {
			c, ok := ast.Unparen(syntax.OrBad(w.Value)).(*ast.CallExpr)
			if !ok || w.Result != 1 {
				continue
			}
			if sig, _ := t.index.Row(c); sig != nil && sig.Verb == model.Read {
				g.places[place{at: ast.Node(c)}] = true
				for _, o := range t.origin.Trace(c).Origins {
					for _, n := range o.Names {
						g.names[strings.ToLower(n)] = true
					}
				}
			}
		}
	}
}
