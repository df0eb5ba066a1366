package header

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// CredentialIndex is an expression that indexes or slices the credentials of a request:
//
//	strings.Split(r.Header.Get("Authorization"), "Bearer ")[1]
//	header[len("Bearer "):]
type CredentialIndex struct {
	ast.Expr
	Of     ast.Expr // the credentials
	Scheme ast.Expr // the scheme before the piece, "Bearer " above; nil where it is not in Expr
}

// UntestedIndexes returns the indexes of credentials whose length or form nothing in the package
// tests: a request of another form makes them panic (CWE-129).
func (p *Reader) UntestedIndexes() []CredentialIndex {
	var out []CredentialIndex
	for _, e := range p.Index.Forward().Indexes {
		from := p.splitArg(e.X, model.From)
		if p.Index.Int(e.Index) > 0 && from != nil && p.untested(from, e) {
			piece := CredentialIndex{Expr: e, Of: from}
			if _, direct := ast.Unparen(e.X).(*ast.CallExpr); direct {
				piece.Scheme = p.scheme(p.splitArg(e.X, model.Between))
			}
			out = append(out, piece)
		}
	}
	for _, e := range p.Index.Forward().Slices {
		t, ok := p.Info.TypeOf(e.X).Underlying().(*types.Basic)
		if !ok || t.Info()&types.IsString == 0 {
			continue
		}
		if max(p.Index.Int(e.Low), p.Index.Int(e.High)) > 0 && p.untested(e.X, e) {
			out = append(out, CredentialIndex{e, e.X, p.scheme(lengthOf(e))})
		}
	}
	return out
}

// scheme returns an expression where it is the constant text of a scheme, as "Bearer " is, nil for
// any other.
func (p *Reader) scheme(e ast.Expr) ast.Expr {
	if e == nil || !strings.HasSuffix(p.Index.Text(e), " ") || len(p.Index.Text(e)) < 2 {
		return nil
	}
	return e
}

// lengthOf returns x of s[len(x):], nil for other slices.
func lengthOf(e *ast.SliceExpr) ast.Expr {
	c, ok := e.Low.(*ast.CallExpr)
	if !ok || e.High != nil || len(c.Args) != 1 {
		return nil
	}
	if id, ok := c.Fun.(*ast.Ident); ok && id.Name == "len" {
		return c.Args[0]
	}
	return nil
}

// splitArg returns the argument in a role of the call that splits a text into the pieces which an
// expression is, nil where it is no result of such a call.
func (p *Reader) splitArg(e ast.Expr, r model.Role) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		defs := p.Origin.Definitions(e)
		if len(defs) != 1 {
			return nil
		}
		if call, ok = ast.Unparen(defs[0]).(*ast.CallExpr); !ok {
			return nil
		}
	}
	sig := model.Of(p.Index.Callee(call), "")
	if sig == nil || sig.Result(0) != model.Parts {
		return nil
	}
	if args := syntax.Args(call, sig, r); len(args) == 1 {
		return args[0]
	}
	return nil
}

// untested reports whether a text that is indexed at a place is the credentials of a request and the
// package does not test its form: neither takes its length nor passes it to a function that returns a
// bool.
func (p *Reader) untested(text, at ast.Expr) bool {
	of := p.Origin.Trace(text)
	if !slices.ContainsFunc(of.Origins, func(o *origin.Origin) bool {
		return o.Kind == origin.Request && o.Part != model.Posted && !o.Masked &&
			slices.ContainsFunc(o.Names, names.Credential)
	}) {
		return false
	}
	same := func(e ast.Expr) bool {
		t := p.Info.TypeOf(e)
		if t == nil || !typing.MayHoldText(t) {
			return false
		}
		tr := p.Origin.Trace(e)
		return tr.Meets(of) && (typing.IsText(t) || !severalValues(t, tr))
	}
	for _, c := range p.Calls.All { // a library has split it before
		if (c.Verb == model.Verify || c.Verb == model.Decode) && c.Via == nil && c.Node.Pos() < text.Pos() &&
			p.Index.FuncAt(c.Node.Pos()) == p.Index.FuncAt(text.Pos()) &&
			slices.ContainsFunc(c.Args(model.Token), same) {
			return false
		}
	}
	for _, c := range p.Index.Calls {
		b, ok := p.Info.TypeOf(c).(*types.Basic)
		id, builtin := ast.Unparen(c.Fun).(*ast.Ident)
		switch {
		case builtin && id.Name == "len" && p.Info.Types[c.Fun].IsBuiltin() &&
			p.Info.Types[c].Value == nil && !p.isIdle(c, at):
		case ok && b.Info()&types.IsBoolean != 0:
		default:
			continue
		}
		if slices.ContainsFunc(c.Args, same) && !p.tooLate(c, at) {
			return false
		}
	}
	return true
}

// tooLate reports whether a test stands behind a place in the same function, and control does not come
// back to that.
func (p *Reader) tooLate(test *ast.CallExpr, place ast.Node) bool {
	return test.Pos() > place.End() && p.Index.FuncAt(test.Pos()) == p.Index.FuncAt(place.Pos()) &&
		!p.Flow.Reaches(test.Pos(), place.Pos(), func(ast.Node) bool { return false })
}

// isIdle reports whether a length that is tested before a place keeps nothing back from it, as
// something else, which is no length, has to be wrong as well.
//
//	if len(parts) != 2 && parts[0] != "Bearer" {
//		return errForm
//	}
//	token := parts[1]
func (p *Reader) isIdle(length *ast.CallExpr, place ast.Node) bool {
	test, ok := p.Index.Outer(length).(*ast.BinaryExpr)
	if !ok || test.X != length || !slices.Contains([]token.Token{token.NEQ, token.LSS, token.LEQ}, test.Op) {
		return false
	}
	both, ok := p.Index.Outer(test).(*ast.BinaryExpr)
	if !ok || both.Op != token.LAND {
		return false
	}
	branch, ok := p.Index.Outer(both).(*ast.IfStmt)
	other := both.X
	if other == test {
		other = both.Y
	}
	return ok && branch.Cond == both && branch.Else == nil && branch.End() < place.Pos() &&
		!slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
			id, name := c.Fun.(*ast.Ident)
			return other.Pos() <= c.Pos() && c.End() <= other.End() && name && id.Name == "len"
		})
}

// severalValues reports whether a value is the list of the values that a request sends under one
// name, whose length says nothing of the form of each.
func severalValues(t types.Type, tr origin.Trace) bool {
	_, list := t.Underlying().(*types.Slice)
	return list && !slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		return o.Split != nil
	})
}

// ImpossibleAssertions returns the type assertions on claims to a type that encoding/json never
// decodes into a value of type any, where the assertion panics.
//
//	claims["user_id"].(int)    // numbers are decoded as float64
//	claims["roles"].([]string) // lists are decoded as []any
//
// Claims of the names in written, which the program may have given another value, are left out.
func (p *Reader) ImpossibleAssertions(written map[string]bool) []*ast.TypeAssertExpr {
	var out []*ast.TypeAssertExpr
	for _, e := range p.Index.Forward().Asserts {
		index, ok := ast.Unparen(e.X).(*ast.IndexExpr)
		if !ok || p.commaOK(e) || !neverDecoded(p.Info.TypeOf(e.Type)) || written[p.Index.Text(index.Index)] {
			continue
		}
		obj := typing.TypeName(p.Info.TypeOf(index.X))
		if !model.OfTokens(obj) {
			continue
		}
		if _, isMap := obj.Type().Underlying().(*types.Map); isMap && !p.builtHere(index.X) {
			out = append(out, e)
		}
	}
	return out
}

// commaOK reports whether an assertion stands in v, ok := x.(T), which does not panic.
func (p *Reader) commaOK(e ast.Expr) bool {
	switch o := p.Index.Outer(e).(type) {
	case *ast.AssignStmt:
		return len(o.Lhs) == 2 && len(o.Rhs) == 1
	case *ast.ValueSpec:
		return len(o.Names) == 2 && len(o.Values) == 1
	}
	return false
}

// neverDecoded reports whether encoding/json never decodes a value of type any into the type.
func neverDecoded(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		_, named := types.Unalias(t).(*types.Named)
		return named || u.Info()&types.IsInteger != 0 || u.Kind() == types.Float32
	case *types.Slice:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return !ok || !i.Empty()
	case *types.Map:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return !ok || !i.Empty()
	case *types.Struct, *types.Pointer:
		return true
	}
	return false
}

// builtHere reports whether claims can be ones that this package builds itself.
func (p *Reader) builtHere(e ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
		switch at := o.At.(type) {
		case *ast.CompositeLit:
			return len(at.Elts) > 0
		case *ast.CallExpr:
			return p.Info.Types[at.Fun].IsBuiltin()
		}
		return o.Param != nil
	})
}
