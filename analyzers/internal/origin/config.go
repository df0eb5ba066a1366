package origin

// This file traces what configuration fills in:
//
//	type Config struct {
//		Secret string `env:"JWT_SECRET" envDefault:"dev"` // ofTag: Env or Const
//	}
//	viper.SetDefault("jwt.secret", "dev")                 // defaults
//	//go:embed private.pem
//	var key []byte                                        // ofEmbed

import (
	"go/ast"
	"go/constant"
	"go/types"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// lazy holds the tables that are only built when a walk needs them, nil before that.
type lazy struct {
	fallbacks map[string][]ast.Expr           // by the name of the source in lower case
	filled    map[*types.Struct]*ast.CallExpr // the call that fills a struct
	litCalls  map[ast.Node][]*ast.CallExpr    // by the function literal
	implement map[*types.Func][]*types.Func   // by the method of an interface
}

// defaults returns the fallback values of sources that are read by name elsewhere, by the name in
// lower case: configuration libraries ignore its case.
func defaults(t *Tracer) map[string][]ast.Expr {
	if t.fallbacks != nil {
		return t.fallbacks
	}
	t.fallbacks = map[string][]ast.Expr{}
	put := func(names []ast.Expr, values []ast.Expr) {
		for _, n := range names {
			for _, name := range t.Strings(n) {
				t.fallbacks[strings.ToLower(name)] = append(t.fallbacks[strings.ToLower(name)], values...)
			}
		}
	}
	for _, c := range t.index.Calls {
		if sig, _ := t.index.Row(c); sig != nil && sig.Verb == model.Default {
			put(syntax.Args(c, sig, model.Name), syntax.Args(c, sig, model.Fallback))
		}
	}
	for _, lit := range t.index.Literals {
		fields := t.index.Fields(lit, model.Default)
		put(append(fields[model.Name], fields[model.Env]...), fields[model.Fallback])
	}
	return t.fallbacks
}

// ofTag is the origin of what configuration puts into a field, because of its tag or because a
// call fills its struct as a whole, and of the default in the tag.
func ofTag(t *Tracer, f *types.Var) Trace {
	var out Trace
	tag := model.Tag{Source: model.None}
	lit := t.index.Tags()[f]
	if lit != nil {
		raw, _ := strconv.Unquote(lit.Value)
		tag = model.ReadTag(raw)
	}
	fill := fill(t, f)
	if tag.Source == model.Env || fill != nil {
		o := Origin{Kind: Config, Size: -1, Checked: tag.Required}
		if tag.Source == model.Env || environment(tag.Name) {
			o.Kind = Env
		}
		if tag.Name != "" {
			o.Names = []string{tag.Name}
		}
		switch {
		case lit != nil:
			o.At = lit
		default:
			o.At = fill
		}
		out.Add(one(o))
	}
	if tag.HasFallback && tag.Fallback != "" && (len(out.Origins) > 0 || tag.Source != model.None) {
		value := constant.MakeString(tag.Fallback)
		out.Add(one(Origin{
			Kind: Const, At: lit, Value: value, Size: len(tag.Fallback), Names: []string{tag.Name},
		}))
	}
	return out
}

// fill returns a call that fills the struct that declares f, nil when there is none in this
// package.
func fill(t *Tracer, f *types.Var) *ast.CallExpr {
	if t.filled == nil {
		t.filled = map[*types.Struct]*ast.CallExpr{}
		for _, w := range t.index.Fills {
			if sig, _ := t.index.Row(w.Call); sig == nil || sig.Arg(w.Arg) == model.Filled {
				spread(t, t.info.TypeOf(w.Call.Args[w.Arg]), w.Call)
			}
		}
	}
	for st, call := range t.filled {
		if typing.Declares(st, f) {
			return call
		}
	}
	return nil
}

// spread marks every struct that is part of typ as filled by the call, each once.
func spread(t *Tracer, typ types.Type, call *ast.CallExpr) {
	switch u := typ.Underlying().(type) {
	case *types.Pointer:
		spread(t, u.Elem(), call)
	case *types.Slice:
		spread(t, u.Elem(), call)
	case *types.Map:
		spread(t, u.Elem(), call)
	case *types.Struct:
		if t.filled[u] != nil {
			return
		}
		t.filled[u] = call
		for i := range u.NumFields() {
			spread(t, u.Field(i).Type(), call)
		}
	}
}

// ofEmbed is the origin of a variable that a //go:embed directive fills.
func ofEmbed(t *Tracer, v *types.Var, spec *ast.ValueSpec) Origin {
	o := Origin{Kind: Embed, At: spec, Size: -1}
	if _, fs := v.Type().Underlying().(*types.Struct); fs {
		o.Kind = Unknown // an embed.FS: which of its files it is, only its use says
		return o
	}
	var doc []string
	for _, f := range t.pass.Files {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Pos() <= spec.Pos() && spec.End() <= g.End() {
				doc = append(syntax.EmbedPatterns(g.Doc), syntax.EmbedPatterns(spec.Doc)...)
			}
		}
	}
	dir := filepath.Dir(t.pass.Fset.Position(spec.Pos()).Filename)
	for _, pattern := range doc {
		if data, err := files.Read(t.pass, filepath.Join(dir, pattern)); err == nil &&
			public(string(data)) {
			o.Kind = Public
		}
	}
	return o
}

// public reports whether the text is a PEM file (RFC 7468) or a JWK set (RFC 7517) of public keys
// or certificates only, or of no keys at all.
func public(text string) bool {
	if keyless.MatchString(text) {
		return true
	}
	if strings.Contains(text, "-----BEGIN ") {
		return !strings.Contains(text, "PRIVATE KEY-----")
	}
	return strings.Contains(text, `"kty"`) && !secretMember.MatchString(text)
}

// secretMember finds the members of a JWK that only a private or symmetric key has (RFC 7518
// sections 6.2.2, 6.3.2, 6.4.1).
var secretMember = regexp.MustCompile(`"[dk]"\s*:`)

// Keyless reports whether a value is JSON that holds no key: {}, {"keys": []}.
func (o Origin) Keyless() bool {
	return o.Value != nil && o.Value.Kind() == constant.String &&
		keyless.MatchString(constant.StringVal(o.Value))
}

// keyless matches JSON without a key.
var keyless = regexp.MustCompile(`^\s*(\{\s*("keys"\s*:\s*(\[\s*\]|null)\s*)?\}|\[\s*\]|null)\s*$`)

// literalCalls returns the calls of function literals: of those kept in variables, and of those
// called where they stand. Parameters that hold functions are left out.
func (t *Tracer) literalCalls() map[ast.Node][]*ast.CallExpr {
	if t.litCalls == nil {
		t.litCalls = map[ast.Node][]*ast.CallExpr{}
		for _, c := range t.index.Calls {
			fun := ast.Unparen(c.Fun)
			if id, ok := fun.(*ast.Ident); ok {
				if v, ok := t.info.ObjectOf(id).(*types.Var); !ok || t.index.Params[v].Func != nil {
					continue
				}
			} else if _, ok := fun.(*ast.FuncLit); !ok {
				continue
			}
			for _, o := range t.Local(fun).Origins {
				if lit, ok := o.Func.(*ast.FuncLit); ok {
					t.litCalls[lit] = append(t.litCalls[lit], c)
				}
			}
		}
	}
	return t.litCalls
}
