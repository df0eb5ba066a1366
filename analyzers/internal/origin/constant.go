package origin

// This file reads the constants that a value can be:
//
//	const issuer = "auth"
//	name := "access_token"            // Constants: "access_token", and nothing else
//	if v := os.Getenv("C"); v != "" {
//		name = v                      // Constants: no longer all that it can be
//	}

import (
	"go/ast"
	"go/constant"
	"slices"
)

// Constants returns the constants that e can be; only is true when it
// can be nothing else.
func (t *Tracer) Constants(e ast.Expr) (values []constant.Value, only bool) {
	origins := t.Trace(e).Origins
	for _, o := range origins {
		if o.Value != nil && !o.Hashed {
			values = append(values, o.Value)
		}
	}
	return values, len(values) > 0 && len(values) == len(origins)
}

// IsToken reports whether the value of an expression can be a token as it is sent, not its
// digest.
func (t *Tracer) IsToken(e ast.Expr) bool {
	return slices.ContainsFunc(t.Trace(e).Origins, func(o *Origin) bool {
		return o.Kind == Token && !o.Hashed
	})
}

// True reports whether the expressions can be nothing but true, or functions that return nothing
// else.
func (t *Tracer) True(es []ast.Expr) bool {
	if len(es) == 0 {
		return false
	}
	onlyTrue := func(tr Trace) bool {
		return len(tr.Origins) > 0 && !slices.ContainsFunc(tr.Origins, func(o *Origin) bool {
			return o.Value == nil || !IsTrue(o.Value)
		})
	}
	for _, e := range es {
		tr := t.Trace(e)
		if !tr.Only(Func) {
			if !onlyTrue(tr) {
				return false
			}
			continue
		}
		for _, o := range tr.Origins {
			if o.Func == nil || !onlyTrue(t.Results(o.Func, 0)) {
				return false
			}
		}
	}
	return true
}

// AllConstants returns the constants that the expressions can be; only
// is true when they can be nothing else.
func (t *Tracer) AllConstants(es []ast.Expr) (values []constant.Value, only bool) {
	only = len(es) > 0
	for _, e := range es {
		vs, all := t.Constants(e)
		values, only = append(values, vs...), only && all
	}
	return values, only
}

// IsTrue reports whether a constant is the bool true.
func IsTrue(v constant.Value) bool { return v.Kind() == constant.Bool && constant.BoolVal(v) }

// isEmpty reports whether a constant is the empty string.
func isEmpty(v constant.Value) bool {
	return v.Kind() == constant.String && constant.StringVal(v) == ""
}

// IsNot returns the opposite of a test of constants.
func IsNot(is func(constant.Value) bool) func(constant.Value) bool {
	return func(v constant.Value) bool { return !is(v) }
}

// Blank reports whether values, such as those of a header field, can be nothing but the empty
// string. It is false where there are no values.
func (t *Tracer) Blank(es []ast.Expr) bool {
	for _, e := range es {
		if values, only := t.Constants(e); !only || slices.ContainsFunc(values, IsNot(isEmpty)) {
			return false
		}
	}
	return len(es) > 0
}

// Written reports whether a value, or each element of a list, is a constant of the source code
// and nothing else.
func (t *Tracer) Written(e ast.Expr) bool {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return !slices.ContainsFunc(lit.Elts, func(el ast.Expr) bool { return !t.Written(el) })
	}
	_, only := t.Constants(e)
	return only
}
