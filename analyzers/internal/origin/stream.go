package origin

// This file knows what is read out of a stream: each read is a value of its own, whatever the stream
// is called.
//
//	body, err := io.ReadAll(resp.Body) // of a refusal
//	body, err := io.ReadAll(resp.Body) // of a good answer

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofStream returns the trace tr of what a call makes of its argument, apart from what others make of
// the same stream.
func ofStream(t *Tracer, e *ast.CallExpr, sig *model.Sig, tr Trace) Trace {
	from := syntax.Args(e, sig, model.From)
	if len(from) != 1 || !isStream(t.info.TypeOf(from[0])) || isStream(typing.FirstOf(t.info.TypeOf(e))) {
		return tr
	}
	tr.Through = slices.DeleteFunc(slices.Clone(tr.Through), func(v *types.Var) bool { return isStream(v.Type()) })
	return tr.Each(func(o *Origin) {
		if o.Kind == Unknown && o.Via == nil {
			o.At = e
		}
	})
}

// isStream reports whether a value of a type is read by a method Read.
func isStream(t types.Type) bool {
	if t == nil {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	_, ok := m.(*types.Func)
	return ok
}
