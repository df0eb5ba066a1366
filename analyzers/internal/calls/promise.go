package calls

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// promises notes which methods of an interface return a token or take one to verify: those that do so in the one type of
// this package which implements it.
func (p *Package) promises(i *types.Interface, at func(types.Object) *Fact) {
	for m := range i.ExplicitMethods() {
		impls := p.Implementations(m)
		if !m.Exported() || len(impls) != 1 {
			continue
		}
		d := p.Decl(impls[0])
		var from []origin.Atoms
		for i := range m.Signature().Results().Len() {
			var as origin.Atoms
			if holds(m.Signature().Results().At(i).Type()) {
				as = slices.DeleteFunc(p.Atoms(p.Results(d, i), d), func(a origin.Atom) bool { return a.Kind != origin.Token })
			}
			from = append(from, as)
		}
		if slices.ContainsFunc(from, telling) {
			at(m).From = from
		}
		for i := range m.Signature().Params().Len() {
			u := slices.IndexFunc(at(impls[0].Signature().Params().At(i)).Uses, func(u origin.Use) bool { return u.Role == model.Token })
			if u >= 0 {
				f := at(m.Signature().Params().At(i))
				f.Uses = append(f.Uses, at(impls[0].Signature().Params().At(i)).Uses[u])
			}
		}
	}
}
