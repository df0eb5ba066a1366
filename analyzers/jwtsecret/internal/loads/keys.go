package loads

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

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// findKeys collects the settings that are JWT keys as far as this package and its imports show.
func (k *Known) findKeys(p *calls.Package) {
	for _, c := range p.All {
		if !c.UsesKey() {
			continue
		}
		for _, tr := range p.Keys(c) {
			k.addKeys(tr, false)
		}
	}
	for _, tr := range p.NamedKeys {
		k.addKeys(tr, true)
	}
	k.addFields(p)
}

// addKeys adds the names under which a key is read; named says that only those which say that they
// are of a key count.
func (k *Known) addKeys(tr origin.Trace, named bool) {
	for _, o := range tr.Origins {
		if o.Kind != origin.Env && o.Kind != origin.Config {
			continue
		}
		for _, name := range o.Names {
			if !named || names.Key(name) {
				k.addKey(Key{name, o.Kind == origin.Env || isVariable(name)}, o.Read())
			}
		}
	}
}

// isVariable reports whether a setting has the name of an environment variable, which may replace what a
// file says: SHOP_AUTH_KEY.
func isVariable(name string) bool {
	return strings.ContainsRune(name, '_') && name == strings.ToUpper(name)
}

// addKey adds a setting that is read at a node, nil for another package's.
func (k *Known) addKey(key Key, at ast.Node) {
	if !settings.Mentions(key.Name) || slices.Contains(k.own.Keys, key) ||
		len(k.own.Keys) >= maxKeys {
		return
	}
	k.own.Keys = append(k.own.Keys, key)
	k.at[key] = at
}

// addFields adds the settings that get to a key in a field of a struct that another package
// declares: this package fills it, or an import does.
func (k *Known) addFields(p *calls.Package) {
	isKey := func(u origin.Use) bool { return u.Role == model.Key }
	known := p.Fields
	for _, name := range known.Names() {
		f := known.Named(name)
		if !slices.ContainsFunc(f.Uses, isKey) {
			continue
		}
		for _, as := range f.From {
			for _, a := range as {
				for name := range strings.SplitSeq(a.Names, "\n") {
					k.addKey(Key{name, a.Kind == origin.Env}, nil)
				}
			}
		}
	}
	filled := map[*types.Var]bool{}
	for _, v := range p.Origin.Settings().Filled() {
		if s := p.Summary(v); s != nil && slices.ContainsFunc(s.Uses, isKey) {
			filled[v] = true
		}
	}
	for _, v := range syntax.InOrder(p.Index, filled) {
		k.addKeys(origin.Given(p.Origin, v), false)
	}
}
