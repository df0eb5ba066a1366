// Package fitting knows keys of a type that their algorithm refuses at run time. jwtsecret and jwtverify ask it:
//
//	token.SignedString("text")                                         // HMAC takes []byte
//	jwt.Parse(s, func(*jwt.Token) (any, error) { return "text", nil }) // no algorithm takes a string
package fitting

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Misfit is a key of a type that its algorithm does not accept.
type Misfit struct {
	ast.Expr
	Type string // in words
}

// Misfits returns those of a call. Only a method of an algorithm takes no more than one type; options
// and fields also take the key objects of their library.
func Misfits(p calls.View, k *calls.Call, alg model.Role) []Misfit {
	if k.Via != nil || alg == "" || model.AcceptsStringKey(k.Library()) {
		return nil
	}
	var out []Misfit
	for _, e := range k.Args(model.Key) {
		got := unfit(p.Info.TypeOf(e), alg)
		if got != "" && (k.On != nil && k.Verb == model.Sign || got == Text && alg.MinKey() > 0) {
			out = append(out, Misfit{e, got})
		}
	}
	return out
}

// Refused reports whether a call refuses its key, so that it never signs or verifies anything.
func Refused(p calls.View, k *calls.Call, alg model.Role) bool {
	_, all := ReturnedTexts(p, k)
	return all || len(Misfits(p, k, alg)) > 0
}

// ReturnedTexts returns the strings that a keyfunc returns in the place of a key; all is true where it
// returns nothing else. A text of a type of its own is a mark, such as the one that allows tokens
// without a signature.
func ReturnedTexts(p calls.View, k *calls.Call) (texts []ast.Expr, all bool) {
	if k.Via != nil || model.AcceptsStringKey(k.Library()) {
		return nil, false
	}
	all = true
	for _, e := range k.Args(model.Keyfunc) {
		for _, fn := range p.Origin.Trace(e).Origins {
			if fn.Kind != origin.Func || fn.Func == nil {
				all = false
				continue
			}
			for _, r := range p.Index.Returns[fn.Func] {
				if len(r.Results) != 2 || p.Origin.Failures.Fails(r) {
					continue
				}
				t, basic := types.Unalias(p.Info.TypeOf(r.Results[0])).(*types.Basic)
				if basic && typing.IsString(t) {
					texts = append(texts, r.Results[0])
				} else {
					all = false
				}
			}
		}
	}
	return texts, all && len(texts) > 0
}

// Text is the type of a string.
const Text = "a string"

// unfit says what is wrong with a key of type t for the algorithm, "" when nothing is.
func unfit(t types.Type, alg model.Role) string {
	named := t.String()
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			return Text
		}
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte &&
			alg.MinKey() == 0 && alg != "EdDSA" && alg != "none" {
			return "a byte slice"
		}
	case *types.Struct:
		if alg != "none" {
			return "a " + named + " where a pointer is needed"
		}
	case *types.Pointer:
		if alg.MinKey() > 0 {
			return "a pointer"
		}
	}
	return ""
}
