package loads

// This file knows settings that a function refuses when they are empty, so that no other use of them
// in the same package gets an empty value:
//
//	users.New(cfg.Secret)         // panics without one
//	router.Use(gate.Auth(cfg.Secret))

import (
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// demands reports whether a function of the program that the package calls refuses an empty value of
// the setting from which an origin comes.
func demands(k *Known, p *calls.Package, o *origin.Origin) bool {
	if k.demanded == nil {
		k.demanded = map[string]bool{}
		for _, c := range p.All {
			if !c.UsesKey() || !c.RejectsEmpty || !ofModule(k, c.Via) {
				continue // a library that refuses an empty key may do so when it gets a token
			}
			for _, key := range p.Keys(c) {
				demand(k, key)
			}
		}
	}
	return k.demanded[setting(o)]
}

// ofModule reports whether an object belongs to the module of the package.
func ofModule(k *Known, obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && k.module != "" &&
		strings.HasPrefix(obj.Pkg().Path()+"/", k.module+"/")
}

// demand notes the setting that a key is, where it is nothing else.
func demand(k *Known, key origin.Trace) {
	if len(key.Origins) == 1 && len(key.Origins[0].Names) > 0 {
		k.demanded[setting(key.Origins[0])] = true
	}
}

// setting returns the names by which an origin is read, "" for none.
func setting(o *origin.Origin) string { return strings.Join(o.Names, "\n") }

// Unchecked reports whether a key that a call uses comes from outside the program and can be empty
// as far as this package knows.
func (k *Known) Unchecked(p *calls.Package, c *calls.Call, key origin.Trace) bool {
	alg := p.Alg(c)
	return !c.RejectsEmpty &&
		key.Only(origin.Env, origin.Config, origin.Flag, origin.Nothing) &&
		(alg == "" || alg.MinKey() > 0) &&
		!slices.ContainsFunc(key.Origins, func(o *origin.Origin) bool {
			return p.Guards.Tested(o, key) || len(o.Names) > 0 && demands(k, p, o)
		})
}
