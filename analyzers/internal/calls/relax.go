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

// Off reports whether a setting leaves a check out, whatever happens at run time: that of the times, where r is Skipped, or
// that of the audience or the issuer.
func (p *Package) Off(k *Call, r model.Role) bool {
	if r != model.Skipped {
		return p.True(k.args[r])
	}
	skipped, enforced := k.args[model.Skipped], k.args[model.Enforced]
	switch {
	case len(skipped) > 0:
		return p.True(skipped)
	case len(enforced) > 0:
		values, only := p.constants(enforced)
		return only && !slices.ContainsFunc(values, func(v constant.Value) bool { return v.Kind() != constant.Bool || isTrue(v) })
	}
	return len(k.args[model.Leeway])+len(k.args[model.Audience])+len(k.args[model.Issuer]) == 0
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

// Blinded returns the setting by which a verification looks at no signature, nil for none.
func (p *Package) Blinded(c *Call) *Call {
	opts, _ := p.Options(c)
	for _, k := range opts {
		if k.Verb == model.Blind && p.Off(k, model.Skipped) {
			return k
		}
	}
	return nil
}

// Uses reports whether this package uses what a token says: a verification whose error is all that counts can leave out what
// it likes, and who gets the claims from here is asked there, see [Package.HandsOn].
func (p *Package) Uses(c *Call) bool { return len(p.Yield(c).Reads()) > 0 }

// Hint reports whether a token is the hint of an OpenID client on who its user was.
func (p *Package) Hint(c *Call) bool { return slices.ContainsFunc(p.Sent(c).Births, Hints) }

// Hints reports whether a value is such a hint. It may be over (OpenID Connect Core 3.1.2.1), and stands in the query of a
// URL by its definition (OpenID Connect RP-Initiated Logout section 2).
func Hints(o origin.Origin) bool { return slices.Contains(o.Names, "id_token_hint") }

// ChecksEnd reports whether the package looks itself at the end of the token that a call yields, or has its claims checked.
func (p *Package) ChecksEnd(c *Call) bool {
	y := p.Yield(c)
	if slices.ContainsFunc(y.Reads(), func(r Read) bool { return r.Claim == "exp" }) {
		return true
	}
	return slices.ContainsFunc(p.Calls, func(k *Call) bool {
		return k.Verb == model.Check && k != c && slices.ContainsFunc(slices.Concat(k.args[model.Claims], k.args[model.Object]), y.Is)
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
	opts, _ := p.Options(c)
	if slices.ContainsFunc(opts, func(k *Call) bool { return k.Verb == model.Check && len(k.args[role]) > 0 }) || len(c.args[role]) > 0 {
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
	for _, s := range p.signers(c) {
		for _, set := range p.Payload(s).All(claim) {
			out = append(out, set.Key)
		}
	}
	return out
}

// Bare returns a use of claims of a token of which only the signature is checked, by a library that leaves the claims to a
// call of its own which nobody makes; ok is false for all others.
func (p *Package) Bare(c *Call) (use Read, ok bool) {
	sig := model.Of(c.Callee, "")
	if c.Via != nil || sig == nil || !slices.Contains(sig.Results, model.Bare) || p.Blinded(c) != nil {
		return use, false
	}
	if opts, seen := p.Options(c); !seen || slices.ContainsFunc(opts, func(k *Call) bool { return k.Verb == model.Check && !p.Off(k, model.Skipped) }) {
		return use, false
	}
	reads := p.Yield(c).Reads()
	if len(reads) == 0 || p.ChecksEnd(c) || slices.ContainsFunc(reads, func(r Read) bool { return r.Claim == "" }) {
		return use, false // whoever gets the claims as a whole can check them
	}
	return reads[0], true
}
