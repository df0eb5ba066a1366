package origin

// This file tells tokens from other bytes with a signature (RFC 7515 allows any payload, RFC 7519
// section 3 wants the JSON of claims):
//
//	b, err := json.Marshal(claims)
//	jws.Sign(b, jws.WithKey(alg, key))            // a token
//	jws.Sign([]byte(code), jws.WithKey(alg, key)) // a signed message

import (
	"go/ast"
	"go/constant"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// isMessage reports whether a call signs bytes that are not seen to be claims, or writes out what
// another call has made of such bytes.
func isMessage(t *Tracer, e *ast.CallExpr, sig *model.Sig) bool {
	payloads := syntax.Args(e, sig, model.Payload)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.Object {
		for _, o := range t.Local(sel.X).Origins {
			call, _ := o.At.(*ast.CallExpr)
			if call == nil || call == e {
				continue
			}
			if by, _ := t.index.Row(call); by != nil && by.Verb == model.Sign {
				payloads = append(payloads, syntax.Args(call, by, model.Payload)...)
			}
		}
	}
	isClaims := func(p ast.Expr) bool { return isJSON(t, p) }
	return len(payloads) > 0 && !slices.ContainsFunc(payloads, isClaims)
}

// isJSON reports whether bytes are the JSON of something with members, as claims are.
func isJSON(t *Tracer, payload ast.Expr) bool {
	return slices.ContainsFunc(t.Trace(payload).Origins, func(o *Origin) bool {
		switch {
		case o.Value != nil:
			return o.Value.Kind() == constant.String &&
				strings.HasPrefix(strings.TrimSpace(constant.StringVal(o.Value)), "{")
		case o.Kind == Param:
			return !typing.IsText(o.Param.Type())
		case o.Kind == Unknown:
			e, ok := o.At.(ast.Expr)
			return ok && !typing.IsText(typing.OrInvalid(typing.FirstOf(t.info.TypeOf(e))))
		}
		return o.Kind == Object
	})
}
