package jwtsecret

// This file finds keys that are always empty:
//
//	var secret []byte                   // nothing gives it a value
//	token.SignedString(secret)
//
//	func NewIssuer(c Config) *Issuer { return &Issuer{name: c.Name} } // not c.Secret
//	func (i *Issuer) Sign() { token.SignedString(i.secret) }

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// empty asks whether nothing ever gives the key a value. HMAC libraries sign and verify with an
// empty key.
func empty(c *check, k key) {
	if k.RejectsEmpty || k.alg != "" && k.alg.MinKey() == 0 || len(k.Origins) != 1 {
		return
	}
	unset := slices.IndexFunc(k.Through, c.neverSet)
	o := k.Origins[0]
	switch {
	case slices.ContainsFunc(k.Through, c.mayBeSet):
		return
	case o.Kind == origin.Nothing && o.Size <= 0 && o.Via == nil && c.emptyText(k, o):
	case o.Kind == origin.Unknown && o.At == nil && unset >= 0:
	default:
		return
	}
	at := c.place(k, o)
	c.found("empty-secret", at, o, label(k.Call)+" is always empty: anyone can forge tokens", k.Call)
}

// emptyText reports whether an origin is an empty text, not nil where a library refuses that: as an
// interface, or in the literal that configures a middleware.
func (c *check) emptyText(k key, o *origin.Origin) bool {
	if o.Value != nil {
		return o.Value.Kind() == constant.String
	}
	if _, call := k.Node.(*ast.CallExpr); !call {
		return false
	}
	switch at := o.At.(type) {
	case nil:
		return len(k.Args(model.Key)) == 0 || typing.IsText(c.Info.TypeOf(k.Args(model.Key)[0]))
	case *ast.Ident, *ast.CompositeLit:
		return typing.IsText(c.Info.TypeOf(at.(ast.Expr)))
	}
	return false
}

// mayBeSet reports whether something that is not seen can give a variable a value: another package,
// the linker (-ldflags -X), a container that reads tags, a file for another system.
func (c *check) mayBeSet(v *types.Var) bool {
	global := v.Parent() == c.Pkg.Scope()
	switch {
	case v.Pkg() != c.Pkg, !typing.IsText(v.Type()), c.Guards.TestedVar(v):
		return true
	case c.Calls.Visible(v) && c.Pkg.Name() != "main":
		return true
	case global && typing.IsString(v.Type()):
		return true
	case v.IsField() && c.Index.Tags()[v] != nil:
		return true
	}
	return (global || v.IsField()) && c.mentionedElsewhere(v.Name())
}

// neverSet reports whether a variable is a field that no code of the package sets. What is exported
// may be set by reflection, and what is not by converting another struct or through its address.
func (c *check) neverSet(v *types.Var) bool {
	return v.IsField() && !v.Exported() && len(c.Index.Writes[v]) == 0 && !c.Index.Kept[v] &&
		len(c.Origin.Settings().Names(v)) == 0 &&
		!slices.ContainsFunc(c.Index.Calls, func(conv *ast.CallExpr) bool {
			return c.Info.Types[conv.Fun].IsType() &&
				typing.Declares(typing.StructOf(c.Info.TypeOf(conv)), v)
		})
}

// mentionedElsewhere reports whether a file that this build leaves out has a word.
func (c *check) mentionedElsewhere(word string) bool {
	return slices.ContainsFunc(c.pass.IgnoredFiles, func(name string) bool {
		data, err := files.Read(c.pass, name)
		return err == nil && bytes.Contains(data, []byte(word))
	})
}

// place returns the empty literal of a key, or else the key argument of its call, or what its
// keyfunc returns.
func (c *check) place(k key, o *origin.Origin) ast.Node {
	if o.At != nil {
		return o.At
	}
	for _, e := range k.Args(model.Key) {
		return e
	}
	for _, e := range k.Args(model.Keyfunc) {
		for _, fn := range c.Origin.Trace(e).Origins {
			for _, r := range c.Index.Returns[fn.Func] {
				if len(r.Results) > 0 && typing.IsText(c.Info.TypeOf(r.Results[0])) {
					return r.Results[0]
				}
			}
		}
	}
	return k.Node
}
