// Package entries finds what a package puts into deny lists, and for how long. jwtlifecycle and
// jwtinventory ask it:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 0)             // forever
//	conn.Do("SET", "revoked:"+claims.ID, 1)              // forever
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 15*time.Minute) // Life
//	blacklist[token] = true                              // in memory
package entries

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
)

// Reader finds what a package puts into deny lists.
type Reader struct {
	*subject.Reader
	stored    []stores.Kept // see remembered
	helpers   Helpers       // see Through
	byHelpers []stores.Kept // see helped
}

// New returns the reader of a package.
func New(s *subject.Reader) *Reader { return &Reader{Reader: s} }

// Entry is a call that puts a token into a deny list for a time that is known.
type Entry struct {
	At      ast.Node      // the call, or the argument that gives the time
	Keeps   ast.Node      // the call
	Life    time.Duration // how long the entry is kept
	Forever bool
	Memory  bool // the list is a variable of the program
}

// Entries returns the entries of the package that are kept for a time which is known.
func (p *Reader) Entries() []Entry {
	return append(p.known(), p.inMemory()...)
}

// Put is a call that puts a token into a deny list, for whatever time.
type Put struct {
	At  ast.Node
	TTL ast.Expr // how long the entry is kept, nil where the call does not say
}

// Puts returns what the package puts into stores that are deny lists.
func (p *Reader) Puts() []Put {
	var out []Put
	for _, k := range p.remembered() {
		if slices.ContainsFunc(k.Keys, p.IsToken) && p.isDenial(k) {
			out = append(out, Put{k.Node, k.TTL})
		}
	}
	return out
}

// known returns the entries of which the time is known.
func (p *Reader) known() []Entry {
	var out []Entry
	for _, k := range slices.Concat(p.remembered(), p.helped()) {
		if !slices.ContainsFunc(k.Keys, p.IsToken) || !p.ofTokensThatEnd(k) || !p.isDenial(k) {
			continue
		}
		if k.TTL == nil {
			if !p.endsOtherwise(k) && !(len(k.Keys) > 1 && p.forgets()) {
				out = append(out, Entry{At: k.Node, Keeps: k.Node, Forever: true})
			}
			continue
		}
		for _, by := range p.Origin.Cases(p.Origin.Local(k.TTL)) {
			e, ok := p.entry(k, by)
			if ok && !(e.Forever && p.endsOtherwise(k)) {
				out = append(out, e)
			}
		}
	}
	return out
}

// entry returns an entry as one of the callers makes it; ok is false where the time is not known.
func (p *Reader) entry(k stores.Kept, by origin.Case) (Entry, bool) {
	e := Entry{At: k.Node, Keeps: k.Node}
	if outer := p.Origin.Paths.Outermost(by.Path); outer != nil {
		e.At = outer
	}
	if !by.Trace.Only(origin.Const) || len(by.Trace.Origins) != 1 {
		return e, false
	}
	v := by.Trace.Origins[0].Value
	if v == nil || v.Kind() != constant.Int && v.Kind() != constant.Float {
		return e, false
	}
	n, exact := constant.Int64Val(constant.ToInt(v))
	e.Forever = exact && n == k.Forever
	e.Life = time.Duration(n) * k.Unit
	return e, exact && (e.Forever || n > 0 && e.Life/k.Unit == time.Duration(n))
}

// remembered returns what the package puts into stores, by position.
func (p *Reader) remembered() []stores.Kept {
	if p.stored == nil {
		p.stored = append([]stores.Kept{}, stores.All(p.View)...)
	}
	return p.stored
}

// isDenial reports whether what is kept is the entry of a deny list: the key or the value says so,
// or the function, which keeps nothing else.
func (p *Reader) isDenial(k stores.Kept) bool {
	if p.Denies(k.Keys) || p.Denies(k.Values) {
		return true
	}
	d, ok := p.Index.FuncAt(k.Node.Pos()).(*ast.FuncDecl)
	if !ok || !names.Denial(d.Name.Name) {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(p.remembered(), p.helped()), func(o stores.Kept) bool {
		return o.Node != k.Node && p.Index.FuncAt(o.Node.Pos()) == ast.Node(d)
	})
}

// ofTokensThatEnd reports whether the tokens that are kept end by themselves: they are JSON Web
// Tokens, since the package handles those or the key is named after one. Others, as keys of an
// API, can have no end.
func (p *Reader) ofTokensThatEnd(k stores.Kept) bool {
	if slices.ContainsFunc(p.Pkg.Imports(), func(i *types.Package) bool {
		return model.HandlesTokens(i.Path())
	}) {
		return true
	}
	return slices.ContainsFunc(k.Keys, p.IsJWT)
}

// forgets reports whether the package takes members out of a set, or may do so by a command.
func (p *Reader) forgets() bool {
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		sig, _ := p.Index.Row(c)
		if sig == nil || sig.Verb != model.Command {
			return sig != nil && sig.Verb == model.Forget
		}
		at := sig.Index(model.Statement)
		cmd := model.StoreCommand(p.Index.Text(c.Args[at]))
		return cmd == nil || cmd.Verb == model.Forget
	})
}

// endsOtherwise reports whether the function that keeps an entry says in another call when it ends:
// Expire behind HSet, or one of two branches.
func (p *Reader) endsOtherwise(k stores.Kept) bool {
	fn := p.Index.FuncAt(k.Node.Pos())
	return slices.ContainsFunc(slices.Concat(p.remembered(), p.helped()), func(o stores.Kept) bool {
		return o.Node != k.Node && o.TTL != nil && p.Index.FuncAt(o.Node.Pos()) == fn &&
			types.ExprString(o.Keys[0]) == types.ExprString(k.Keys[0])
	})
}
