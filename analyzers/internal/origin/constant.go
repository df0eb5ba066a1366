package origin

import (
	"go/ast"
	"go/constant"
	"slices"
)

// Constants returns the constants that e can be; only says that it can be nothing else.
func (t *Tracer) Constants(e ast.Expr) (values []constant.Value, only bool) {
	births := t.Trace(e).Origins
	for _, o := range births {
		if o.Value != nil && !o.Hashed {
			values = append(values, o.Value)
		}
	}
	return values, len(values) > 0 && len(values) == len(births)
}

// IsToken reports whether the value of an expression is a token as it is sent.
func (t *Tracer) IsToken(e ast.Expr) bool {
	return slices.ContainsFunc(t.Trace(e).Origins, func(o Origin) bool { return o.Kind == Token && !o.Hashed })
}

// True reports whether the expressions can be nothing but true, or functions that return nothing else.
func (t *Tracer) True(es []ast.Expr) bool {
	if len(es) == 0 {
		return false
	}
	yes := func(tr Trace) bool {
		return len(tr.Origins) > 0 && !slices.ContainsFunc(tr.Origins, func(o Origin) bool { return o.Value == nil || !IsTrue(o.Value) })
	}
	for _, e := range es {
		tr := t.Trace(e)
		if !tr.Only(Func) {
			if !yes(tr) {
				return false
			}
			continue
		}
		for _, o := range tr.Origins {
			if o.Func == nil || !yes(t.Results(o.Func, 0)) {
				return false
			}
		}
	}
	return true
}

// AllConstants returns the constants that the expressions can be; only says that they can be nothing else.
func (t *Tracer) AllConstants(es []ast.Expr) (values []constant.Value, only bool) {
	only = len(es) > 0
	for _, e := range es {
		vs, all := t.Constants(e)
		values, only = append(values, vs...), only && all
	}
	return values, only
}

func IsTrue(v constant.Value) bool { return v.Kind() == constant.Bool && constant.BoolVal(v) }

func isEmpty(v constant.Value) bool {
	return v.Kind() == constant.String && constant.StringVal(v) == ""
}

// IsNot turns a test of constants round.
func IsNot(is func(constant.Value) bool) func(constant.Value) bool {
	return func(v constant.Value) bool { return !is(v) }
}

// Blank reports whether values, such as those of a header field, are nothing but the empty text.
func (t *Tracer) Blank(es []ast.Expr) bool {
	for _, e := range es {
		if values, only := t.Constants(e); !only || slices.ContainsFunc(values, IsNot(isEmpty)) {
			return false
		}
	}
	return len(es) > 0
}

// Written reports whether a value, or each element of a list, is a constant of the source.
func (t *Tracer) Written(e ast.Expr) bool {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return !slices.ContainsFunc(lit.Elts, func(el ast.Expr) bool { return !t.Written(el) })
	}
	_, only := t.Constants(e)
	return only
}
