// Package kept finds what becomes of tokens in tables and in maps:
//
//	db.Exec("UPDATE tokens SET revoked = TRUE WHERE id = $1", id)        // Revoke
//	db.Exec("UPDATE tokens SET revoked = TRUE WHERE user_id = $1", user) // RevokeUser
//	db.Exec("DELETE FROM revoked_tokens WHERE expires_at < NOW()")       // Cleanup
//	db.Create(&RevokedToken{Token: raw})                                 // Revoke
//	db.Where("user_id = ?", user).Delete(&RefreshToken{})                // RevokeUser
//	rdb.Del(ctx, "refresh:"+claims.ID)                                   // Revoke
//	s.revoked[claims.ID] = claims.ExpiresAt.Time                         // Revoke
//
// What takes out the rows of tokens that have expired takes no token back.
package kept

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/entries"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Does is what is done to tokens.
type Does string

// What is done to tokens.
const (
	Nothing    Does = ""
	Revoke     Does = "revoke"           // one is taken back
	RevokeUser Does = "revoke-user"      // those of a user are
	Cleanup    Does = "deny-list-expiry" // entries of a deny list are taken out when they have expired
)

// An Act is a place where something is done to tokens.
type Act struct {
	Does Does
	At   ast.Node
	Call *ast.CallExpr // nil for maps
	Ends bool          // the entry is kept with its end, and taken out
}

// All returns what the package does to tokens in tables and in maps.
func All(p *denylist.Reader) []Act {
	var out []Act
	for _, c := range p.Index.Calls {
		does := byStatement(p, c)
		if does == Nothing {
			does = byModel(p, c)
		}
		if does == Nothing && takesOut(p, c) {
			does = Revoke
		}
		if does != Nothing {
			out = append(out, Act{Does: does, At: c, Call: c})
		}
	}
	for _, h := range entries.New(p.Reader).InMemory() {
		out = append(out, Act{Does: Revoke, At: h.At, Ends: ends(p, h)})
	}
	return out
}

var (
	removal = pattern.New(`^(del|delete|unlink|remove)$`)
	cache   = pattern.New(`(^|_)cached?(_|$)`)
)

// takesOut reports whether a call takes a token out of a store of those that are accepted; a cache of
// them is none.
func takesOut(p *denylist.Reader, c *ast.CallExpr) bool {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || keptBy(fn) != inventory.Redis ||
		!removal().MatchString(names.Snake(fn.Name())) {
		return false
	}
	d := syntax.DeclAt(p.Index, c.Pos())
	return (d == nil || !cache().MatchString(names.Snake(d.Name.Name))) && !p.Denies(c.Args) &&
		slices.ContainsFunc(c.Args, func(e ast.Expr) bool { return p.IsToken(e) && p.IsJWT(e) })
}

// keptBy returns what the library of a function keeps values in.
func keptBy(fn *types.Func) inventory.Medium {
	return inventory.Medium(model.StoreOf(fn.Pkg().Path()))
}

// ends reports whether a list in memory keeps when an entry ends, and something takes entries out.
func ends(p *denylist.Reader, h entries.Held) bool {
	if t, ok := typing.OrInvalid(p.Info.TypeOf(h.Value)).Underlying().(*types.Basic); ok &&
		t.Info()&types.IsInteger == 0 {
		return false // a bool
	} else if st := typing.StructOf(typing.OrInvalid(p.Info.TypeOf(h.Value))); st != nil && st.NumFields() == 0 {
		return false
	}
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		switch f := ast.Unparen(c.Fun).(type) {
		case *ast.Ident:
			return f.Name == "delete" && p.Info.Types[c.Fun].IsBuiltin() && p.Index.Used(c.Args[0]) == h.List
		case *ast.SelectorExpr: // of a sync.Map
			return f.Sel.Name == "Delete" && p.Index.Used(f.X) == h.List
		}
		return false
	})
}
