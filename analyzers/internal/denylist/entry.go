package denylist

// This file finds what is put into deny lists, and for how long:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 0)             // forever
//	conn.Do("SET", "revoked:"+claims.ID, 1)              // forever
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 15*time.Minute) // Life

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Entry is a call that puts a token into a deny list for a time that is known.
type Entry struct {
	At      ast.Node      // the call, or the argument that gives the time
	Keeps   ast.Node      // the call
	Life    time.Duration // how long the entry is kept
	Forever bool
	Memory  bool // the list is a variable of the program
}

// kept is what a call puts into a store.
type kept struct {
	node    ast.Node
	keys    []ast.Expr
	values  []ast.Expr
	ttl     ast.Expr // nil for none
	forever int64    // the number that means forever
	unit    time.Duration
}

// Entries returns the entries of the package that are kept for a time which is known.
func (p *Reader) Entries() []Entry {
	return append(entries{p}.known(), entries{p}.inMemory()...)
}

// Put is a call that puts a token into a deny list, for whatever time.
type Put struct {
	At  ast.Node
	TTL ast.Expr // how long the entry is kept, nil where the call does not say
}

// Puts returns what the package puts into stores that are deny lists.
func Puts(p *Reader) []Put {
	var out []Put
	for _, k := range (entries{p}).remembered() {
		if slices.ContainsFunc(k.keys, p.IsToken) && (entries{p}).isDenial(k) {
			out = append(out, Put{k.node, k.ttl})
		}
	}
	return out
}

// entries finds what is put into deny lists.
type entries struct{ *Reader }

// known returns the entries of which the time is known.
func (p entries) known() []Entry {
	var out []Entry
	for _, k := range p.remembered() {
		if !slices.ContainsFunc(k.keys, p.IsToken) || !p.ofTokensThatEnd(k) || !p.isDenial(k) {
			continue
		}
		if k.ttl == nil {
			if !p.endsOtherwise(k) && !(len(k.keys) > 1 && p.forgets()) {
				out = append(out, Entry{At: k.node, Keeps: k.node, Forever: true})
			}
			continue
		}
		for _, by := range p.Origin.Cases(p.Origin.Local(k.ttl)) {
			e, ok := p.entry(k, by)
			if ok && !(e.Forever && p.endsOtherwise(k)) {
				out = append(out, e)
			}
		}
	}
	return out
}

// entry returns an entry as one of the callers makes it; ok is false where the time is not known.
func (p entries) entry(k kept, by origin.Case) (Entry, bool) {
	e := Entry{At: k.node, Keeps: k.node}
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
	e.Forever = exact && n == k.forever
	e.Life = time.Duration(n) * k.unit
	return e, exact && (e.Forever || n > 0 && e.Life/k.unit == time.Duration(n))
}

// remembered returns what the package puts into stores, by position.
func (p entries) remembered() []kept {
	if p.stored == nil {
		p.stored = append([]kept{}, p.stores()...)
	}
	return p.stored
}

// stores is remembered for the first question.
func (p entries) stores() []kept {
	var out []kept
	for _, c := range p.Index.Calls {
		sig, _ := p.Index.Row(c)
		switch {
		case sig == nil:
		case sig.Verb == model.Remember && sig.Recv != model.Kept:
			if k, ok := p.byArgs(c, sig, c.Args); ok {
				out = append(out, k)
			}
		case sig.Verb == model.Command:
			if k, ok := p.byCommand(c, sig); ok {
				out = append(out, k)
			}
		}
	}
	for _, lit := range p.Index.Literals { // of an entry: &memcache.Item{Key: key}
		fields := p.Index.Fields(lit, model.Remember)
		if len(fields[model.Name]) == 0 {
			continue
		}
		k := kept{node: lit, keys: fields[model.Name], unit: time.Second}
		if ttl := fields[model.TTL]; len(ttl) > 0 {
			k.ttl = ttl[0]
		} else if p.isStored(lit) {
			continue
		}
		out = append(out, k)
	}
	return out
}

// isStored reports whether a literal is given to a variable, whose fields can be set later.
func (p entries) isStored(lit *ast.CompositeLit) bool {
	outer := p.Index.Outer(lit)
	if _, ok := outer.(*ast.UnaryExpr); ok {
		outer = p.Index.Outer(outer)
	}
	_, call := outer.(*ast.CallExpr)
	return !call
}

// byArgs returns what a call keeps whose row says what its arguments are.
func (p entries) byArgs(c *ast.CallExpr, sig *model.Sig, args []ast.Expr) (k kept, ok bool) {
	k = kept{node: c, unit: 1}
	for i, a := range args {
		switch sig.Arg(i) {
		case model.Name:
			k.keys = append(k.keys, a)
		case model.Value:
			k.values = append(k.values, a)
		case model.TTL:
			k.ttl = a
		case model.KeptFor:
			k.ttl, k.forever = a, -1
		case model.Seconds:
			k.ttl, k.unit = a, time.Second
		}
	}
	return k, len(k.keys) > 0
}

// byCommand returns what a command keeps: conn.Do("SETEX", key, seconds, value). SET has its time,
// if any, after a word that says so.
func (p entries) byCommand(c *ast.CallExpr, sig *model.Sig) (k kept, ok bool) {
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) || c.Ellipsis.IsValid() {
		return k, false
	}
	cmd := model.StoreCommand(p.Index.Text(c.Args[at]))
	if cmd == nil || cmd.Verb != model.Remember {
		return k, false
	}
	args := c.Args[at+1:]
	if len(args) > len(cmd.Args)-1 && cmd.Variadic {
		return k, false
	}
	k, ok = p.byArgs(c, cmd, args)
	k.node = c
	return k, ok
}

// isDenial reports whether what is kept is the entry of a deny list: the key or the value says so,
// or the function, which keeps nothing else.
func (p entries) isDenial(k kept) bool {
	if p.Denies(k.keys) || p.Denies(k.values) {
		return true
	}
	d, ok := p.Index.FuncAt(k.node.Pos()).(*ast.FuncDecl)
	if !ok || !names.Denial(d.Name.Name) {
		return false
	}
	return !slices.ContainsFunc(p.remembered(), func(o kept) bool {
		return o.node != k.node && p.Index.FuncAt(o.node.Pos()) == ast.Node(d)
	})
}

// ofTokensThatEnd reports whether the tokens that are kept end by themselves: they are JSON Web
// Tokens, since the package handles those or the key is named after one. Others, as keys of an
// API, can have no end.
func (p entries) ofTokensThatEnd(k kept) bool {
	if slices.ContainsFunc(p.Pkg.Imports(), func(i *types.Package) bool {
		return model.HandlesTokens(i.Path())
	}) {
		return true
	}
	return slices.ContainsFunc(k.keys, p.IsJWT)
}

// forgets reports whether the package takes members out of a set, or may do so by a command.
func (p entries) forgets() bool {
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
func (p entries) endsOtherwise(k kept) bool {
	fn := p.Index.FuncAt(k.node.Pos())
	return slices.ContainsFunc(p.remembered(), func(o kept) bool {
		return o.node != k.node && o.ttl != nil && p.Index.FuncAt(o.node.Pos()) == fn &&
			types.ExprString(o.keys[0]) == types.ExprString(k.keys[0])
	})
}
