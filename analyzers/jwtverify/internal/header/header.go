// Package header answers what a package takes out of the headers of tokens and requests before
// anything is verified. The checks of jwtverify ask it:
//
//	http.Get(token.Header["jku"].(string))          // the token chooses its keys
//	os.ReadFile("keys/" + token.Header["kid"].(string))
//	strings.Split(r.Header.Get("Authorization"), " ")[1]
package header

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/address"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Reader finds what a package takes out of the headers of tokens and requests.
type Reader struct{ calls.View }

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{p.View} }

// Use is a use of a token's header (RFC 7515 section 4) by which the author of a token chooses the
// key that verifies it (RFC 8725 section 3.10).
type Use struct {
	At   ast.Expr
	Name string     // kid, jku, x5u, jwk; "" where it is not known
	As   model.Role // Address, File, Statement or Key
}

// Uses returns the uses of token headers as addresses, file names, parts of database statements
// and keys.
func (p *Reader) Uses() []Use {
	var out []Use
	for _, c := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(c), "")
		if sig == nil {
			continue
		}
		switch {
		case sig.Verb == model.Fetch || sig.Verb == model.FetchKeys || sig.Verb == model.Build:
			for _, e := range syntax.Args(c, sig, model.Address) {
				out = append(out, p.uses(e, model.Address, p.hostParts(e))...)
			}
		case sig.Verb == model.Read && sig.Result(0) == model.File:
			for _, e := range syntax.Args(c, sig, model.Name) {
				out = append(out, p.uses(e, model.File, p.ingredients(e))...)
			}
		case sig.Verb == model.SQL:
			for _, e := range syntax.Args(c, sig, model.Statement) {
				out = append(out, p.uses(e, model.Statement, p.ingredients(e))...)
			}
		}
	}
	return slices.Concat(out, p.embeddedKeys(), p.certificateKeys())
}

// embeddedKeys returns the keys of verifications that come from the token itself.
func (p *Reader) embeddedKeys() []Use {
	var out []Use
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via != nil || uses.IsProof(p.View, c) {
			continue
		}
		for _, o := range p.Calls.Key(c).Origins {
			if at, ok := o.At.(ast.Expr); ok && o.Part == model.Jose && !o.Hashed {
				out = append(out, Use{at, only(o.Names), model.Key})
			}
		}
	}
	return out
}

// uses returns the use of a token's header among the pieces of a text, unless the package compares
// the value with something; at and as are those of the use.
func (p *Reader) uses(at ast.Expr, as model.Role, pieces []ast.Expr) []Use {
	for _, e := range pieces {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Part != model.Jose || o.Hashed || p.isCompared(o) {
				continue
			}
			return []Use{{at, only(o.Names), as}}
		}
	}
	return nil
}

// only returns the one name of a list, "" where there is none or more than one.
func only(names []string) string {
	if len(names) != 1 {
		return ""
	}
	return names[0]
}

// ingredients returns the parts of a text that are not constant.
func (p *Reader) ingredients(e ast.Expr) []ast.Expr {
	var out []ast.Expr
	for _, in := range p.Spelling.Ingredients(e) {
		out = append(out, in.Expr)
	}
	return out
}

// hostParts returns the parts of a URL that decide its host: those before its path begins.
func (p *Reader) hostParts(e ast.Expr) []ast.Expr {
	var out []ast.Expr
	for _, way := range p.Spelling.Spellings(e) {
		before := ""
		for _, part := range way {
			if part.Expr == nil {
				before += part.Text
				continue
			}
			host, _ := address.Host(before, false)
			if before == "" || host == "" && !hasPath(before) {
				out = append(out, part.Expr)
			}
			before += "\x00"
		}
	}
	return out
}

// hasPath reports whether the beginning of a URL goes beyond its host.
func hasPath(text string) bool { return strings.Count(text, "/") > 2 }

// isCompared reports whether the package tests a value from a token's header: compares it, passes
// it to a function that returns a bool, or looks it up in a map.
func (p *Reader) isCompared(o *origin.Origin) bool {
	is := func(e ast.Expr) bool {
		t := p.Info.TypeOf(e)
		if t == nil || typing.NeverText(t) {
			return false
		}
		return slices.ContainsFunc(p.Origin.Trace(e).Origins, func(b *origin.Origin) bool {
			return b.At == o.At && b.Part == o.Part
		})
	}
	for _, t := range p.Index.Tests {
		for _, pair := range [2][2]ast.Expr{{t.X, t.Y}, {t.Y, t.X}} {
			v := p.Info.Types[pair[1]]
			if !v.IsNil() && (v.Value == nil || p.Index.Text(pair[1]) != "") && is(pair[0]) {
				return true
			}
		}
	}
	for _, s := range p.Index.Switches {
		if s.Tag != nil && is(s.Tag) {
			return true
		}
	}
	for _, e := range p.Index.Forward().Indexes {
		if _, isMap := p.Info.TypeOf(e.X).Underlying().(*types.Map); isMap && is(e.Index) {
			return true
		}
	}
	for _, c := range p.Index.Calls {
		b, ok := p.Info.TypeOf(c).(*types.Basic)
		if ok && b.Info()&types.IsBoolean != 0 && slices.ContainsFunc(c.Args, is) {
			return true
		}
	}
	return false
}
