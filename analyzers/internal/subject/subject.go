// Package subject answers whether what a store is asked for, or keeps, is a token or what identifies
// one, and whether it is named after tokens that are not accepted any more. The rooms of
// jwtlifecycle ask it:
//
//	"revoked:" + claims.ID                 // a claim of a token
//	fmt.Sprintf("blacklist:%s", token)     // a token
//	bson.M{"token_hash": sum(raw)}         // a digest of one
package subject

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader reads what the stores of a package are asked for.
type Reader struct {
	calls.View
	tokens map[*types.Var]bool  // see verified
	denies map[*types.Func]bool // see returnsDenial
	ages   map[ast.Node]bool    // see ComparesAge
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader {
	return &Reader{View: p.View, denies: map[*types.Func]bool{}}
}

// Parts calls visit for an expression and for what it is made of, up to a bound: operands,
// arguments, elements and what local variables are given.
func (p *Reader) Parts(e ast.Expr, visit func(ast.Expr)) {
	seen := map[*types.Var]bool{}
	left := 256
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if left--; left < 0 || !ok && n != nil {
				_, key := n.(*ast.KeyValueExpr)
				return key && left >= 0
			}
			if n == nil {
				return false
			}
			visit(e)
			switch e := e.(type) {
			case *ast.FuncLit:
				return false
			case *ast.SelectorExpr:
				if p.Info.Selections[e] == nil {
					return false
				}
			case *ast.Ident:
				v, ok := p.Info.ObjectOf(e).(*types.Var)
				if ok && !seen[v] && len(p.Index.Writes[v]) == 1 && !v.IsField() {
					seen[v] = true
					w := p.Index.Writes[v][0]
					if _, tuple := p.Info.TypeOf(w.Value).(*types.Tuple); w.Value != nil && !w.Elem &&
						!tuple { // user, err := verify(token): no token
						walk(w.Value)
					}
				}
			}
			return true
		})
	}
	walk(e)
}

// Denies reports whether a text in one of the expressions, or a name, is that of a deny list.
func (p *Reader) Denies(keys []ast.Expr) bool {
	found := false
	for _, k := range keys {
		p.Parts(k, func(e ast.Expr) {
			switch e := e.(type) {
			case *ast.BasicLit:
				if v := p.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
					found = found || names.Denial(constant.StringVal(v))
				}
			case *ast.Ident:
				switch obj := p.Info.ObjectOf(e).(type) {
				case *types.Const:
					found = found || obj.Val().Kind() == constant.String &&
						names.Denial(constant.StringVal(obj.Val()))
				case *types.Func:
					found = found || names.Denial(obj.Name()) || p.returnsDenial(obj)
				}
			}
		})
	}
	return found
}

// returnsDenial reports whether a function of this package returns a text that is made of the name
// of a deny list.
func (p *Reader) returnsDenial(fn *types.Func) bool {
	d := p.Index.Decls[fn]
	if d == nil {
		return false
	}
	if known, ok := p.denies[fn]; ok {
		return known
	}
	p.denies[fn] = slices.ContainsFunc(p.Index.Returns[d], func(r *ast.ReturnStmt) bool {
		found := false
		for _, e := range r.Results {
			p.Parts(e, func(e ast.Expr) {
				tv := p.Info.Types[e]
				found = found || tv.Value != nil && tv.Value.Kind() == constant.String &&
					names.Denial(constant.StringVal(tv.Value))
			})
		}
		return found
	})
	return p.denies[fn]
}

// IsToken reports whether an expression is made of a token, or of what identifies one.
func (p *Reader) IsToken(key ast.Expr) bool { return p.isMadeOf(key, namesToken, anyClaim) }

// IsJWT reports whether an expression is made of a JSON Web Token, or of a claim of one: the package
// reads it, or the name says so.
func (p *Reader) IsJWT(key ast.Expr) bool {
	return p.isMadeOf(key, func(name string) bool {
		n := names.Snake(name)
		return n == "jti" || strings.Contains(n, "jwt") || names.Bearer(n)
	}, anyClaim)
}

func anyClaim(string) bool { return true }

// IsTokenID reports whether an expression is made of what says which token or session is meant:
// claims.ID, sessionID.
func (p *Reader) IsTokenID(key ast.Expr) bool {
	return p.isMadeOf(key, names.TokenID, func(name string) bool { return name == "ID" || names.TokenID(name) }) &&
		!p.isMadeOf(key, func(name string) bool { return namesToken(name) && !names.TokenID(name) },
			func(string) bool { return false })
}

// isMadeOf reports whether an expression is made of a token that the package reads, of what has a
// name for which is is true, or of a claim with one for which claim is; the claims themselves have
// none.
func (p *Reader) isMadeOf(key ast.Expr, is, claim func(name string) bool) bool {
	found := false
	p.Parts(key, func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Ident:
			v, ok := p.Info.ObjectOf(e).(*types.Var)
			found = found || ok && (is(v.Name()) || p.verified()[v] || p.isSent(e, v))
		case *ast.SelectorExpr:
			if sel := p.Info.Selections[e]; sel != nil {
				found = found || is(e.Sel.Name) || HoldsClaims(sel.Recv()) &&
					!HoldsClaims(typing.OrInvalid(sel.Type())) && claim(e.Sel.Name)
			}
		case *ast.IndexExpr:
			found = found || HoldsClaims(typing.OrInvalid(p.Info.TypeOf(e.X))) && claim(p.Index.Text(e.Index))
		}
	})
	return found
}

// IsUser reports whether an expression is made of claims that say who a token is for, and of nothing
// that says which token it is. What a store knows of that may be an account or a session.
//
//	"user:" + claims.Subject
//	claims["user_id"]
func (p *Reader) IsUser(key ast.Expr) bool {
	namesUser := func(name string) bool {
		return names.Login(name) || namesSubject().MatchString(names.Snake(name))
	}
	none := func(string) bool { return false }
	return p.isMadeOf(key, none, namesUser) && !p.isMadeOf(key, namesToken, func(name string) bool {
		return !namesUser(name)
	})
}

var namesSubject = pattern.New(`^(sub|subject|user_?name|preferred_username|email|name)$`)

// namesToken reports whether a name is that of a token or of what identifies one.
func namesToken(name string) bool {
	return (names.Token(name) || names.TokenID(name)) && !names.OtherToken(name)
}
