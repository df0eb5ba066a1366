package jwtsecret

// This file finds keys that are written in the source:
//
//	token.SignedString([]byte("my-secret"))         // hardcoded-secret
//	key := cmp.Or(os.Getenv("JWT_KEY"), "changeme") // default-secret

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/emptiness"
	"github.com/jwtvet/jwtvet/analyzers/internal/fitting"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/wordlist"
)

// hardcoded asks whether the key is a constant, or falls back to one.
func hardcoded(c *check, k key) {
	if !onlyWritten(k.Trace) {
		fallback(c, k.Trace, k.Call)
		return
	}
	texts, _ := fitting.ReturnedTexts(c.View, k.Call) // no keys: see key-type
	for _, o := range k.Origins {
		at, _ := o.At.(ast.Expr)
		if material(o) && !o.Reported && isFilledIn(c, at) {
			c.fallsBack(o, k.Call)
		} else if material(o) && !o.Reported && !slices.Contains(texts, at) {
			c.found("hardcoded-secret", o.At, o,
				fmt.Sprintf("%s is %s: anyone with the source or the binary can forge tokens",
					label(k.Call), describe(o)), k.Call)
		}
	}
}

// onlyWritten reports whether nothing but the source gives the value.
func onlyWritten(tr origin.Trace) bool {
	return tr.Only(origin.Const, origin.Nothing, origin.Public)
}

// fallback asks whether a value that comes from outside can also be a constant.
func fallback(c *check, tr origin.Trace, sink *calls.Call) {
	if onlyWritten(tr) && sink != nil {
		return
	}
	for _, o := range tr.Origins {
		if material(o) && !o.Reported && !c.Guards.Rejected(o) && (sink != nil || !isOther(o)) {
			c.fallsBack(o, sink)
		}
	}
}

// fallsBack reports a constant that a key falls back to.
func (c *check) fallsBack(o *origin.Origin, sink *calls.Call) {
	c.found("default-secret", o.At, o,
		fmt.Sprintf("%s falls back to %s: unless another is set, anyone with the source can forge tokens",
			label(sink), describe(o)), sink)
}

// isFilledIn reports whether a constant is given to a variable of another package where that is empty:
// others set it.
func isFilledIn(c *check, e ast.Expr) bool {
	v, ok := c.Index.Used(emptiness.Filled(c.Index, e)).(*types.Var)
	return ok && v.Pkg() != c.Pkg
}

// material reports whether an origin is a constant that can be a key.
func material(o *origin.Origin) bool {
	return o.Kind == origin.Const && (o.Value == nil || o.Value.Kind() == constant.String)
}

// isOther reports whether an origin is a constant path or duration: what is read by the name of a
// key can be the place of one, or when it is replaced.
func isOther(o *origin.Origin) bool {
	if o.Value == nil {
		return false
	}
	text := constant.StringVal(o.Value)
	_, err := time.ParseDuration(text)
	return err == nil || names.Path(text)
}

// describe says what is known of a constant without showing it.
func describe(o *origin.Origin) string {
	text := ""
	if o.Value != nil {
		text = constant.StringVal(o.Value)
	}
	switch {
	case o.Hashed:
		return "a hash of a constant"
	case strings.Contains(text, "PRIVATE KEY-----"):
		return "a private key written in the source"
	case o.Size <= 0:
		return "a constant"
	case wordlist.Has(text):
		return fmt.Sprintf("a constant of %d bytes that is on public word lists", o.Size)
	}
	return fmt.Sprintf("a constant of %d bytes", o.Size)
}
