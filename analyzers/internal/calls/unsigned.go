package calls

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Unsigned is a place that makes or accepts tokens without a signature.
type Unsigned struct {
	At     ast.Node
	Call   *Call
	Verify bool
}

// Unsigned returns the places that make or accept tokens without a signature: the algorithm none (RFC 7518 section 3.6),
// and what a keyfunc returns to allow it.
func (p *Package) Unsigned() []Unsigned {
	var out []Unsigned
	for _, c := range p.Calls {
		if c.Via != nil {
			continue
		}
		switch c.Verb {
		case model.Sign:
			args, _ := p.Resolve(c, model.Method)
			for _, e := range args {
				if at := p.isNone(e); at != nil {
					out = append(out, Unsigned{at, c, false})
				}
			}
			if len(args) == 0 && p.Alg(c) == "none" { // an option says so
				out = append(out, Unsigned{c.Node, c, false})
			}
		case model.Verify:
			methods, _ := p.Resolve(c, model.Method)
			for _, e := range append(p.keyExprs(c), methods...) {
				if at := p.isNone(e); at != nil {
					out = append(out, Unsigned{at, c, true})
				}
			}
			if names, at := p.Accepted(c); len(names) > 0 {
				for _, n := range names {
					if strings.EqualFold(n, "none") {
						out = append(out, Unsigned{at, c, true})
					}
				}
			}
		}
	}
	return out
}

// isNone returns where an expression is born that stands for no signature, nil when it stands for something else.
func (p *Package) isNone(e ast.Expr) ast.Node {
	for _, o := range p.Of(e).Births {
		for _, obj := range []types.Object{o.Obj, o.Via} {
			if sig := model.Of(obj, ""); sig != nil && sig.Result(0) == "none" && o.At != nil {
				return o.At
			}
		}
	}
	return nil
}

// Option returns the call of the option of a verifying library that has a verb, with an argument; "" where the library or
// the file has none, or the call takes no options.
func (p *Package) Option(c *Call, verb model.Verb, arg string) string {
	sig := model.Of(c.Callee, "")
	if sig == nil || c.Callee.Pkg() == nil || sig.Index(model.Options) < 0 {
		return ""
	}
	scope := c.Callee.Pkg().Scope()
	for _, name := range scope.Names() {
		if row := model.Of(scope.Lookup(name), ""); row != nil && row.Verb == verb && row.Func {
			if pkg := p.imported(c.Node.Pos(), c.Callee.Pkg()); pkg != "" {
				return pkg + "." + name + "(" + arg + ")"
			}
		}
	}
	return ""
}
