package origin

// This file traces what modelled functions read:
//
//	viper.GetString("jwt.secret")             // a Config origin named jwt.secret
//	viper.Sub("jwt").GetString("secret")      // the same
//	cmp.Or(os.Getenv("JWT_SECRET"), "dev")    // an Env origin and a Const
//	rsa.GenerateKey(rand.Reader, 2048)        // a Random origin of 2048 bits
//	io.ReadFull(rand.Reader, key)             // ofOutput: key is Random

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// ofSource is the origin of what a modelled source returns: the source itself, and the fallbacks
// in this call and in those that set a default for its name.
func ofSource(t *Tracer, e *ast.CallExpr, sig *model.Sig, k Kind) Trace {
	o := Origin{Kind: k, At: e, Size: cmp.Or(sig.Size, -1), Part: sig.Result(0)}
	o.Masked = o.Part == model.Headers &&
		slices.ContainsFunc(syntax.Args(e, sig, model.From), t.Stripped)
	for _, a := range syntax.Args(e, sig, model.Name) {
		if !t.Local(a).Has(Param) { // a helper's parameter is named by each of its calls
			o.Names = append(o.Names, t.Strings(a)...)
		}
	}
	if k == Config {
		o.Names = inSection(t, e, sig, o.Names)
	}
	if k == Config && len(o.Names) > 0 &&
		!slices.ContainsFunc(o.Names, func(n string) bool { return !environment(n) }) {
		o.Kind = Env
	}
	o.named()
	if sizes := syntax.Args(e, sig, model.Bits); len(sizes) == 1 {
		if n := t.Integer(sizes[0]); n > 0 {
			o.Bits = int(n)
		}
	}
	for _, a := range syntax.Args(e, sig, model.Curve) {
		o.Bits = curve(t, a)
	}
	out := one(o)
	for _, a := range syntax.Args(e, sig, model.Fallback) {
		out.Add(t.Local(a))
	}
	for _, name := range o.Names {
		for _, d := range t.Settings().Defaults()[strings.ToLower(name)] {
			out.Add(t.Local(d))
		}
	}
	return out
}

// named makes an environment variable that names the program or its machine what it is: such a
// value is known to many.
//
//	os.Getenv("APP_NAME") + "-secret"
func (o *Origin) named() {
	if o.Kind == Env && len(o.Names) > 0 &&
		!slices.ContainsFunc(o.Names, func(n string) bool { return !names.Program(n) }) {
		o.Kind = Host
	}
}

// inSection returns the names of settings that a call reads from a section of them with the name
// of that in front, or that name where the call has none of its own:
//
//	cfg.Section("jwt").Key("secret").String()
func inSection(t *Tracer, e *ast.CallExpr, sig *model.Sig, names []string) []string {
	own := len(syntax.Args(e, sig, model.Name)) > 0
	for range maxSections {
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok || !sig.Method || own && len(names) == 0 {
			break
		}
		from := t.Local(sel.X).Origins
		if len(from) != 1 {
			break
		}
		if e, ok = from[0].At.(*ast.CallExpr); !ok {
			break
		}
		if sig, _ = t.index.Row(e); sig == nil || sig.Index(model.Prefix) < 0 {
			break
		}
		prefixes := t.Strings(e.Args[sig.Index(model.Prefix)])
		if len(prefixes) != 1 {
			break
		}
		if len(names) == 0 {
			names = prefixes
			continue
		}
		inside := make([]string, len(names))
		for i, name := range names {
			inside[i] = nested(prefixes[0], name)
		}
		names = inside
	}
	return names
}

// maxSections is how many sections of settings stand in one another.
const maxSections = 8

// curve returns the size of an elliptic curve in bits where it can only be one, 0 otherwise.
func curve(t *Tracer, e ast.Expr) int {
	origins := t.Trace(e).Origins
	if len(origins) != 1 {
		return 0
	}
	c, ok := origins[0].At.(*ast.CallExpr)
	if !ok {
		return 0
	}
	if sig, _ := t.index.Row(c); sig != nil && sig.Result(0) == model.Curve {
		return sig.Size
	}
	return 0
}

// environment reports whether a setting has the name of an environment variable, such as
// JWT_SECRET, by whatever library it is read.
func environment(name string) bool {
	return len(name) > 1 && name == strings.ToUpper(name) &&
		!strings.ContainsFunc(name, func(r rune) bool {
			return r != '_' && !unicode.IsDigit(r) && !unicode.IsUpper(r)
		})
}

// Strings returns the constant strings that e can be; it can be others too.
func (t *Tracer) Strings(e ast.Expr) []string { return t.Trace(e).Texts() }

// Texts returns the constant strings that the value can be; it can be others too.
func (t Trace) Texts() []string {
	var out []string
	for _, o := range t.Origins {
		if o.Value != nil && o.Value.Kind() == constant.String {
			out = append(out, constant.StringVal(o.Value))
		}
	}
	return out
}

// ofOutput is the origin of what a call writes through an argument.
func ofOutput(t *Tracer, e *ast.CallExpr, arg int) Trace {
	other := one(Origin{Kind: Unknown, At: e, Result: -1 - arg, Size: -1})
	sig, _ := t.index.Row(e)
	if sig == nil {
		return other
	}
	switch role := sig.Arg(arg); {
	case role == model.Posted:
		return one(Origin{Kind: Request, At: e, Part: role, Size: -1})
	case role.Source():
		return ofSource(t, e, sig, kinds[role])
	case role == model.Filled && sig.Verb == model.Pass:
		return ofMade(t, e, sig)
	case role == model.Filled && isPosted(t, e):
		return one(Origin{Kind: Request, At: e, Part: model.Posted, Size: -1})
	case role == model.Filled:
		return one(Origin{Kind: Config, At: e, Size: -1})
	}
	return other
}

// nameArg returns the names that a call hands to a helper that reads a source by its parameter.
func nameArg(t *Tracer, o *Origin, e *ast.CallExpr, fn ast.Node) []string {
	if i := NamedBy(t.index, o, fn); i >= 0 && i < len(e.Args) {
		return t.Strings(e.Args[i])
	}
	return nil
}

// NamedBy returns the index of the parameter of a function by which the function reads a source, -1
// for none.
func NamedBy(index *syntax.Index, o *Origin, fn ast.Node) int {
	read, ok := o.At.(*ast.CallExpr)
	if !ok || index.FuncAt(read.Pos()) != fn {
		return -1
	}
	for _, a := range read.Args {
		id, _ := ast.Unparen(a).(*ast.Ident)
		if id == nil {
			continue
		}
		v, _ := index.Info.ObjectOf(id).(*types.Var)
		if p := index.Params[v]; v != nil && p.Func == fn && p.Index >= 0 {
			return p.Index
		}
	}
	return -1
}
