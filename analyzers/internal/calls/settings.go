package calls

// This file finds the settings that are used as JWT keys, here or, through a struct that one
// package fills and another signs with, by the packages that this one imports:
//
//	token.SignedString([]byte(viper.GetString("jwt.secret"))) // jwt.secret
//	key := os.Getenv("JWT_SECRET")                            // by its name alone
//	conf.MustLoad(path, &cfg)                                 // auth.key is cfg.Auth.Key ...
//	server.New(cfg)                                           // ... which the server signs with

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// KeySetting is a setting that is used as a JWT key.
type KeySetting struct {
	Name string
	Env  bool     // an environment variable
	At   ast.Node // where this package reads or uses it, nil where it does neither
}

// KeySettings returns the settings that are used as JWT keys as far as this package and its
// imports show, the first use of each name.
func (p *Package) KeySettings() []KeySetting { return p.keySettings }

// findKeySettings collects them.
func (p *Package) findKeySettings() {
	for _, c := range p.All {
		if !c.UsesKey() {
			continue
		}
		for _, tr := range p.Keys(c) {
			for _, o := range tr.Origins {
				p.addKeySetting(o, false)
			}
		}
	}
	for _, tr := range p.NamedKeys {
		for _, o := range tr.Origins {
			p.addKeySetting(o, true)
		}
	}
	p.addFieldSettings()
}

// addKeySetting adds the names under which a key is read; named says that only those which say
// that they are of a key count.
func (p *Package) addKeySetting(o origin.Origin, named bool) {
	if o.Kind != origin.Env && o.Kind != origin.Config {
		return
	}
	for _, name := range o.Names {
		if !named || names.Key(name) {
			p.putKeySetting(KeySetting{name, o.Kind == origin.Env, o.Read()})
		}
	}
}

func (p *Package) putKeySetting(s KeySetting) {
	if s.Name == "" || slices.ContainsFunc(p.keySettings, func(k KeySetting) bool {
		return k.Name == s.Name && k.Env == s.Env
	}) {
		return
	}
	p.keySettings = append(p.keySettings, s)
}

// addFieldSettings adds the settings that get to a key in a field of a struct that another package
// declares: this package fills it, or an import does.
func (p *Package) addFieldSettings() {
	isKey := func(u origin.Use) bool { return u.Role == model.Key }
	for _, name := range p.fields.Names() {
		known := p.fields.Named(name)
		if !slices.ContainsFunc(known.Uses, isKey) {
			continue
		}
		for _, as := range known.From {
			for _, a := range as {
				if a.Names == "" {
					continue
				}
				for n := range strings.SplitSeq(a.Names, "\n") {
					p.putKeySetting(KeySetting{n, a.Kind == origin.Env, nil})
				}
			}
		}
	}
	filled := map[*types.Var]bool{}
	for _, v := range p.Origin.Settings().Filled() {
		if known := p.fields.Of(v); known != nil && slices.ContainsFunc(known.Uses, isKey) {
			filled[v] = true
		}
	}
	for _, v := range syntax.InOrder(p.Index, filled) {
		for _, o := range origin.Given(p.Origin, v).Origins {
			p.addKeySetting(o, false)
		}
	}
}
