package calls

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// findNamedKeys collects the settings whose name says that they are a JWT key:
//
//	getenv("JWT_SECRET", "development")
//	viper.SetDefault("jwt.secret", "development")
//	&cli.StringFlag{Name: "jwt-secret", Value: "development"}
//	Secret string `env:"JWT_SECRET" envDefault:"development"`
func (p *finder) findNamedKeys() {
	for _, c := range p.Index.Calls {
		p.addNamedCall(c)
	}
	defaults := p.Origin.Settings().Defaults()
	for _, name := range slices.Sorted(maps.Keys(defaults)) {
		for _, v := range defaults[name] {
			if names.Key(name) && canHoldKey(p.Info.TypeOf(v)) {
				p.NamedKeys = append(p.NamedKeys, p.Origin.Trace(v))
			}
		}
	}
	tags := p.Index.Tags()
	for _, v := range syntax.InOrder(p.Index, tags) {
		raw, _ := strconv.Unquote(tags[v].Value)
		tag := model.ReadTag(raw)
		named := p.Origin.Settings().Names(v)
		if len(named) == 0 { // the path to it is not known
			named = []string{tag.Name}
		}
		if tag.Source != model.None && slices.ContainsFunc(named, names.Key) &&
			canHoldKey(v.Type()) {
			p.NamedKeys = append(p.NamedKeys, p.Origin.ResolveParams(p.Origin.Var(v)))
		}
	}
	slices.SortStableFunc(p.NamedKeys, func(a, b origin.Trace) int {
		return p.Index.Compare(a.Pos(), b.Pos())
	})
}

// addNamedCall adds what a call reads under the name of a key. The name stands before a default.
func (p *finder) addNamedCall(c *ast.CallExpr) {
	i := slices.IndexFunc(c.Args, func(a ast.Expr) bool { return p.Index.Text(a) != "" })
	if i < 0 || !names.Key(p.Index.Text(c.Args[i])) {
		return
	}
	tr := p.Origin.Trace(c)
	if canHoldKey(p.Info.TypeOf(c)) && readsBy(tr, p.Index.Text(c.Args[i])) {
		p.NamedKeys = append(p.NamedKeys, tr)
	}
}

// readsBy reports whether a value is, or can be, a setting that is read by the name. A helper that
// puts a name together can read by any:
//
//	getenv("JWT_SECRET", "dev")                          // is read by it
//	filepath.Join(os.Getenv("ETC"), "jwt_secret")        // is not
//	func env(s string) string { return os.Getenv("APP_" + s) }
func readsBy(tr origin.Trace, name string) bool {
	return slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		if o.Kind != origin.Env && o.Kind != origin.Config && o.Kind != origin.Flag {
			return false
		}
		return len(o.Names) == 0 || slices.ContainsFunc(o.Names, func(n string) bool {
			return strings.Contains(strings.ToLower(n), strings.ToLower(name))
		})
	})
}

// canHoldKey reports whether a value of the type, or the first of several, can be a key.
func canHoldKey(t types.Type) bool {
	if t = typing.FirstOf(t); t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return typing.MayHoldSetting(t) && !(ok && b.Info()&types.IsInteger != 0)
}
