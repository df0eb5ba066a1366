package header

// This file finds the keys of certificates that a token brings along (RFC 7515 section 4.1.6) and
// that nobody verifies:
//
//	chain := token.Header["x5c"].([]any)
//	der, err := base64.StdEncoding.DecodeString(chain[0].(string))
//	cert, err := x509.ParseCertificate(der)
//	return cert.PublicKey, nil              // certificateKeys
//	cert.Verify(x509.VerifyOptions{Roots: roots}) // isVerified

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// certificateKeys returns the keys that keyfuncs take from certificates of the token itself.
func (p *Reader) certificateKeys() []Use {
	var out []Use
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		for _, e := range c.Args(model.Keyfunc) {
			for _, o := range p.Origin.Trace(e).Origins {
				for _, r := range p.Index.Returns[o.Func] {
					if len(r.Results) > 0 && p.fromCertificate(r.Results[0]) &&
						!p.isVerified(o.Func, map[ast.Node]bool{}) {
						out = append(out, Use{r.Results[0], "x5c", model.Key})
					}
				}
			}
		}
	}
	return out
}

// fromCertificate reports whether an expression is a field of a certificate that the header of a
// token holds.
func (p *Reader) fromCertificate(e ast.Expr) bool {
	for range maxSteps {
		switch at := ast.Unparen(e).(type) {
		case *ast.TypeAssertExpr:
			e = at.X
		case *ast.Ident:
			defs := p.Origin.Definitions(at)
			if len(defs) != 1 {
				return false
			}
			e = defs[0]
		case *ast.SelectorExpr:
			return p.isCertificate(at.X)
		default:
			return false
		}
	}
	return false
}

// maxSteps is through how many variables and assertions a key is followed to its certificate.
const maxSteps = 8

// isCertificate reports whether an expression is a certificate of the token, or a list of them.
func (p *Reader) isCertificate(e ast.Expr) bool {
	if slices.ContainsFunc(p.Origin.Trace(e).Origins, p.isEmbedded) {
		return true
	}
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if defs := p.Origin.Definitions(id); len(defs) == 1 {
			e = defs[0]
		}
	}
	item, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return false
	}
	items, _ := p.Origin.Items(item.X)
	return slices.ContainsFunc(items, func(e ast.Expr) bool {
		return slices.ContainsFunc(p.Origin.Trace(e).Origins, p.isEmbedded)
	})
}

// isEmbedded reports whether a certificate is parsed from the header of a token.
func (p *Reader) isEmbedded(o *origin.Origin) bool {
	call, ok := o.At.(*ast.CallExpr)
	if !ok || o.Kind != origin.Public {
		return false
	}
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		return slices.ContainsFunc(p.Origin.Trace(a).Origins, func(o *origin.Origin) bool {
			return o.Part == model.Jose
		})
	})
}

// isVerified reports whether a function, or one of this package that it calls, verifies a
// certificate, or hands it to code that is not seen.
func (p *Reader) isVerified(fn ast.Node, seen map[ast.Node]bool) bool {
	if fn == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		if c.Pos() < fn.Pos() || c.End() > fn.End() {
			return false
		}
		sig, obj := p.Index.Row(c)
		if sig != nil {
			return sig.Verb == model.Check && len(syntax.Args(c, sig, model.Claims)) == 0
		}
		called, ok := obj.(*types.Func)
		if !ok {
			return !p.Info.Types[c.Fun].IsType() && !p.Info.Types[c.Fun].IsBuiltin() &&
				p.takesCertificate(c)
		}
		if d := p.Index.Decls[called.Origin()]; d != nil {
			return p.isVerified(d, seen)
		}
		return p.takesCertificate(c)
	})
}

// takesCertificate reports whether a call gets, or is made on, a certificate of the token.
func (p *Reader) takesCertificate(c *ast.CallExpr) bool {
	on := slices.Clone(c.Args)
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && p.Info.Selections[sel] != nil {
		on = append(on, sel.X)
	}
	return slices.ContainsFunc(on, p.isCertificate)
}
