package leniency

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file finds for whom, and by whom, the tokens are that a key signs:
//
//	jwt.MapClaims{"aud": "billing"}  // all tokens of the key are for billing
//	jwt.MapClaims{"aud": "reports"}  // another audience: now each verifier must look
//	jwt.MapClaims{"aud": client.ID}  // as many as there are callers

// ClaimSetters returns the expressions that set a claim for the calls of this package which sign
// with the key of a verification; several is true where the tokens of that key differ in it: they
// have other values, or some have none.
func (p *Reader) ClaimSetters(c *calls.Call, claim string) (setters []ast.Node, several bool) {
	var kinds []string
	for _, s := range p.algorithm.Signers(c) {
		for _, pay := range p.claims.Payloads(s) {
			set := slices.DeleteFunc(pay.Setters(claim), func(c claims.Claim) bool {
				return p.setsNobody(c) || setsPerson(c)
			})
			if len(set) == 0 && pay.Complete {
				kinds = append(kinds, "")
			}
			for _, v := range set {
				setters = append(setters, v.Key)
				kinds = append(kinds, p.kinds(v, pay.Path)...)
			}
		}
	}
	slices.Sort(kinds)
	return setters, len(slices.Compact(kinds)) > 1
}

// setsNobody reports whether a claim is set to a list without elements.
func (p *Reader) setsNobody(c claims.Claim) bool {
	list, ok := ast.Unparen(c.Value).(*ast.CompositeLit)
	return ok && len(list.Elts) == 0
}

// setsPerson reports whether a claim that is to name a service names who logs in: there is nothing that
// a verifier could compare it with.
//
//	jwt.MapClaims{"sub": user.ID, "iss": username}
func setsPerson(c claims.Claim) (is bool) {
	ast.Inspect(c.Value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			is = is || names.Person(n.Sel.Name)
			if x, ok := ast.Unparen(n.X).(*ast.Ident); ok {
				is = is || names.Person(x.Name)
			}
			return false
		case *ast.Ident:
			is = is || names.Person(n.Name)
		}
		return !is
	})
	return is
}

// OwnKeys reports whether the keys of a verification are a type of this package, which holds no key
// set of a library: an issuer knows its own tokens.
//
//	type storedKeys struct{ storage storage.Storage }
//	verifier := oidc.NewVerifier(issuer, &storedKeys{s.storage}, &oidc.Config{SkipClientIDCheck: true})
func (p *Reader) OwnKeys(c *calls.Call) bool {
	keys, _ := p.Calls.Resolve(c, model.Key)
	for _, e := range keys {
		for _, o := range p.Origin.Trace(e).Origins {
			at, ok := o.At.(*ast.CompositeLit)
			if !ok || o.Kind != origin.Object {
				return false
			}
			name := typing.TypeName(p.Info.TypeOf(at))
			st := typing.StructOf(p.Info.TypeOf(at))
			if name == nil || name.Pkg() != p.Pkg || st == nil || holdsKeySet(st) {
				return false
			}
		}
	}
	return len(keys) > 0
}

// holdsKeySet reports whether a struct has a field of a type of a library that handles tokens.
func holdsKeySet(st *types.Struct) bool {
	for f := range st.Fields() {
		if model.OfTokens(typing.TypeName(typing.Deref(f.Type()))) {
			return true
		}
	}
	return false
}

// maxKinds is how many values of one claim are told apart. Where there would be more nothing is
// known.
const maxKinds = 64

// kinds returns a name for each value that a claim can have on a path: two names are two values. A
// setting is one value, whatever it is; what callers out of sight or requests choose is many.
func (p *Reader) kinds(claim claims.Claim, path *origin.Path) []string {
	items, all := p.Origin.Items(claim.Value)
	if !all || len(items) == 0 {
		items = []ast.Expr{claim.Value}
	}
	whole := []string{""}
	for _, item := range items {
		var next []string
		for _, by := range p.Origin.Cases(p.Origin.Local(item)) {
			if _, agree := p.Origin.Paths.Join(path, by.Path); !agree {
				continue
			}
			for _, k := range whole {
				next = append(next, k+"\n"+p.kind(by.Trace))
				if chosen(by.Trace) {
					next = append(next, k+"\nanother")
				}
			}
		}
		if whole = next; len(whole) > maxKinds {
			return nil
		}
	}
	return whole
}

// chosen reports whether each request, or each caller out of sight, can choose a value. What a
// constructor keeps in a field is a setting.
func chosen(tr origin.Trace) bool {
	return tr.Has(origin.Request) ||
		tr.Has(origin.Param) && !slices.ContainsFunc(tr.Through, isField)
}

func isField(v *types.Var) bool { return v.IsField() }

// kind names one value by its text, else by where it comes from.
func (p *Reader) kind(tr origin.Trace) string {
	var parts []string
	for _, o := range tr.Origins {
		text := ""
		if o.Value != nil {
			text = o.Value.ExactString()
		}
		pos := 0
		if o.At != nil && text == "" {
			pos = int(o.At.Pos())
		}
		parts = append(parts, cmp.Or(text, strings.Join(o.Names, ","), fmt.Sprint(o.Kind, pos)))
	}
	slices.Sort(parts)
	return strings.Join(parts, " or ")
}
