package algorithm

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Unsigned is an expression that makes or accepts tokens without a signature:
//
//	jwt.NewWithClaims(jwt.SigningMethodNone, claims)
//	jwt.WithValidMethods([]string{"HS256", "none"})
//	return jwt.UnsafeAllowNoneSignatureType, nil // a keyfunc
type Unsigned struct {
	At     ast.Node
	Call   *calls.Call
	Verify bool // it accepts such tokens, rather than making them
}

// Unsigned returns the expressions that make or accept tokens without a signature: the algorithm
// none (RFC 7518 section 3.6), and the key that a keyfunc returns to allow it.
func (p *Reader) Unsigned() []Unsigned {
	var out []Unsigned
	for _, c := range p.Calls.All {
		if c.Via != nil {
			continue
		}
		switch c.Verb {
		case model.Sign:
			args, _ := p.Calls.Resolve(c, model.Method)
			for _, e := range args {
				if at := p.noneOrigin(e); at != nil {
					out = append(out, Unsigned{at, c, false})
				}
			}
			if len(args) == 0 && p.Calls.Alg(c) == "none" { // an option or constructor
				out = append(out, Unsigned{c.Node, c, false})
			}
		case model.Verify:
			methods, _ := p.Calls.Resolve(c, model.Method)
			for _, e := range append(p.keyExprs(c), methods...) {
				if at := p.noneOrigin(e); at != nil {
					out = append(out, Unsigned{at, c, true})
				}
			}
			if names, at := p.AcceptedNames(c); len(names) > 0 {
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

// noneOrigin returns the origin of an expression that stands for no signature, nil where it stands
// for something else.
func (p *Reader) noneOrigin(e ast.Expr) ast.Node {
	for _, o := range p.Origin.Trace(e).Origins {
		for _, obj := range []types.Object{o.Obj, o.Via} {
			if sig := model.Of(obj, ""); sig != nil && sig.Result(0) == "none" && o.At != nil {
				return o.At
			}
		}
	}
	return nil
}
