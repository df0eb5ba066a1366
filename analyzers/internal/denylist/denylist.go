// Package denylist finds what a package does with lists of tokens that are not accepted any more:
// who asks them, and what becomes of the answer. jwtlifecycle asks it:
//
//	n, err := rdb.Exists(ctx, "revoked:"+claims.ID).Result() // a question: Reader.Questions
//	if err == nil && n > 0 {
//		return errRevoked
//	}
//
// A list is one because of what is kept in it, tokens or what identifies them, and because a token
// that is found is refused. A list of the tokens that are accepted is the other way round.
package denylist

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader finds the deny lists of a package.
type Reader struct {
	*subject.Reader
	all   []*Question                 // see Questions
	known map[*ast.CallExpr]*Question // see question
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader {
	return &Reader{Reader: subject.New(p), known: map[*ast.CallExpr]*Question{}}
}

// maxChain is how many calls in a row are looked at, each made on the result of the one before, as
// builders of queries have them.
const maxChain = 64

// Question is a call that asks a store, or a function that does, whether it knows a token.
type Question struct {
	Call *ast.CallExpr
	Func ast.Node   // the function that asks
	Keys []ast.Expr // what is asked for
	Says bool       // the name of what is called, or the text of the key, is that of a deny list

	// A store answers by an error that nothing is kept; with both, it is not known.
	missing, found bool
	filled         []ast.Expr // the pointers that the answer is written through
}

// Questions returns the questions of the package about tokens, by position: to deny lists, and to
// other stores about JSON Web Tokens.
func (p *Reader) Questions() []*Question {
	if p.all != nil {
		return p.all
	}
	p.all = []*Question{}
	ask := map[ast.Node]bool{} // functions that ask a deny list
	for _, c := range p.Index.Calls {
		if q := p.aboutToken(p.question(c)); q != nil {
			p.all = append(p.all, q)
			ask[q.Func] = ask[q.Func] || q.Says
		}
	}
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok || !ask[p.Index.Decls[fn]] || names.Denial(fn.Name()) {
			continue
		}
		if r := fn.Signature().Results(); r.Len() == 2 && typing.IsBool(r.At(0).Type()) &&
			typing.IsError(r.At(1).Type()) {
			q := p.aboutToken(&Question{Call: c, Keys: c.Args, Says: true, found: true})
			if q != nil {
				p.all = append(p.all, q)
			}
		}
	}
	return p.all
}

// aboutToken returns a question with the function that asks it where it is about a token, or about
// those that were issued before a time, nil for others.
func (p *Reader) aboutToken(q *Question) *Question {
	if q == nil {
		return nil
	}
	if q.Func = p.Index.FuncAt(q.Call.Pos()); q.Func == nil {
		return nil
	}
	switch isToken := slices.ContainsFunc(q.Keys, p.IsToken); {
	case isToken && (q.Says || slices.ContainsFunc(q.Keys, p.IsJWT)):
	case q.Says && p.ComparesAge(q.Func):
	default:
		return nil
	}
	return q
}

// IsOfUser reports whether a question is about who a token is for, and not by its name to a deny list:
// what answers it may as well be a cache of accounts.
func IsOfUser(p *Reader, q *Question) bool {
	return !q.Says && !slices.ContainsFunc(q.Keys, func(e ast.Expr) bool {
		return p.IsToken(e) && !p.IsUser(e)
	})
}

// question returns the question that a call is, nil for none. A call is asked for by each one that
// is made on its result.
func (p *Reader) question(c *ast.CallExpr) *Question {
	q, ok := p.known[c]
	if !ok {
		q = p.questionOf(c)
		p.known[c] = q
	}
	return q
}

// questionOf is remembered by question.
func (p *Reader) questionOf(c *ast.CallExpr) *Question {
	sig, obj := p.Index.Row(c)
	switch {
	case sig == nil:
		return p.byName(c, obj)
	case sig.Verb == model.Recall:
		q := &Question{Call: c, Keys: syntax.Args(c, sig, model.Name)}
		q.filled = syntax.Args(c, sig, model.Found)
		if !subject.CanFail(obj) {
			return nil
		}
		q.missing, q.found = sig.Result(0) == model.Missing, sig.Result(0) != model.Missing
		q.Keys = append(q.Keys, p.chained(c)...)
		q.Says = p.Denies(q.Keys) || q.asksDenied(p) || p.inDenial(c)
		if len(q.filled) > 0 && !q.Says {
			return nil // one of the tables of a database
		}
		return q
	case sig.Verb == model.Command:
		return p.command(c, sig)
	case sig.Verb == model.SQL:
		return p.selects(c, sig)
	}
	return nil
}

// asksDenied reports whether what the answer is written to has a type with the name of a deny
// list.
func (q *Question) asksDenied(p *Reader) bool {
	return slices.ContainsFunc(slices.Concat(q.filled, q.Keys), func(e ast.Expr) bool {
		return names.Denial(typing.TypeNameOf(typing.OrInvalid(p.Info.TypeOf(e))))
	})
}

// chained returns the arguments of the calls that a call is made on the result of:
//
//	db.Where("jti = ?", claims.ID).First(&entry)
func (p *Reader) chained(c *ast.CallExpr) (out []ast.Expr) {
	for range maxChain {
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			return out
		}
		if c, ok = ast.Unparen(sel.X).(*ast.CallExpr); !ok {
			return out
		}
		out = append(out, c.Args...)
	}
	return out
}

// command returns the question that a command is: conn.Do("EXISTS", key).
func (p *Reader) command(c *ast.CallExpr, sig *model.Sig) *Question {
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) {
		return nil
	}
	cmd := model.StoreCommand(p.Index.Text(c.Args[at]))
	if cmd == nil || cmd.Verb != model.Recall {
		return nil
	}
	keys := c.Args[at+1:]
	missing := cmd.Result(0) == model.Missing
	says := p.Denies(keys) || p.inDenial(c)
	return &Question{Call: c, Keys: keys, Says: says, missing: missing, found: !missing}
}

var (
	selecting = pattern.New(`(?is)^\s*select\s`)
	counting  = pattern.New(`(?is)^\s*select\s+(case\s+when\s+)?(exists|count)\b`)
)

// selects returns the question that a statement of SQL is:
//
//	db.QueryRow("SELECT EXISTS(SELECT 1 FROM revoked WHERE jti = $1)", jti).Scan(&revoked)
func (p *Reader) selects(c *ast.CallExpr, sig *model.Sig) *Question {
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) {
		return nil
	}
	text := p.Index.Text(c.Args[at])
	if !selecting().MatchString(text) {
		return nil
	}
	if !names.Denial(text) && !p.inDenial(c) {
		return nil
	}
	q := &Question{Call: c, Keys: c.Args[at+1:], Says: true}
	q.found = counting().MatchString(text)
	q.missing = !q.found
	for _, a := range slices.Concat(c.Args[:at], p.scanned(c)) {
		if u, ok := ast.Unparen(a).(*ast.UnaryExpr); ok {
			q.filled = append(q.filled, u)
		}
	}
	return q
}

// scanned returns the arguments of the method that is called on the result of a call.
func (p *Reader) scanned(c *ast.CallExpr) []ast.Expr {
	if sel, ok := p.Index.Outer(c).(*ast.SelectorExpr); ok {
		if outer, ok := p.Index.Outer(sel).(*ast.CallExpr); ok && outer.Fun == sel {
			return outer.Args
		}
	}
	return nil
}
