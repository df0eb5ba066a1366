package jwtinventory

// This file says where keys come from, without what they are:
//
//	token.SignedString([]byte(os.Getenv("JWT_SECRET"))) // environment JWT_SECRET
//	keyfunc.NewDefault([]string{jwksURL})               // key set
//	func NewMaker(key []byte) *Maker                    // takes: example.com/auth.NewMaker(key)
//	token.SignedString([]byte(cfg.Secret))              // takes: example.com/conf.Config.Secret

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// addKeys adds the sources of the keys of a call on a path.
func (l *lister) addKeys(e *inventory.Entry, c *calls.Call, path *origin.Path) {
	var traces []origin.Trace
	keys, _ := l.Calls.Resolve(c, model.Key)
	if path != nil {
		for _, k := range keys {
			traces = append(traces, l.agreeing(k, path)...)
		}
	}
	if len(traces) == 0 {
		traces = l.Calls.Keys(c)
	}
	for _, tr := range traces {
		l.addTrace(e, tr)
		for _, v := range tr.Through {
			if id := naming.Param(l.Index, v); path == nil && id != "" && !slices.Contains(e.Takes, id) {
				e.Takes = append(e.Takes, id)
			}
		}
	}
	if l.fetches(c) && !slices.Contains(e.Keys, keySet) {
		e.Keys = append(e.Keys, keySet)
	}
}

// keySet is the source of keys that are fetched.
var keySet = inventory.Source{Kind: "key set"}

// addTrace adds the sources of one key.
func (l *lister) addTrace(e *inventory.Entry, tr origin.Trace) {
	for _, o := range tr.Origins {
		if s := sourceOf(o); s.Kind != "" && !slices.Contains(e.Keys, s) {
			e.Keys = append(e.Keys, s)
		}
		if id := l.open(o); id != "" && !slices.Contains(e.Takes, id) {
			e.Takes = append(e.Takes, id)
		}
	}
	for _, v := range tr.Through {
		if v.IsField() && v.Exported() {
			if id := naming.Of(v, nil); !slices.Contains(e.Takes, id) {
				e.Takes = append(e.Takes, id)
			}
		}
	}
	if len(e.Keys) > maxSources {
		e.Keys = e.Keys[:maxSources]
	}
}

// maxSources is how many sources of a key are listed.
const maxSources = 8

// sourceOf returns what an origin is for a reader; its kind is "" where that says nothing.
func sourceOf(o *origin.Origin) inventory.Source {
	s := inventory.Source{}
	switch o.Kind {
	case origin.Nothing, origin.Clock, origin.Token, origin.Object, origin.Func, origin.Param,
		origin.Unknown:
		return s
	case origin.Env, origin.Config, origin.Flag:
		if len(o.Names) > 0 {
			s.Name = o.Names[0]
		}
	}
	s.Kind = o.Kind.String()
	return s
}

// open returns the name of the parameter of an exported function that an origin is, "" for others.
func (l *lister) open(o *origin.Origin) string {
	if o.Kind != origin.Param || o.Param == nil {
		return ""
	}
	return naming.Param(l.Index, o.Param)
}

// takes returns what other packages set to decide how long a token lives.
func (l *lister) takes(q quantity.Value) []string {
	if q.Param == nil || q.Known {
		return nil
	}
	id := ""
	if q.Param.IsField() || q.Param.Parent() == l.Pkg.Scope() {
		id = naming.Of(q.Param, nil)
	} else {
		id = naming.Param(l.Index, q.Param)
	}
	if id == "" {
		return nil
	}
	return []string{id}
}

// fetches reports whether the keys of a verification are fetched from a server.
func (l *lister) fetches(c *calls.Call) bool {
	isFetch := func(n *calls.Call) bool { return n.Verb == model.FetchKeys }
	opts, _ := l.Calls.Options(c)
	if slices.ContainsFunc(opts, isFetch) {
		return true
	}
	for _, r := range []model.Role{model.Keyfunc, model.Key, model.Signer, model.Object} {
		args, _ := l.Calls.Resolve(c, r)
		for _, e := range args {
			tr := l.Origin.Trace(e)
			if slices.ContainsFunc(l.Calls.All, func(f *calls.Call) bool {
				return isFetch(f) && tr.ComesFrom(f.Node)
			}) {
				return true
			}
		}
	}
	return false
}
