package calls

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// addInterface adds facts about the methods of an interface that one type of this package
// implements: those that return a token or a random text, and those that take one to verify.
//
//	type Maker interface {
//		Create(user string) (string, error) // result 0 is a token
//		NewResetToken() (string, error)     // result 0 is a random text
//		Check(token string) (*Claims, error) // parameter 0 is verified
//	}
func (p *exporter) addInterface(i *types.Interface) {
	for m := range i.ExplicitMethods() {
		impls := p.Origin.Implementations(m)
		if !m.Exported() || len(impls) != 1 {
			continue
		}
		p.addTokenResults(m, impls[0])
		p.addTokenParams(m, impls[0])
	}
}

// addTokenResults adds the results of a method that are tokens in its one implementation, or random
// and nothing else.
func (p *exporter) addTokenResults(m, impl *types.Func) {
	d := p.Index.Decls[impl]
	results := m.Signature().Results()
	var from []origin.Atoms
	for i := range results.Len() {
		var as origin.Atoms
		if typing.MayHoldSetting(results.At(i).Type()) {
			as = p.atoms(p.Origin.Results(d, i), d).OfTokens()
		}
		from = append(from, as)
	}
	if slices.ContainsFunc(from, origin.Atoms.Tell) {
		p.fact(m).From = from
	}
}

// addTokenParams adds the parameters of a method that its one implementation uses as tokens.
func (p *exporter) addTokenParams(m, impl *types.Func) {
	for i := range m.Signature().Params().Len() {
		uses := p.fact(impl.Signature().Params().At(i)).Uses
		at := slices.IndexFunc(uses, func(u origin.Use) bool { return u.Role == model.Token })
		if at >= 0 {
			f := p.fact(m.Signature().Params().At(i))
			f.Uses = append(f.Uses, uses[at])
		}
	}
}
