package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Unsealed returns what a method of this package returns by which credentials are sent without encryption, nil for none.
func (p *Package) Unsealed(c *Call) ast.Expr {
	for _, e := range c.args[model.Object] {
		for _, o := range p.Of(e).Births {
			at, ok := o.At.(ast.Expr)
			if !ok || o.Kind != origin.Object {
				continue
			}
			if r := p.allows(p.pass.TypesInfo.TypeOf(at), c.Node); r != nil {
				return r
			}
		}
	}
	return nil
}

// allows returns the constant no that the method of a type gives which says whether encryption is required.
func (p *Package) allows(t types.Type, call ast.Node) ast.Expr {
	c, ok := call.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sig, ok := p.pass.TypesInfo.TypeOf(c.Fun).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return nil
	}
	wants, ok := sig.Params().At(0).Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for m := range wants.Methods() {
		if row := model.Of(m, ""); row == nil || row.Result(0) != model.Required {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, m.Name())
		fn, _ := obj.(*types.Func)
		if fn == nil || p.Decl(fn) == nil {
			continue
		}
		tr := p.Results(p.Decl(fn), 0)
		if len(tr.Births) == 1 && tr.Births[0].Value != nil && tr.Births[0].Value.Kind() == constant.Bool && !constant.BoolVal(tr.Births[0].Value) {
			r, _ := tr.Births[0].At.(ast.Expr)
			return r
		}
	}
	return nil
}

// Dials returns the gRPC clients of this package that an option is given to.
func (p *Package) Dials(option *Call) []*Call {
	var out []*Call
	for _, c := range p.Calls {
		if c.Verb == model.Fetch && len(c.args[model.Target]) > 0 && p.given(c, model.Options, option.Node) {
			out = append(out, c)
		}
	}
	return out
}

// given reports whether an argument of a call in a role can be the value that is made at a node.
func (p *Package) given(c *Call, r model.Role, made ast.Node) bool {
	return slices.ContainsFunc(c.args[r], func(e ast.Expr) bool {
		return slices.ContainsFunc(p.Elements(e), func(el ast.Expr) bool {
			return slices.ContainsFunc(p.Of(el).Births, func(o origin.Origin) bool { return o.At == made })
		})
	})
}

// Unsealing returns the option by which a gRPC client connects without encryption, nil where it does not or where that
// cannot be seen.
func (p *Package) Unsealing(dial *Call) ast.Expr {
	for _, option := range dial.args[model.Options] {
		for _, e := range p.Elements(option) {
			for _, o := range p.Of(e).Births {
				if p.unseals(o, 0) {
					return e
				}
			}
		}
	}
	return nil
}

// unseals reports whether what is made at a birth says that a connection is not encrypted.
func (p *Package) unseals(o origin.Origin, depth int) bool {
	b := p.built(o)
	if b == nil || depth > 2 {
		return false
	}
	if sig := model.Of(b.Callee, ""); sig != nil && sig.Result(0) == model.Unsealed {
		return true
	}
	return slices.ContainsFunc(b.args[model.Client], func(e ast.Expr) bool {
		return slices.ContainsFunc(p.Of(e).Births, func(o origin.Origin) bool { return p.unseals(o, depth+1) })
	})
}

// Public returns the host that a gRPC client calls over a network that others share, "" where that is not known.
func (p *Package) Public(dial *Call) string {
	for _, e := range dial.args[model.Target] {
		for _, text := range p.Texts(e) {
			if host := target(text); host != "" && !private(host) {
				return host
			}
		}
	}
	return ""
}

// Private reports whether a gRPC client can be seen to call nothing but the machine itself and hosts of its own network.
func (p *Package) Private(dial *Call) bool {
	for _, e := range dial.args[model.Target] {
		texts := p.Texts(e)
		if len(texts) == 0 || len(texts) < len(p.Of(e).Births) || slices.ContainsFunc(texts, func(t string) bool { return !private(target(t)) }) {
			return false
		}
	}
	return len(dial.args[model.Target]) > 0
}

// target returns the host of what a gRPC client is told to call: dns:///host:port, unix:path, host:port.
func target(text string) string {
	scheme, _, ok := strings.Cut(text, ":")
	if ok && strings.HasPrefix(scheme, "unix") {
		return "unix"
	}
	text = text[strings.LastIndex(text, "/")+1:]
	if strings.HasPrefix(text, "[") {
		host, _, _ := strings.Cut(text[1:], "]")
		return host
	}
	host, _, _ := strings.Cut(text, ":")
	return host
}
