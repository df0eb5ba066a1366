package origin

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
)

// lazy holds the parts of the index that are only built when a walk asks for them.
type lazy struct {
	fallbacks map[string][]ast.Expr
	tags      map[*types.Var]*ast.BasicLit
	filled    map[*types.Struct]*ast.CallExpr
	litCalls  map[ast.Node][]*ast.CallExpr
	guards    *guards
	refused   map[string]bool               // constants that some value is compared with
	implement map[*types.Func][]*types.Func // methods of this package by the interface method that can reach them
}

// defaults returns the fallback values of sources that are read by name elsewhere, by lower-case name.
func (t *Tracer) defaults() map[string][]ast.Expr {
	if t.fallbacks != nil {
		return t.fallbacks
	}
	t.fallbacks = map[string][]ast.Expr{}
	put := func(names []ast.Expr, values []ast.Expr) {
		for _, n := range names {
			for _, name := range t.Texts(n) {
				t.fallbacks[strings.ToLower(name)] = append(t.fallbacks[strings.ToLower(name)], values...)
			}
		}
	}
	for _, c := range t.Calls {
		if sig, _ := t.row(c); sig != nil && sig.Verb == model.Default {
			put(Args(c, sig, model.Name), Args(c, sig, model.Fallback))
		}
	}
	for _, lit := range t.Literals {
		fields := t.Fields(lit, model.Default)
		put(append(fields[model.Name], fields[model.Env]...), fields[model.Fallback])
	}
	return t.fallbacks
}

// Fields returns what a literal of a modelled struct gives the fields whose row has the verb, by role.
func (t *Tracer) Fields(lit *ast.CompositeLit, verb model.Verb) map[model.Role][]ast.Expr {
	typ := types.Unalias(t.info.TypeOf(lit))
	if p, ok := typ.(*types.Pointer); ok { // an element of a list of pointers
		typ = types.Unalias(p.Elem())
	}
	named, ok := typ.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg() == t.pass.Pkg {
		return nil
	}
	var out map[model.Role][]ast.Expr
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		id, ok := kv.Key.(*ast.Ident)
		if !ok {
			continue
		}
		sig := model.Of(t.info.ObjectOf(id), named.Obj().Name())
		if sig == nil || sig.Verb != verb {
			continue
		}
		if out == nil {
			out = map[model.Role][]ast.Expr{}
		}
		out[sig.Result(0)] = append(out[sig.Result(0)], kv.Value)
	}
	return out
}

// Tags returns the tag of every struct field of the package that has one.
func (t *Tracer) Tags() map[*types.Var]*ast.BasicLit {
	if t.tags != nil {
		return t.tags
	}
	t.tags = map[*types.Var]*ast.BasicLit{}
	for _, st := range t.Structs {
		for _, f := range st.Fields.List {
			for _, name := range f.Names {
				if v, ok := t.info.Defs[name].(*types.Var); ok && f.Tag != nil {
					t.tags[v] = f.Tag
				}
			}
		}
	}
	return t.tags
}

// tagged is the origin of what configuration puts into a field: by the field's tag, or because its struct is filled.
func (t *Tracer) tagged(f *types.Var) Trace {
	var out Trace
	tag := model.Tag{Source: model.None}
	lit := t.Tags()[f]
	if lit != nil {
		raw, _ := strconv.Unquote(lit.Value)
		tag = model.ReadTag(raw)
	}
	fill := t.fill(f)
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
		out.Add(birth(o))
	}
	if tag.HasFallback && tag.Fallback != "" && (len(out.Births) > 0 || tag.Source != model.None) {
		value := constant.MakeString(tag.Fallback)
		out.Add(birth(Origin{Kind: Const, At: lit, Value: value, Size: len(tag.Fallback), Names: []string{tag.Name}}))
	}
	return out
}

// fill returns a call that fills the struct that declares f, nil when there is none in this package.
func (t *Tracer) fill(f *types.Var) *ast.CallExpr {
	if t.filled == nil {
		t.filled = map[*types.Struct]*ast.CallExpr{}
		for _, w := range t.fills {
			if sig, _ := t.row(w.call); sig == nil || sig.Arg(w.arg) == model.Filled {
				t.spread(t.info.TypeOf(w.call.Args[w.arg]), w.call)
			}
		}
	}
	for st, call := range t.filled {
		if declares(st, f) {
			return call
		}
	}
	return nil
}

// spread marks every struct that is part of typ as filled by the call.
func (t *Tracer) spread(typ types.Type, call *ast.CallExpr) {
	switch u := typ.Underlying().(type) {
	case *types.Pointer:
		t.spread(u.Elem(), call)
	case *types.Slice:
		t.spread(u.Elem(), call)
	case *types.Map:
		t.spread(u.Elem(), call)
	case *types.Struct:
		if t.filled[u] != nil {
			return
		}
		t.filled[u] = call
		for i := range u.NumFields() {
			t.spread(u.Field(i).Type(), call)
		}
	}
}

// embed is the origin of a variable that a //go:embed directive fills.
func (t *Tracer) embed(v *types.Var, spec *ast.ValueSpec) Origin {
	o := Origin{Kind: Embed, At: spec, Size: -1}
	if _, fs := v.Type().Underlying().(*types.Struct); fs {
		o.Kind = Unknown // which of its files is asked for later
		return o
	}
	var doc []string
	for _, f := range t.pass.Files {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Pos() <= spec.Pos() && spec.End() <= g.End() {
				doc = append(embedPatterns(g.Doc), embedPatterns(spec.Doc)...)
			}
		}
	}
	dir := filepath.Dir(t.pass.Fset.Position(spec.Pos()).Filename)
	for _, pattern := range doc {
		if data, err := files.Read(t.pass, filepath.Join(dir, pattern)); err == nil && public(string(data)) {
			o.Kind = Public
		}
	}
	return o
}

// public reports whether the text is a PEM file or a JWK set of public keys or certificates only.
func public(text string) bool {
	if strings.Contains(text, "-----BEGIN ") {
		return !strings.Contains(text, "PRIVATE KEY-----")
	}
	return strings.Contains(text, `"kty"`) && !secretMember.MatchString(text)
}

// secretMember finds the members of a JWK that only a private or symmetric key has (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1).
var secretMember = regexp.MustCompile(`"[dk]"\s*:`)

// literalCalls returns the calls of function literals that are kept in variables.
func (t *Tracer) literalCalls() map[ast.Node][]*ast.CallExpr {
	if t.litCalls == nil {
		t.litCalls = map[ast.Node][]*ast.CallExpr{}
		for _, c := range t.Calls {
			fun := ast.Unparen(c.Fun)
			if id, ok := fun.(*ast.Ident); ok {
				if v, ok := t.info.ObjectOf(id).(*types.Var); !ok || t.params[v].fn != nil {
					continue
				}
			} else if _, ok := fun.(*ast.FuncLit); !ok {
				continue
			}
			for _, o := range t.Open(fun).Births {
				if lit, ok := o.Fn.(*ast.FuncLit); ok {
					t.litCalls[lit] = append(t.litCalls[lit], c)
				}
			}
		}
	}
	return t.litCalls
}
