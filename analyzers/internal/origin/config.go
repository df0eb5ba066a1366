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
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// lazy holds tables for walks. Those that walks are needed for are built before the first one:
// what a walk finds in the middle of another depends on that.
type lazy struct {
	fallbacks map[string][]ast.Expr         // by the name of the source in lower case
	filled    map[*types.Var]*setting       // by the field of a struct that a call fills
	fillings  []filling                     // the calls that fill structs
	readers   map[ast.Node]bool             // the functions that read a file
	litCalls  map[ast.Node][]*ast.CallExpr  // by the function literal
	implement map[*types.Func][]*types.Func // by the method of an interface
	methods   map[string][]*types.Func      // see methodsNamed
	through   map[string][]*types.Func      // see calledThrough

	attached *attachments // see attachedHere

	copies map[*types.Var]bool // whether a local struct stays in its function; never nil
	// the values of the records that a package declares; never nil
	records map[*types.Package]map[*types.Var]bool
	parts   map[part][]syntax.Write // see writesOf; never nil

	// bodies of if statements by the variable of which the condition says that it is not empty
	whereSet map[types.Object][]*ast.BlockStmt
	decided  map[types.Object]bool // see decides; never nil
}

// prepare builds the tables that walks are needed for.
func (l *lazy) prepare(t *Tracer) {
	settings(t)
	t.Settings().Defaults()
	literalCalls(t)
}

// ofTag is the origin of what configuration or a request puts into a field, because of its tag or
// because a call fills its struct as a whole, and of the default in the tag or elsewhere. One call
// fills many fields: where it stands for one of them, the origin says which.
func ofTag(t *Tracer, f *types.Var) Trace {
	s := settings(t)[f]
	raw, at := tagOf(t, f, s)
	out, ok := ofRequested(t, f, s, raw, at)
	if !ok {
		out = ofSetting(t, s, raw, at)
	}
	if s == nil || at != s.call {
		return out
	}
	return out.Each(func(o *Origin) {
		if o.At == at {
			o.Field = f
		}
	})
}

// ofSetting is the origin of a field that configuration fills: s is the setting, nil where only the
// tag says so, and at the node that stands for it.
func ofSetting(t *Tracer, s *setting, raw string, at ast.Node) Trace {
	var out Trace
	tag := model.ReadTag(raw)
	o := Origin{Kind: Config, At: at, Size: -1, Checked: tag.Required}
	switch {
	case s != nil:
		o.Names = s.names
	case tag.Name != "":
		o.Names = []string{tag.Name}
	}
	if !s.inFile(tag) && (tag.Source == model.Env ||
		slices.ContainsFunc(append(slices.Clip(o.Names), tag.Name), environment)) {
		o.Kind = Env
	}
	if s != nil && s.stored(t) {
		o.Kind, o.Names = Store, nil
	}
	if tag.Source == model.Env || s != nil {
		out.Add(one(o))
	}
	if tag.HasFallback && tag.Fallback != "" && (len(out.Origins) > 0 || tag.Source != model.None) {
		value := constant.MakeString(tag.Fallback)
		out.Add(one(Origin{
			Kind: Const, At: at, Value: value, Size: len(tag.Fallback), Names: o.Names,
		}))
	}
	for _, name := range o.Names {
		for _, d := range t.Settings().Defaults()[strings.ToLower(name)] {
			out.Add(t.Local(d))
		}
	}
	return out
}

// inFile reports whether one library decodes a settings file, and another lets variables of the
// environment replace what it says:
//
//	Secret string `yaml:"secret"` // decoder.Decode(&cfg); envconfig.Process("", &cfg)
//
// Where one library reads both, the file may leave out what a variable has.
func (s *setting) inFile(tag model.Tag) bool {
	return s != nil && s.file && s.environ && (tag.Source == model.Config || tag.File != "")
}

// tagOf returns the tag of a field, and the node that stands for it here: the tag, the name of the
// field, or the call that fills it where another package declares it.
func tagOf(t *Tracer, f *types.Var, s *setting) (raw string, at ast.Node) {
	if lit := t.index.Tags()[f]; lit != nil {
		raw, _ = strconv.Unquote(lit.Value)
		return raw, lit
	}
	if s != nil {
		raw, at = s.raw, s.call
	}
	if name := t.index.FieldName(f); name != nil {
		at = name
	}
	return raw, at
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
	dir := filepath.Dir(files.Written(t.pass.Fset, spec.Pos()))
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
	if isKeyless(text) {
		return true
	}
	if strings.Contains(text, "-----BEGIN ") {
		return !strings.Contains(text, "PRIVATE KEY-----")
	}
	return strings.Contains(text, `"kty"`) && !secretMember().MatchString(text)
}

// secretMember finds the members of a JWK that only a private or symmetric key has (RFC 7518
// sections 6.2.2, 6.3.2, 6.4.1).
var secretMember = pattern.New(`"[dk]"\s*:`)

// Keyless reports whether a value is JSON that holds no key: {}, {"keys": []}.
func (o *Origin) Keyless() bool {
	return o.Value != nil && o.Value.Kind() == constant.String &&
		isKeyless(constant.StringVal(o.Value))
}

// isKeyless reports whether a text is JSON that holds no key.
func isKeyless(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && strings.IndexByte("{[n", text[0]) >= 0 && keyless().MatchString(text)
}

// keyless matches JSON without a key.
var keyless = pattern.New(`^\s*(\{\s*("keys"\s*:\s*(\[\s*\]|null)\s*)?\}|\[\s*\]|null)\s*$`)

// literalCalls returns the calls of function literals: of those kept in variables, and of those
// called where they stand. Parameters that hold functions are left out.
func literalCalls(t *Tracer) map[ast.Node][]*ast.CallExpr {
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
