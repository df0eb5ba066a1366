package calls

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file exports what a package says of fields:
//
//	func New(key string) *Config { return &Config{Key: key} }  // Into: key gets to Config.Key
//	func (c *Config) Validate() error { if c.Key == "" { ... } // Tested
//	cfg := conf.Config{Key: os.Getenv("KEY")}                  // From, of another package's field
//	token.SignedString(cfg.Key)                                // Uses, of another package's field

// addFieldUse adds a use of a field of another package.
func (p *exporter) addFieldUse(v *types.Var, u origin.Use) {
	if !v.IsField() || !typing.MayHoldSetting(v.Type()) {
		return
	}
	f := p.said.Field(v)
	if f == nil {
		return
	}
	if s := p.Summary(v); s != nil && slices.ContainsFunc(s.From, origin.Atoms.Tell) {
		f.Settled = true
	}
	if !slices.Contains(f.Uses, u) {
		f.Uses = append(f.Uses, u)
	}
}

// addFields adds what this package tests, keeps and gives of the fields that can hold secrets.
func (p *exporter) addFields() {
	seen := map[*types.Var]bool{}
	for v := range p.Index.Writes {
		seen[v] = true
	}
	for _, v := range p.Origin.Settings().Filled() {
		seen[v] = true
	}
	for _, v := range syntax.InOrder(p.Index, seen) {
		if !v.IsField() || !v.Exported() || !names.MayHoldSecret(v.Name()) ||
			!typing.MayHoldSetting(v.Type()) {
			continue
		}
		if v.Pkg() == p.Pkg {
			p.addKept(v)
		} else if as := p.summarize(
			p.Origin.ResolveParams(origin.Given(p.Origin, v)), nil,
		); as.Tell() {
			if f := p.said.Field(v); f != nil {
				f.From = []origin.Atoms{as}
			}
		}
	}
	for _, v := range p.Guards.TestedVars() {
		switch {
		case !v.Exported() || !names.MayHoldSecret(v.Name()) || !typing.MayHoldSetting(v.Type()):
		case v.Pkg() == p.Pkg && (v.IsField() || v.Parent() == p.Pkg.Scope()):
			p.fact(v).Tested = true
		case v.Pkg() != p.Pkg && v.IsField():
			if f := p.said.Field(v); f != nil {
				f.Tested = true
			}
		}
	}
}

// addKept notes the parameters that a field of this package is given.
func (p *exporter) addKept(v *types.Var) {
	name := p.Fields.Name(v)
	if name == "" {
		return
	}
	for _, o := range p.Origin.Var(v).Origins {
		if o.Kind != origin.Param || o.Param == nil || o.Hashed || !p.Visible(o.Param) {
			continue
		}
		if f := p.fact(o.Param); !slices.Contains(f.Into, name) {
			f.Into = append(f.Into, name)
			slices.Sort(f.Into) // fields come in any order
			f.Tested = f.Tested || p.Guards.TestedVar(o.Param) || p.Guards.TestedVar(v)
		}
	}
}
