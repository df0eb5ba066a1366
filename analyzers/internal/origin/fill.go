package origin

// This file finds what a call that fills a struct as a whole puts into its fields:
//
//	type Auth struct {
//		Key string `mapstructure:"key"`
//	}
//	type Config struct {
//		Auth Auth `mapstructure:"auth"`
//	}
//	viper.Unmarshal(&cfg)           // cfg.Auth.Key is the setting auth.key
//	envconfig.Process("shop", &cfg) // without tags, it is SHOP_AUTH_KEY

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// setting is what a call puts into one field of the struct that it fills.
type setting struct {
	call  *ast.CallExpr   // the first
	calls []*ast.CallExpr // all of them, of libraries, up to maxNames
	names []string        // of the sources, the tags of the structs around the field included
	raw   string          // its tag

	// The call is one of a configuration library. Any other that gets the address of a struct may
	// fill it.
	library bool

	file, environ bool // libraries look for it in a file; in the environment alone
}

// settings returns what is put into the fields of the structs that calls of this package fill.
func settings(t *Tracer) map[*types.Var]*setting {
	if t.filled != nil {
		return t.filled
	}
	t.filled = map[*types.Var]*setting{}
	for _, c := range fillings(t) {
		f := filler{
			Tracer: t, call: c.call, library: c.library, byName: c.byName, environ: c.environ,
			left: maxFields, open: map[types.Type]bool{},
		}
		in := c.in(t, &f)
		for _, typ := range typesOf(t, c.call, c.arg) {
			f.spread(typ, in)
		}
	}
	return t.filled
}

// Settings answers which settings this package reads into structs, and what they fall back to.
type Settings struct{ t *Tracer }

// Settings returns the settings of the package.
func (t *Tracer) Settings() Settings { return Settings{t} }

// Names returns the names of the settings that calls of this package put into a field, with those
// of the structs around it: auth.jwt.secret.
func (s Settings) Names(f *types.Var) []string {
	if in := settings(s.t)[f]; in != nil {
		return slices.Clip(in.names)
	}
	return nil
}

// Filled returns the fields of other packages that calls of this package fill.
func (s Settings) Filled() []*types.Var {
	var out []*types.Var
	for v, in := range settings(s.t) {
		if v.Pkg() != s.t.pkg && in.library && !in.posted(s.t) && !in.stored(s.t) {
			out = append(out, v)
		}
	}
	return out
}

// maxFields is how many fields of one struct, those of the structs in it included, are followed,
// and maxNames how many names of one of them are kept: a struct can stand in many fields.
const (
	maxFields = 4096
	maxNames  = 16
)

// place is where a struct stands among the settings.
type place struct {
	path   string // names of the settings around it, joined by dots
	prefix string // what the names of environment variables begin with
	asked  bool   // somebody has written the prefix, rather than the name of a field
}

// filler spreads one call over the fields that it fills.
type filler struct {
	*Tracer
	call    *ast.CallExpr
	library bool // the call is one of a configuration library
	byName  bool // fields without a tag are read from the environment
	environ bool // the library reads nothing but the environment
	left    int  // fields that may still be followed
	open    map[types.Type]bool
}

// prefixed returns the place of a struct whose settings begin with a prefix.
func (f *filler) prefixed(prefix string) place {
	if f.byName && prefix != "" {
		return place{prefix: strings.ToUpper(prefix) + "_", asked: true}
	}
	return place{path: prefix}
}

// spread notes every field of the structs that are part of typ.
func (f *filler) spread(typ types.Type, in place) {
	if f.open[typ] { // type Tree map[string]Tree
		return
	}
	f.open[typ] = true
	defer delete(f.open, typ)
	switch u := typ.Underlying().(type) {
	case *types.Pointer:
		f.spread(u.Elem(), in)
	case *types.Slice:
		f.spread(u.Elem(), in)
	case *types.Array:
		f.spread(u.Elem(), in)
	case *types.Map:
		f.spread(u.Elem(), in)
	case *types.Struct:
		for i := range u.NumFields() {
			f.field(u.Field(i).Origin(), u.Tag(i), in)
		}
	}
}

// field notes one field, and those of the structs in it.
func (f *filler) field(v *types.Var, raw string, in place) {
	tag := model.ReadTag(raw)
	if f.left--; f.left < 0 || tag.Skipped || f.library && !v.Exported() && !v.Embedded() {
		return
	}
	names := f.names(v, tag, in)
	s := f.filled[v]
	if s == nil {
		s = &setting{call: f.call, raw: raw, library: f.library}
		f.filled[v] = s
	} else if f.library && !s.library {
		s.call, s.library = f.call, true
	}
	if f.library && len(s.calls) < maxNames && !slices.Contains(s.calls, f.call) {
		s.calls = append(s.calls, f.call)
	}
	s.file = s.file || f.library && !f.environ
	s.environ = s.environ || f.library && f.environ
	for _, name := range names {
		if len(s.names) < maxNames && !slices.Contains(s.names, name) {
			s.names = append(s.names, name)
		}
	}
	if tag.Inline || v.Embedded() && tag.Name == "" {
		in.prefix += tag.Prefix
	} else {
		in = f.inside(v, tag, in)
	}
	f.spread(v.Type(), in)
}

// names returns the names under which a field is read.
func (f *filler) names(v *types.Var, tag model.Tag, in place) []string {
	switch {
	case tag.Source == model.Env && f.byName && in.prefix != "":
		if !in.asked { // the library tries both: who writes a whole name means that
			return []string{tag.Name, in.prefix + tag.Name}
		}
		return []string{in.prefix + tag.Name, tag.Name}
	case tag.Source == model.Env && tag.Name == "":
		return nil
	case tag.Source == model.Env && tag.File != "":
		return []string{in.prefix + tag.Name, nested(in.path, tag.File)}
	case tag.Source == model.Env:
		return []string{in.prefix + tag.Name}
	case f.byName:
		return []string{in.prefix + strings.ToUpper(v.Name())}
	}
	return []string{nested(in.path, cmp.Or(tag.Name, strings.ToLower(v.Name())))}
}

// inside returns the place of a struct that is a field.
func (f *filler) inside(v *types.Var, tag model.Tag, in place) place {
	name := cmp.Or(tag.File, tag.Name, strings.ToLower(v.Name()))
	if f.byName {
		asked := in.asked || tag.File != "" || tag.Name != ""
		return place{prefix: in.prefix + strings.ToUpper(name) + "_", asked: asked}
	}
	return place{path: nested(in.path, name), prefix: in.prefix + tag.Prefix}
}

// nested returns the name of a setting inside another.
func nested(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
