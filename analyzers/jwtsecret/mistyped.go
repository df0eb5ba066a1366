package jwtsecret

// This file asks whether a key is of a type that its algorithm takes:
//
//	token.SignedString("text")                                         // HMAC takes []byte
//	jwt.Parse(s, func(*jwt.Token) (any, error) { return "text", nil }) // no algorithm takes a string

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/fitting"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// mistyped asks whether the key's static type is one that the algorithm refuses at run time.
func mistyped(c *check, k key) {
	returnedText(c, k)
	for _, m := range fitting.Misfits(c.View, k.Call, k.alg) {
		does := "signing"
		if k.Verb == model.Verify {
			does = "verifying"
		}
		c.Report(report.Found("key-type", m.Expr,
			fmt.Sprintf("key is %s, which %s does not accept: %s always fails", m.Type, k.alg, does)).
			With(converted(m.Expr, m.Type, k.alg)...))
	}
}

// returnedText asks whether a keyfunc returns its key as a string, which no algorithm takes.
func returnedText(c *check, k key) {
	texts, _ := fitting.ReturnedTexts(c.View, k.Call)
	for _, e := range texts {
		c.Report(report.Found("key-type", e,
			"key is a string, which no algorithm accepts: verifying always fails").
			At(k.Node, "verified here"))
	}
}

// converted makes bytes of a string that is the key of an HMAC: what always fails cannot get worse.
func converted(e ast.Expr, got string, alg model.Role) []analysis.SuggestedFix {
	if got != fitting.Text || alg.MinKey() == 0 {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "convert the key to []byte",
		TextEdits: []analysis.TextEdit{
			{Pos: e.Pos(), End: e.Pos(), NewText: []byte("[]byte(")},
			{Pos: e.End(), End: e.End(), NewText: []byte(")")},
		}}}
}
