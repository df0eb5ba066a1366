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
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader reads what the stores of a package are asked for.
type Reader struct {
	calls.View
	tokens map[*types.Var]bool // see verified
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{View: p.View} }

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
	return slices.ContainsFunc(p.Index.Returns[d], func(r *ast.ReturnStmt) bool {
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
}

// IsToken reports whether an expression is made of a token, or of what identifies one.
func (p *Reader) IsToken(key ast.Expr) bool { return p.isMadeOf(key, namesToken) }

// IsJWT reports whether an expression is made of a JSON Web Token, or of a claim of one: the package
// reads it, or the name says so.
func (p *Reader) IsJWT(key ast.Expr) bool {
	return p.isMadeOf(key, func(name string) bool {
		n := names.Snake(name)
		return n == "jti" || strings.Contains(n, "jwt") || names.Bearer(n)
	})
}

// isMadeOf reports whether an expression is made of claims, of a token that the package reads, or of
// what has a name for which is is true.
func (p *Reader) isMadeOf(key ast.Expr, is func(name string) bool) bool {
	found := false
	p.Parts(key, func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Ident:
			v, ok := p.Info.ObjectOf(e).(*types.Var)
			found = found || ok && (is(v.Name()) || p.verified()[v] || p.isSent(e, v))
		case *ast.SelectorExpr:
			if sel := p.Info.Selections[e]; sel != nil {
				found = found || is(e.Sel.Name) || holdsClaims(sel.Recv())
			}
		case *ast.IndexExpr:
			found = found || holdsClaims(typing.OrInvalid(p.Info.TypeOf(e.X)))
		}
	})
	return found
}

// namesToken reports whether a name is that of a token or of what identifies one.
func namesToken(name string) bool {
	return (names.Token(name) || names.TokenID(name)) && !names.OtherToken(name)
}

// verified returns the variables that hold tokens which the package verifies or decodes, here or in
// functions that are given them.
func (p *Reader) verified() map[*types.Var]bool {
	if p.tokens != nil {
		return p.tokens
	}
	p.tokens = map[*types.Var]bool{}
	var add func(e ast.Expr)
	add = func(e ast.Expr) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := p.Info.ObjectOf(id).(*types.Var)
		if !ok || p.tokens[v] {
			return
		}
		p.tokens[v] = true
		param := p.Index.Params[v]
		if d, ok := param.Func.(*ast.FuncDecl); ok && param.Index >= 0 {
			for _, c := range p.Origin.Callers(d) {
				if param.Index < len(c.Args) {
					add(c.Args[param.Index])
				}
			}
		}
	}
	for _, c := range p.Calls.All {
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.Args(model.Token) {
				add(e)
			}
		}
	}
	p.handOn()
	return p.tokens
}

// handOn adds the parameters of functions of this package that are given a token, and what those
// hand on, three times.
func (p *Reader) handOn() {
	for range 3 {
		for _, c := range p.Index.Calls {
			fn, ok := p.Index.Callee(c).(*types.Func)
			if !ok || p.Index.Decls[fn] == nil {
				continue
			}
			for i, a := range c.Args {
				id, ok := ast.Unparen(a).(*ast.Ident)
				if !ok {
					continue
				}
				v, _ := p.Info.ObjectOf(id).(*types.Var)
				if to := p.Index.Param(p.Index.Decls[fn], i); p.tokens[v] && to != nil {
					p.tokens[to] = true
				}
			}
		}
	}
}

// isSent reports whether a text is the token of a request, or one that the program makes.
func (p *Reader) isSent(e *ast.Ident, v *types.Var) bool {
	if b, ok := v.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return false
	}
	for _, o := range p.Origin.Trace(e).Origins {
		for _, name := range o.Names {
			if names.Credential(name) && o.Kind.Guessable() {
				return true
			}
		}
	}
	return false
}

// holdsClaims reports whether a type is that of claims: it belongs to a library that handles
// tokens, or embeds such a type.
func holdsClaims(t types.Type) bool {
	t = typing.Deref(t)
	if handlesTokens(t) {
		return true
	}
	st := typing.StructOf(t)
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && handlesTokens(typing.Deref(f.Type())) {
			return true
		}
	}
	return false
}

func handlesTokens(t types.Type) bool {
	name := typing.TypeName(t)
	return name != nil && name.Pkg() != nil && model.HandlesTokens(name.Pkg().Path())
}
