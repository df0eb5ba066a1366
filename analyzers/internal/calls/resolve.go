package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Keys returns the origins of the key of a call, one trace for each way in which callers in this
// package reach it: of its key arguments, of those of its options and constructors, and of what
// its keyfunc returns, by the type of key and so of algorithm.
//
//	token.SignedString(secret)
//	jwt.Parse(text, func(*jwt.Token) (any, error) { return secret, nil })
func (p *Package) Keys(c *Call) []origin.Trace {
	out, _ := p.keys.Once(c, func() []origin.Trace { return p.findKeys(c) })
	return out
}

// findKeys is Keys for a call that nobody has asked about.
func (p *Package) findKeys(c *Call) []origin.Trace {
	var out []origin.Trace
	keys, _ := p.Resolve(c, model.Key)
	for _, e := range keys {
		if c.part != nil {
			out = append(out, p.cases(origin.Field(p.Origin, e, c.part))...)
			continue
		}
		for _, tr := range p.keysIn(e) {
			out = append(out, p.cases(tr)...)
		}
	}
	funcs, _ := p.Resolve(c, model.Keyfunc)
	for _, e := range funcs {
		for _, fns := range p.cases(p.Origin.Local(e)) {
			for _, tr := range p.returnedKeys(fns) {
				out = append(out, p.cases(tr)...)
			}
		}
	}
	for i := range out { // callers add to what they get
		out[i] = origin.Trace{
			Origins: slices.Clip(out[i].Origins),
			Through: slices.Clip(out[i].Through),
		}
	}
	return slices.Clip(out)
}

// cases returns the traces of [origin.Tracer.Cases].
func (p *Package) cases(tr origin.Trace) []origin.Trace {
	var out []origin.Trace
	for _, c := range p.Origin.Cases(tr) {
		out = append(out, c.Trace)
	}
	return out
}

// keysIn returns the traces of the keys that an expression stands for: of each key in a collection
// that is written out, of any key in another.
func (p *Package) keysIn(e ast.Expr) []origin.Trace {
	if !isKeyCollection(p.Info.TypeOf(e)) {
		return []origin.Trace{p.Origin.Local(e)}
	}
	items, all := p.Origin.Items(e)
	if !all || len(items) == 0 {
		return []origin.Trace{p.Origin.Element(e)}
	}
	var out []origin.Trace
	for _, item := range items {
		out = append(out, p.Origin.Local(item))
	}
	return out
}

// isKeyCollection reports whether a type holds several keys: a map, or a list of anything but
// bytes.
func isKeyCollection(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return true
	case *types.Slice:
		return !typing.IsByteSlice(u)
	}
	return false
}

// Key returns the traces of [Package.Keys] in one.
func (p *Package) Key(c *Call) origin.Trace {
	out, _ := p.key.Once(c, func() origin.Trace { return origin.Union(p.Keys(c)) })
	return out
}

// returnedKeys returns the origins of the keys that the keyfuncs among the origins return, one
// trace for each type of key.
func (p *Package) returnedKeys(fns origin.Trace) []origin.Trace {
	var out []origin.Trace
	for _, o := range fns.Origins {
		if o.Kind == origin.Func && o.Func != nil {
			out = append(out, p.keysOf(o.Func)...)
		} else if b := p.Constructor(o); b != nil && len(b.args[model.Key]) > 0 {
			out = append(out, p.Key(b))
		} else {
			unknown := &origin.Origin{Kind: origin.Unknown, At: o.At, Size: -1}
			out = append(out, origin.Trace{Origins: []*origin.Origin{unknown}})
		}
	}
	return out
}

// Constructor returns the constructor call that made an object, nil when it was made otherwise.
func (p *Package) Constructor(o *origin.Origin) *Call {
	for _, c := range p.callsAt(o.At) {
		if c.Verb == model.Build {
			return c
		}
	}
	return nil
}

// Resolve returns the arguments of a call in a role: its own, or those of its options and of the
// constructor calls of the object it is called on, with assignments to that object's fields. seen
// is false when some such option or object is made out of sight, or when there is none.
//
//	m := &ginjwt.GinJWTMiddleware{}
//	m.Key = secret // the key of the calls on m
func (p *Package) Resolve(c *Call, r model.Role) (args []ast.Expr, seen bool) {
	if own := c.args[r]; len(own) > 0 {
		return own, true
	}
	roles := []model.Role{model.Object, model.Signer}
	if r == model.Claims {
		roles = roles[:1]
	}
	parts, seen := p.Parts(c, roles...)
	for _, part := range parts {
		args = append(args, part.Call.args[r]...)
		if !part.Option {
			args = append(args, p.stored(part.Call, r)...)
		}
	}
	sources := len(c.args[model.Object]) + len(c.args[model.Signer]) + len(c.args[model.Options])
	return args, seen && sources > 0
}

// stored returns the values assigned to the fields of a constructor's object that have the role.
func (p *Package) stored(b *Call, r model.Role) []ast.Expr {
	var out []ast.Expr
	for _, s := range p.Index.Stores {
		sig := p.Index.FieldRow(s)
		if sig != nil && sig.Result(0) == r && p.Origin.Trace(s.Base).ComesFrom(b.Node) {
			out = append(out, s.Value)
		}
	}
	return out
}

// Alg returns the algorithm of a call where it is exactly one, "" otherwise.
func (p *Package) Alg(c *Call) model.Role {
	algs := []model.Role{}
	args, _ := p.Resolve(c, model.Method)
	for _, e := range args {
		for _, o := range p.Origin.Trace(e).Origins {
			algs = append(algs, algorithmOf(o))
		}
	}
	if len(args) == 0 { // the one that a constructor or the call itself implies
		algs = append(algs, c.alg)
		parts, _ := p.Parts(c, model.Object, model.Signer)
		for _, part := range parts {
			if part.Call.alg != "" {
				algs = append(algs, part.Call.alg)
			}
		}
	}
	algs = slices.DeleteFunc(algs, func(r model.Role) bool { return r == "" && len(args) == 0 })
	slices.Sort(algs)
	algs = slices.Compact(algs)
	if len(algs) != 1 {
		return ""
	}
	return algs[0]
}

// algorithmOf returns the algorithm that an origin names, "" for none.
func algorithmOf(o *origin.Origin) model.Role {
	if sig := model.Of(o.Obj, ""); sig != nil && sig.Verb == model.Alg {
		return sig.Result(0)
	}
	if o.Value != nil && o.Value.Kind() == constant.String {
		if r := model.Role(constant.StringVal(o.Value)); r.Algorithm() {
			return r
		}
	}
	return ""
}
