package calls

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Sent returns where the token that a call reads comes from.
func (p *Package) Sent(c *Call) origin.Trace {
	var out origin.Trace
	args, _ := p.Resolve(c, model.Token)
	for _, e := range args {
		out.Add(p.Of(e))
	}
	return out
}

// tokens are the places where the token of a call is born, on its way and as a Go value.
func (p *Package) tokens(c *Call) held {
	h := held{map[spot]bool{}, map[*types.Var]bool{}}
	args, _ := p.Resolve(c, model.Token)
	for _, e := range args {
		h.add(p.Of(e))
		h.add(p.Open(e))
	}
	for _, e := range c.args[model.Object] {
		h.add(p.Of(e))
	}
	return h
}

// Verified reports whether somebody verifies the token that a call reads: another call of this package or one that it
// leads to, before or after. Code that is not seen and gets the same token may do it too.
func (p *Package) Verified(c *Call) bool {
	own := p.tokens(c)
	own.nodes[spot{at: c.Node}] = true
	meets := func(tr origin.Trace) bool {
		return slices.ContainsFunc(tr.Births, own.has) || slices.ContainsFunc(tr.Through, func(v *types.Var) bool { return own.vars[v] })
	}
	sent := p.Sent(c)
	for _, v := range p.Calls {
		if v.Verb != model.Verify || v == c || p.Blinded(v) != nil {
			continue
		}
		args, _ := p.Resolve(v, model.Token)
		for _, e := range slices.Concat(args, v.args[model.Object]) {
			if tr := p.Of(e); meets(tr) || namesakes(sent, tr) {
				return true
			}
		}
	}
	for _, e := range p.unseen() {
		if tr := p.Of(e); meets(tr) || namesakes(sent, tr) {
			return true
		}
	}
	return false
}

// namesakes reports whether two values are read from requests under the same name.
func namesakes(a, b origin.Trace) bool {
	return slices.ContainsFunc(a.Births, func(x origin.Origin) bool {
		return x.Kind == origin.Request && len(x.Names) > 0 && slices.ContainsFunc(b.Births, func(y origin.Origin) bool {
			return y.Kind == origin.Request && slices.ContainsFunc(y.Names, func(n string) bool {
				return slices.ContainsFunc(x.Names, func(m string) bool { return strings.EqualFold(m, n) })
			})
		})
	})
}

// unseen returns the arguments that can be a token and go to code of other packages of which nothing is known.
func (p *Package) unseen() []ast.Expr {
	var out []ast.Expr
	for _, c := range p.Tracer.Calls {
		if tv := p.pass.TypesInfo.Types[c.Fun]; tv.IsType() || tv.IsBuiltin() {
			continue
		}
		obj := p.callee(c)
		if fn, ok := obj.(*types.Func); ok && (p.Decl(fn) != nil || model.Of(fn, "") != nil || p.standard(fn.Pkg())) {
			continue
		}
		if fn, ok := obj.(*types.Func); ok && !isInterface(fn) && slices.ContainsFunc(p.Calls, func(o *Call) bool { return o.Node == c && len(o.args[model.Token]) > 0 }) {
			continue // a fact tells what it does
		}
		for _, a := range c.Args {
			if t := p.pass.TypesInfo.TypeOf(a); t != nil && p.pass.TypesInfo.Types[a].Value == nil && (textual(t) || p.mutable(t)) {
				out = append(out, a)
			}
		}
	}
	return out
}

// isInterface reports whether a function is a method of an interface, of which facts tell no more than what one type does.
func isInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// standard reports whether a package comes with Go: none of them verifies tokens.
func (p *Package) standard(pkg *types.Package) bool {
	if pkg == nil {
		return true
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	own, _, _ := strings.Cut(p.pass.Pkg.Path(), "/")
	return !strings.Contains(first, ".") && first != own
}

// choosing are the claims that say which key verifies a token and how long it lives.
var choosing = []string{"iss", "kid", "alg", "exp", "iat", "nbf"}

// Believed returns a use of claims that nobody has verified and that say more than which key to verify them with; ok is
// false where there is none, where the token does not come from outside, or where that cannot be seen.
func (p *Package) Believed(c *Call) (use Read, ok bool) {
	if program, _ := p.Program(c.Node); program || !p.Sent(c).Has(origin.Request) {
		return use, false
	}
	for _, r := range p.Yield(c).Reads() {
		if !slices.Contains(choosing, r.Claim) {
			return r, !p.Verified(c)
		}
	}
	return use, false
}
