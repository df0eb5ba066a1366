package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Settings returns what is given to a verification to change what it checks: options, and the fields of the object that
// it is made with.
func (p *Package) Settings(c *Call) []*Call {
	out, _ := p.Options(c)
	for _, e := range c.args[model.Object] {
		for _, o := range p.Of(e).Births {
			for _, k := range p.Calls {
				if k.Node == o.At && k != c || k.Node != nil && p.storedInto(k, o) {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// storedInto reports whether a call stands for an assignment to a field of an object.
func (p *Package) storedInto(k *Call, o origin.Origin) bool {
	return o.At != nil && slices.ContainsFunc(p.Stores, func(s origin.Store) bool {
		return s.Value != nil && s.Field != nil && ast.Node(s.Value) == k.Node &&
			slices.ContainsFunc(p.Of(s.Base).Births, func(b origin.Origin) bool { return b.At == o.At })
	})
}

// Off reports whether a setting leaves a check out, whatever happens at run time.
func (p *Package) Off(k *Call) bool {
	skipped, enforced := k.args[model.Skipped], k.args[model.Enforced]
	switch {
	case len(skipped) > 0:
		return p.True(skipped)
	case len(enforced) > 0:
		values, only := p.constants(enforced)
		return only && !slices.ContainsFunc(values, func(v constant.Value) bool { return v.Kind() != constant.Bool || isTrue(v) })
	}
	return len(k.args[model.Leeway]) == 0
}

// Leeway returns how long after its end a token is still good by a setting, and where that is written; zero where it is
// not known.
func (p *Package) Leeway(k *Call) (life time.Duration, at ast.Node) {
	for _, e := range k.args[model.Leeway] {
		for _, q := range p.Quantities(e) {
			if d, ok := q.Life(); ok && d > life {
				life, at = d, q.At
			}
		}
	}
	return life, at
}

// ChecksEnd reports whether the package looks itself at the end of the token that a call yields, or has its claims checked.
func (p *Package) ChecksEnd(c *Call) bool {
	y := p.Yield(c)
	if slices.ContainsFunc(y.Reads(), func(r Read) bool { return r.Claim == "exp" }) {
		return true
	}
	return slices.ContainsFunc(p.Calls, func(k *Call) bool {
		return k.Verb == model.Check && slices.ContainsFunc(slices.Concat(k.args[model.Claims], k.args[model.Object]), y.Is)
	})
}

// Separates reports whether the package looks for whom, or by whom, the token that a call yields was made: role is Audience
// or Issuer.
func (p *Package) Separates(c *Call, role model.Role) bool {
	claim := map[model.Role]string{model.Audience: "aud", model.Issuer: "iss"}[role]
	y := p.Yield(c)
	if slices.ContainsFunc(y.Reads(), func(r Read) bool { return r.Claim == claim }) {
		return true
	}
	if slices.ContainsFunc(p.Settings(c), func(k *Call) bool { return len(k.args[role]) > 0 }) {
		return true
	}
	return slices.ContainsFunc(p.Calls, func(k *Call) bool {
		return k.Verb == model.Check && len(k.args[role]) > 0 && slices.ContainsFunc(slices.Concat(k.args[model.Claims], k.args[model.Object]), y.Is)
	})
}

// Validity is a method by which a type of claims says whether they are good.
type Validity struct {
	*types.Func
	Decl   *ast.FuncDecl
	Called bool // the verifying library calls it
	Empty  bool // it always says yes
}

// Validities returns the methods of this package's claims types that verifications are to call, or that look as if.
func (p *Package) Validities() []Validity {
	var out []Validity
	for _, c := range p.Calls {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		wants := p.claimsOf(c)
		for _, e := range c.args[model.Claims] {
			obj := typeName(deref(p.pass.TypesInfo.TypeOf(e)))
			if wants == nil || obj == nil || obj.Pkg() != p.pass.Pkg {
				continue
			}
			m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p.pass.Pkg, "Valid")
			fn, ok := m.(*types.Func)
			if !ok || p.Decl(fn) == nil || fn.Signature().Results().Len() != 1 || slices.ContainsFunc(out, func(v Validity) bool { return v.Func == fn }) {
				continue
			}
			called, _, _ := types.LookupFieldOrMethod(wants, false, p.pass.Pkg, "Valid")
			again, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p.pass.Pkg, "Validate")
			if called == nil && (again != nil || p.calledHere(fn)) {
				continue
			}
			out = append(out, Validity{fn, p.Decl(fn), called != nil, p.Results(p.Decl(fn), 0).Only(origin.Nothing)})
		}
	}
	return out
}

// calledHere reports whether this package calls a function itself.
func (p *Package) calledHere(fn *types.Func) bool { return len(p.Callers(p.Decl(fn))) > 0 }

// claimsOf returns the interface by which the library of a verification takes claims, nil where it takes any value.
func (p *Package) claimsOf(c *Call) types.Type {
	fn, ok := c.Callee.(*types.Func)
	if !ok {
		return nil
	}
	sig := model.Of(fn, "")
	if sig == nil {
		return nil
	}
	i := sig.Index(model.Claims)
	if i < 0 || i >= fn.Signature().Params().Len() {
		return nil
	}
	t := fn.Signature().Params().At(i).Type()
	if iface, ok := t.Underlying().(*types.Interface); !ok || iface.Empty() {
		return nil
	}
	return t
}

// Made returns where the calls of this package which sign with the key of a verification set a claim.
func (p *Package) Made(c *Call, claim string) []ast.Node {
	var out []ast.Node
	for _, s := range p.Calls {
		if s.Verb != model.Sign || s.Via != nil || !p.sharesKey(s, c) {
			continue
		}
		for _, set := range p.Payload(s).All(claim) {
			out = append(out, set.Key)
		}
	}
	return out
}
