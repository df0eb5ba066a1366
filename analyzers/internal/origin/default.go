package origin

// This file finds the values that settings fall back to:
//
//	viper.SetDefault("auth.key", "dev")
//	viper.SetDefault("auth", map[string]any{"key": "dev"})
//	confmap.Provider(map[string]any{"auth.key": "dev"}, ".")
//	&cli.StringFlag{Name: "auth-key", Value: "dev"}
//	structs.Provider(Config{Auth: Auth{Key: "dev"}}, "koanf")

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Defaults returns the values that calls and literals of this package give settings which nothing
// else sets, by the name in lower case: configuration libraries ignore its case.
func (s Settings) Defaults() map[string][]ast.Expr {
	t := s.t
	if t.fallbacks != nil {
		return t.fallbacks
	}
	t.fallbacks = map[string][]ast.Expr{}
	d := defaulter{t, maxFields}
	for _, c := range t.index.Calls {
		sig, _ := t.index.Row(c)
		if sig == nil || sig.Verb != model.Default {
			continue
		}
		d.named(syntax.Args(c, sig, model.Name), syntax.Args(c, sig, model.Fallback))
		for _, e := range syntax.Args(c, sig, model.Defaults) {
			d.spread("", e)
		}
	}
	for _, lit := range t.index.Literals {
		fields := t.index.Fields(lit, model.Default)
		d.named(append(fields[model.Name], fields[model.Env]...), fields[model.Fallback])
	}
	return t.fallbacks
}

// defaulter collects defaults.
type defaulter struct {
	*Tracer
	left int // values that may still be kept
}

// named adds the values of settings that are named by expressions.
func (d *defaulter) named(names, values []ast.Expr) {
	for _, n := range names {
		for _, name := range d.Strings(n) {
			for _, v := range values {
				d.add(name, v)
			}
		}
	}
}

// add adds a value of a setting, of a map or struct those of the settings in it.
func (d *defaulter) add(name string, value ast.Expr) {
	if d.left--; d.left < 0 {
		return
	}
	if d.spread(name, value) {
		return
	}
	key := strings.ToLower(name)
	d.fallbacks[key] = append(d.fallbacks[key], value)
}

// spread adds the values in the map or struct literals that an expression can be; ok is false
// when it is none.
func (d *defaulter) spread(path string, e ast.Expr) (ok bool) {
	typ := d.info.TypeOf(e)
	if typ == nil || typing.StructOf(typ) == nil && !typing.IsMap(typ) && !types.IsInterface(typ) {
		return false
	}
	for _, o := range d.Trace(e).Origins {
		lit, isLit := o.At.(*ast.CompositeLit)
		if !isLit || o.Kind != Object {
			continue
		}
		for _, el := range lit.Elts {
			kv, keyed := el.(*ast.KeyValueExpr)
			if !keyed {
				continue
			}
			if name := d.nameOf(lit, kv.Key); name != "" {
				ok = true
				d.add(nested(path, name), kv.Value)
			}
		}
	}
	return ok
}

// nameOf returns the name of a setting by the key of its value in a literal, "" for none: the key
// of a map, or the tag of a field.
func (d *defaulter) nameOf(lit *ast.CompositeLit, key ast.Expr) string {
	st := typing.StructOf(d.info.TypeOf(lit))
	if st == nil {
		if v := d.info.Types[key].Value; v != nil && v.Kind() == constant.String {
			return constant.StringVal(v)
		}
		return ""
	}
	id, _ := key.(*ast.Ident)
	for i := 0; id != nil && i < st.NumFields(); i++ {
		if st.Field(i) == d.info.ObjectOf(id) {
			tag := model.ReadTag(st.Tag(i))
			return cmp.Or(tag.Name, strings.ToLower(id.Name))
		}
	}
	return ""
}
