package origin

// This file knows what is decoded from the body of a request:
//
//	json.NewDecoder(r.Body).Decode(&in)        // in.Token is what the client sent
//	data, err := io.ReadAll(r.Body)
//	json.Unmarshal(data, &in)
//	c.ShouldBindJSON(&in)
//	func decode[T any](r *http.Request) (v T, err error) {
//		err = json.NewDecoder(r.Body).Decode(&v) // each type that T stands for
//	}

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// isPosted reports whether a call fills what it gets from the body of a request.
func isPosted(t *Tracer, e *ast.CallExpr) bool {
	sig, _ := t.index.Row(e)
	if sig != nil && slices.Contains(sig.Args, model.Posted) {
		return true
	}
	return slices.ContainsFunc(decoded(t, e), func(o *Origin) bool {
		return o.Part == model.Posted
	})
}

// isStored reports whether a call fills what it gets from a text that a store of secrets keeps.
func isStored(t *Tracer, e *ast.CallExpr) bool {
	return slices.ContainsFunc(decoded(t, e), func(o *Origin) bool { return o.Kind == Store })
}

// decoded returns the origins of what a call that fills a struct reads.
func decoded(t *Tracer, e *ast.CallExpr) []*Origin {
	sig, _ := t.index.Row(e)
	if sig == nil {
		return nil
	}
	from := syntax.Args(e, sig, model.From)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		from = append(from, sel.X)
	}
	return t.once(e, source, func() (out Trace) {
		for _, a := range from {
			out.Add(t.Local(a))
		}
		return out
	}).Origins
}

// source stands for what a call reads, where the index of a result stands otherwise.
const source = -1

// posted reports whether the field is filled from the bodies of requests only.
func (s *setting) posted(t *Tracer) bool {
	return len(s.calls) > 0 && !slices.ContainsFunc(s.calls, func(c *ast.CallExpr) bool {
		return !isPosted(t, c)
	})
}

// stored reports whether the field is filled from a store of secrets only.
func (s *setting) stored(t *Tracer) bool {
	return len(s.calls) > 0 && !slices.ContainsFunc(s.calls, func(c *ast.CallExpr) bool {
		return !isStored(t, c)
	})
}

// ofRequested is the origin of a field that is filled from requests: by a call that decodes one, or
// by a framework that its tag speaks to where nothing here gives it a value. ok is false for other
// fields.
//
//	type input struct {
//		Authorization string `header:"Authorization"`
//	}
func ofRequested(
	t *Tracer, f *types.Var, s *setting, raw string, at ast.Node,
) (out Trace, ok bool) {
	part, name := model.ReadRequestTag(raw)
	o := Origin{Kind: Request, At: at, Part: part, Names: []string{name}, Size: -1}
	switch {
	case s != nil && s.library && !s.posted(t):
		return Trace{}, false
	case part != model.None && len(t.index.Writes[f]) == 0:
	case s == nil || !s.library:
		return Trace{}, false
	default:
		o.Part, o.Names = model.Posted, s.names
	}
	return one(o), true
}

// typesOf returns the types of what an argument points to: where that is a type parameter of the
// function around the call, the types that this package gives it.
func typesOf(t *Tracer, c *ast.CallExpr, arg int) []types.Type {
	typ := t.info.TypeOf(c.Args[arg])
	param, ok := types.Unalias(typing.Deref(typ)).(*types.TypeParam)
	if !ok {
		return []types.Type{typ}
	}
	d, ok := t.index.FuncAt(c.Pos()).(*ast.FuncDecl)
	if !ok {
		return nil
	}
	var at []*ast.Ident
	for id := range t.info.Instances {
		if t.info.Uses[id] == t.info.Defs[d.Name] {
			at = append(at, id)
		}
	}
	slices.SortFunc(at, func(a, b *ast.Ident) int { return t.index.Compare(a.Pos(), b.Pos()) })
	var out []types.Type
	for _, id := range at {
		args := t.info.Instances[id].TypeArgs
		if i := param.Index(); i < args.Len() && !slices.ContainsFunc(out, func(u types.Type) bool {
			return types.Identical(u, args.At(i))
		}) {
			out = append(out, args.At(i))
		}
	}
	return out
}
