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

// demands returns the settings of which a function that a package of a module calls, and that belongs
// to the module, refuses an empty value.
func demands(p *calls.Package, module string) map[string]bool {
	out := map[string]bool{}
	for _, c := range p.All {
		if !c.UsesKey() || !c.RejectsEmpty || !isIn(module, c.Via) {
			continue // a library that refuses an empty key may do so when it gets a token
		}
		for _, key := range p.Keys(c) {
			if len(key.Origins) == 1 && len(key.Origins[0].Names) > 0 {
				out[setting(key.Origins[0])] = true
			}
		}
	}
	return out
}

// isIn reports whether an object belongs to a module.
func isIn(module string, obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && module != "" &&
		strings.HasPrefix(obj.Pkg().Path()+"/", module+"/")
}

// setting returns the names by which an origin is read, "" for none.
func setting(o *origin.Origin) string { return strings.Join(o.Names, "\n") }

// Unchecked reports whether a key that a call uses comes from outside the program and can be empty
// as far as this package knows.
func (k *Known) Unchecked(p *calls.Package, c *calls.Call, key origin.Trace) bool {
	if k.demanded == nil {
		k.demanded = demands(p, k.module)
	}
	alg := p.Alg(c)
	return !c.RejectsEmpty &&
		key.Only(origin.Env, origin.Config, origin.Flag, origin.Nothing) &&
		(alg == "" || alg.MinKey() > 0) &&
		!slices.ContainsFunc(key.Origins, func(o *origin.Origin) bool {
			return p.Guards.Tested(o, key) || k.demanded[setting(o)]
		})
}
