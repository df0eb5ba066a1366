package jwtverify

// This file knows tokens that the program has just made, and reads again:
//
//	signed, err := provider.RefreshToken(old)
//	token, err := jwt.Parse(signed, keyfunc)

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// making are names of functions that make tokens.
var making = pattern.New(
	`^(generate|create|issue|sign|new|make|mint|refresh|rotate|renew)(_[a-z]+)*_(token|jwt)s?(_pair)?$`)

// isMade reports whether the token that a call verifies is one of the program itself: nobody else
// chooses how it is signed. Of a function that is not seen, as one of an interface, the name tells.
// What is in a field that other packages can set may come from a request.
func isMade(c *check, call *calls.Call) bool {
	tr := c.uses.TokenTrace(call)
	from := tr.Origins
	if slices.ContainsFunc(tr.Through, func(v *types.Var) bool { return v.IsField() && v.Exported() }) {
		return false
	}
	return len(from) > 0 && !slices.ContainsFunc(from, func(o *origin.Origin) bool {
		fn, ok := o.Obj.(*types.Func)
		return o.Kind != origin.Token &&
			!(ok && o.Kind == origin.Unknown && making().MatchString(names.Snake(fn.Name())))
	})
}
