// Package stores answers what the calls of a package put into stores, under which name and for how
// long. denylist asks it:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, ttl)             // a row: name, value, time
//	conn.Do("SETEX", "revoked:"+claims.ID, 3600, 1)        // a command, by its text
//	client.B().Set().Key(key).Value("1").Ex(ttl).Build()   // a chain of calls
//	&memcache.Item{Key: key, Expiration: 3600}             // a literal
package stores

import (
	"go/ast"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Kept is what a call puts into a store.
type Kept struct {
	Node    ast.Node
	Keys    []ast.Expr
	Values  []ast.Expr
	TTL     ast.Expr // nil for none
	Forever int64    // the number that means forever
	Unit    time.Duration
}

// reader looks at one package.
type reader struct{ calls.View }

// maxChain is how many calls in a row are looked at, each made on the result of the one before.
const maxChain = 64

// All returns what the package puts into stores, by position.
func All(v calls.View) []Kept {
	p := reader{v}
	var out []Kept
	for _, c := range p.Index.Calls {
		sig, _ := p.Index.Row(c)
		switch {
		case sig == nil:
		case sig.Verb == model.Remember && sig.Recv != model.Kept && !p.isPart(c):
			if k, ok := p.byArgs(c, sig, c.Args); ok && p.built(c, sig, &k) {
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
		k := Kept{Node: lit, Keys: fields[model.Name], Unit: time.Second}
		if ttl := fields[model.TTL]; len(ttl) > 0 {
			k.TTL = ttl[0]
		} else if p.isStored(lit) {
			continue
		}
		out = append(out, k)
	}
	return out
}

// isStored reports whether a literal is given to a variable, whose fields can be set later.
func (p reader) isStored(lit *ast.CompositeLit) bool {
	outer := p.Index.Outer(lit)
	if _, ok := outer.(*ast.UnaryExpr); ok {
		outer = p.Index.Outer(outer)
	}
	_, call := outer.(*ast.CallExpr)
	return !call
}

// isPart reports whether a call is made on the result of another one that says what is kept.
func (p reader) isPart(c *ast.CallExpr) bool {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	on, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok {
		return false
	}
	sig, _ := p.Index.Row(on)
	return sig != nil && sig.Verb == model.Remember && sig.Result(0) == model.Options &&
		sig.Index(model.Name) >= 0
}

// byArgs returns what a call keeps whose row says what its arguments are.
func (p reader) byArgs(c *ast.CallExpr, sig *model.Sig, args []ast.Expr) (k Kept, ok bool) {
	k = Kept{Node: c, Unit: 1}
	for i, a := range args {
		switch sig.Arg(i) {
		case model.Name:
			k.Keys = append(k.Keys, a)
		case model.Value:
			k.Values = append(k.Values, a)
		case model.TTL:
			k.TTL = a
		case model.KeptFor:
			k.TTL, k.Forever = a, -1
		case model.Seconds:
			k.TTL, k.Unit = a, time.Second
		case model.Millis:
			k.TTL, k.Unit = a, time.Millisecond
		}
	}
	return k, len(k.Keys) > 0
}

// built adds to what a call keeps what the calls say that are made on its result, up to the end of
// the command; false where they say something else, or the end is not seen.
//
//	client.B().Set().Key("revoked:"+jti).Value("1").Ex(ttl).Build()
func (p reader) built(c *ast.CallExpr, sig *model.Sig, k *Kept) bool {
	for range maxChain {
		if sig.Result(0) != model.Options {
			k.Node = c
			return true
		}
		sel, ok := p.Index.Outer(c).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if c, ok = p.Index.Outer(sel).(*ast.CallExpr); !ok || c.Fun != ast.Expr(sel) {
			return false
		}
		if sig, _ = p.Index.Row(c); sig == nil || sig.Verb != model.Remember {
			return false
		}
		more, _ := p.byArgs(c, sig, c.Args)
		k.Keys, k.Values = append(k.Keys, more.Keys...), append(k.Values, more.Values...)
		if more.TTL != nil {
			k.TTL, k.Unit = more.TTL, more.Unit
		}
	}
	return false
}

// byCommand returns what a command keeps: conn.Do("SETEX", key, seconds, value). SET has its time,
// if any, after a word that says so.
func (p reader) byCommand(c *ast.CallExpr, sig *model.Sig) (k Kept, ok bool) {
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
	k.Node = c
	return k, ok
}
