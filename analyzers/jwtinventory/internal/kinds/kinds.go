// Package kinds answers what the tokens of a call are for. It tells the callers of a helper apart
// that signs tokens of several kinds:
//
//	func (s *Service) generate(u User, minutes int, kind string) (string, error) {
//		claims := jwt.MapClaims{"typ": kind, "exp": time.Now().Add(...).Unix()}
//		... SignedString(s.key)
//	}
//	s.generate(u, s.cfg.AccessMinutes, "access")   // an entry
//	s.generate(u, s.cfg.RefreshMinutes, "refresh") // another
//
// What such a helper signs for callers that are not seen is not known.
package kinds

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Reader knows the tokens of one package.
type Reader struct {
	calls.View
	claims *claims.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, c *claims.Reader) *Reader { return &Reader{p.View, c} }

// Kind is what tokens are for that a call signs on a path.
type Kind struct {
	Path    *origin.Path
	Purpose inventory.Purpose
}

// maxCallers is how many callers of one helper are told apart.
const maxCallers = 32

// purposes are the words of an inventory for what a token is for.
var purposes = map[claims.Purpose]inventory.Purpose{
	claims.AccessToken: inventory.Access, claims.RefreshToken: inventory.Refresh,
	claims.OtherToken: inventory.Other,
}

// Of returns what the tokens are for that a call signs in one way: one for each caller where
// those want several kinds.
func (r *Reader) Of(c *calls.Call, way claims.Way) []Kind {
	purpose, says := r.evidence(c, way)
	own := Kind{way.Path, purpose}
	if !r.isOpen(c, way) {
		return []Kind{own}
	}
	byCaller := r.byCaller(c, way)
	isSame := func(k Kind) bool { return k.Purpose == byCaller[0].Purpose }
	switch {
	case len(byCaller) > 0 && !slices.ContainsFunc(byCaller, func(k Kind) bool { return !isSame(k) }):
		own.Purpose = byCaller[0].Purpose
	case len(byCaller) > 0:
		return byCaller
	case !says:
		own.Purpose = ""
	}
	return []Kind{own}
}

// byCaller returns what each caller of the function around a call wants, "" where nothing says it.
func (r *Reader) byCaller(c *calls.Call, way claims.Way) []Kind {
	var out []Kind
	d := r.decides(c, way)
	if d == nil {
		return nil
	}
	for _, call := range r.Origin.Callers(d) {
		path, ok := r.Origin.Paths.Enter(d, call, way.Path)
		if !ok || len(out) == maxCallers {
			continue
		}
		by := way
		by.Path = path
		k := Kind{Path: path}
		if purpose, says := r.evidence(c, by); says {
			k.Purpose = purpose
		}
		out = append(out, k)
	}
	return out
}

// NotSeen returns the parameters that other packages set without those of the functions of a path: there
// the caller is seen.
func (r *Reader) NotSeen(takes []string, path *origin.Path) []string {
	return slices.DeleteFunc(slices.Clone(takes), func(id string) bool {
		for _, call := range path.Calls() {
			fn, ok := r.Index.Callee(call).(*types.Func)
			for i := 0; ok && i < fn.Signature().Params().Len(); i++ {
				if id == naming.Of(fn.Signature().Params().At(i), fn) {
					return true
				}
			}
		}
		return false
	})
}

// decides returns the outermost function of a way, whose callers decide what is signed.
func (r *Reader) decides(c *calls.Call, way claims.Way) *ast.FuncDecl {
	at := c.Node
	if outer := r.Origin.Paths.Outermost(way.Path); outer != nil {
		at = outer
	}
	return syntax.DeclAt(r.Index, at.Pos())
}

// isOpen reports whether callers of the function around a call decide how long its token lives, what
// it is for, or which key signs it.
func (r *Reader) isOpen(c *calls.Call, way claims.Way) bool {
	d := r.decides(c, way)
	if d == nil {
		return false
	}
	f := follower{r, d, way.Path, map[types.Object]bool{}}
	pay := r.claims.Payload(c)
	if len(pay.Claims) == 0 && !pay.Complete { // callers hand over all of them
		return true
	}
	for _, claim := range pay.Claims {
		if (claim.Name == string(model.Exp) || names.KindClaim(claim.Name)) &&
			f.mentionsParam(claim.Value) {
			return true
		}
	}
	keys, _ := r.Calls.Resolve(c, model.Key)
	return slices.ContainsFunc(keys, f.mentionsParam)
}

// follower follows values to the parameters of the outermost function of a path.
type follower struct {
	*Reader
	fn   *ast.FuncDecl
	path *origin.Path
	seen map[types.Object]bool
}

// mentionsParam reports whether an expression is made of a parameter of the function: itself, through
// variables, or through those that it hands on.
func (f follower) mentionsParam(e ast.Expr) bool {
	if e == nil {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := f.Info.ObjectOf(id).(*types.Var)
		if !ok || v.IsField() || v.Parent() == f.Pkg.Scope() || f.seen[v] {
			return true
		}
		f.seen[v] = true
		found = f.isParam(v) || slices.ContainsFunc(f.Index.Writes[v], func(w syntax.Write) bool {
			return f.mentionsParam(w.Value)
		})
		return true
	})
	return found
}

// isParam reports whether a variable is a parameter of the function, or one of another function of
// the path that gets what is made of one.
func (f follower) isParam(v *types.Var) bool {
	p := f.Index.Params[v]
	if p.Func == nil || p.Index < 0 || !isPlain(v.Type()) {
		return false
	}
	call := f.path.CallOf(p.Func)
	return p.Func == f.fn ||
		call != nil && p.Index < len(call.Args) && f.mentionsParam(call.Args[p.Index])
}

// isPlain reports whether a type is that of a key, a life or a kind, rather than of what they are asked
// of: a client, a context, a user.
func isPlain(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Slice:
		return true
	}
	name := typing.TypeName(t)
	return name != nil && name.Pkg() != nil && name.Pkg().Path() == "time"
}
