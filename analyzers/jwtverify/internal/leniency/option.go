package leniency

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// Reader tells which checks the verifications of a package leave out.
type Reader struct {
	calls.View
	uses      *uses.Reader
	algorithm *algorithm.Reader
	claims    *claims.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader, a *algorithm.Reader, c *claims.Reader) *Reader {
	return &Reader{p.View, u, a, c}
}

// IsOff reports whether a setting leaves a check out, whatever happens at run time: that of the times, where r is Skipped, or
// that of the audience or the issuer.
func (p *Reader) IsOff(k *calls.Call, r model.Role) bool {
	if r != model.Skipped {
		return p.Origin.True(k.Args(r))
	}
	skipped, enforced := k.Args(model.Skipped), k.Args(model.Enforced)
	switch {
	case len(skipped) > 0:
		return p.Origin.True(skipped)
	case len(enforced) > 0:
		values, only := p.Origin.AllConstants(enforced)
		return only && !slices.ContainsFunc(values, func(v constant.Value) bool { return v.Kind() != constant.Bool || origin.IsTrue(v) })
	}
	return len(k.Args(model.Leeway))+len(k.Args(model.Audience))+len(k.Args(model.Issuer)) == 0
}

// Leeway returns how long after its end a token is still good by a setting, and where that is written; zero where it is
// not known.
func (p *Reader) Leeway(k *calls.Call) (life time.Duration, at ast.Node) {
	for _, e := range k.Args(model.Leeway) {
		for _, q := range p.Quantity.Of(e) {
			if d, ok := q.Life(); ok && d > life {
				life, at = d, q.At
			}
		}
	}
	return life, at
}

// SkipsSignature returns the setting by which a verification looks at no signature, nil for none.
func (p *Reader) SkipsSignature(c *calls.Call) *calls.Call {
	opts, _ := p.Calls.Options(c)
	for _, k := range opts {
		if k.Verb == model.SkipSignature && p.IsOff(k, model.Skipped) {
			return k
		}
	}
	return nil
}

// ValidMethod is a method by which a type of claims says whether they are good.
type ValidMethod struct {
	*types.Func
	Decl   *ast.FuncDecl
	Called bool // the verifying library calls it
	Empty  bool // it always says yes
}

// ValidMethods returns the methods of this package's claims types that verifications are to call, or that look as if.
func (p *Reader) ValidMethods() []ValidMethod {
	var out []ValidMethod
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		wants := p.claimsOf(c)
		for _, e := range c.Args(model.Claims) {
			obj := typing.TypeName(typing.Deref(p.Info.TypeOf(e)))
			if wants == nil || obj == nil || obj.Pkg() != p.Pkg {
				continue
			}
			m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p.Pkg, "Valid")
			fn, ok := m.(*types.Func)
			if !ok || p.Index.Decls[fn] == nil || fn.Signature().Results().Len() != 1 || slices.ContainsFunc(out, func(v ValidMethod) bool { return v.Func == fn }) {
				continue
			}
			called, _, _ := types.LookupFieldOrMethod(wants, false, p.Pkg, "Valid")
			again, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p.Pkg, "Validate")
			if called == nil && (again != nil || p.calledHere(fn)) {
				continue
			}
			out = append(out, ValidMethod{fn, p.Index.Decls[fn], called != nil, p.Origin.Results(p.Index.Decls[fn], 0).Only(origin.Nothing)})
		}
	}
	return out
}

// calledHere reports whether this package calls a function itself.
func (p *Reader) calledHere(fn *types.Func) bool { return len(p.Origin.Callers(p.Index.Decls[fn])) > 0 }

// claimsOf returns the interface by which the library of a verification takes claims, nil where it takes any value.
func (p *Reader) claimsOf(c *calls.Call) types.Type {
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

// ClaimSetters returns where the calls of this package which sign with the key of a verification set a claim.
func (p *Reader) ClaimSetters(c *calls.Call, claim string) []ast.Node {
	var out []ast.Node
	for _, s := range p.algorithm.Signers(c) {
		for _, set := range p.claims.Payload(s).All(claim) {
			out = append(out, set.Key)
		}
	}
	return out
}

// OnlySignature returns a use of claims of a token of which only the signature is checked, by a library that leaves the claims to a
// call of its own which nobody makes; ok is false for all others.
func (p *Reader) OnlySignature(c *calls.Call) (use uses.Read, ok bool) {
	sig := model.Of(c.Callee, "")
	if c.Via != nil || sig == nil || !slices.Contains(sig.Results, model.SignatureOnly) || p.SkipsSignature(c) != nil {
		return use, false
	}
	if opts, seen := p.Calls.Options(c); !seen || slices.ContainsFunc(opts, func(k *calls.Call) bool { return k.Verb == model.Check && !p.IsOff(k, model.Skipped) }) {
		return use, false
	}
	reads := p.uses.Result(c).Reads()
	if len(reads) == 0 || p.uses.ChecksExpiry(c) || slices.ContainsFunc(reads, func(r uses.Read) bool { return r.Claim == "" }) {
		return use, false // whoever gets the claims as a whole can check them
	}
	return reads[0], true
}
