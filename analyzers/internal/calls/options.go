package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Part is a call that another one is made of: one of its options, or a constructor of an object
// that it is called on.
//
//	parser := jwt.NewParser(jwt.WithValidMethods(algs)) // a constructor and its option
//	parser.ParseWithClaims(text, claims, keyfunc)
type Part struct {
	Call   *Call
	Option bool // an option, as opposed to the constructor of an object
}

// Options returns the options of a call, see [model.Row]: those that it is given, one by one or in
// a list, and those of the constructors and literals of the objects it is called on, with what is
// assigned to their fields. seen is false when some option or object is made out of sight.
func (p *Package) Options(c *Call) (opts []*Call, seen bool) {
	parts, seen := p.Parts(c, model.Object, model.Signer)
	for _, part := range parts {
		if part.Option {
			opts = append(opts, part.Call)
		}
	}
	return opts, seen
}

// Parts returns the options of a call, the constructors of what stands in the roles, and the parts
// of those in turn; seen is as for [Package.Options].
func (p *Package) Parts(c *Call, roles ...model.Role) (parts []Part, seen bool) {
	w := &partWalk{Package: p, roles: roles, seen: true}
	w.call(c)
	return w.parts, w.seen
}

// partWalk collects the parts of one call.
type partWalk struct {
	*Package
	roles []model.Role
	parts []Part
	seen  bool
	done  []*Call
}

func (w *partWalk) call(c *Call) {
	if slices.Contains(w.done, c) {
		return
	}
	w.done = append(w.done, c)
	for _, e := range c.args[model.Options] {
		if _, list := w.Info.TypeOf(e).Underlying().(*types.Slice); !list {
			w.option(e)
			continue
		}
		items, all := w.Origin.Items(e)
		w.seen = w.seen && all
		for _, item := range items {
			w.option(item)
		}
	}
	for _, r := range w.roles {
		for _, e := range c.args[r] {
			w.object(e)
		}
	}
}

// option adds the calls and literals that an option can be.
func (w *partWalk) option(e ast.Expr) {
	for _, o := range w.Origin.Trace(e).Origins {
		calls := w.callsThatMake(o)
		for _, c := range calls {
			w.add(c, true)
		}
		w.seen = w.seen && (len(calls) > 0 || w.changesNothing(o))
	}
}

// object adds the constructors and literals that an object can be.
func (w *partWalk) object(e ast.Expr) {
	for _, o := range w.Origin.Trace(e).Origins {
		calls := w.callsThatMake(o)
		for _, c := range calls {
			w.add(c, c.Verb != model.Build)
		}
		w.seen = w.seen && (len(calls) > 0 || o.Kind == origin.Nothing ||
			o.Kind == origin.Object && w.changesNothing(o))
	}
}

// add adds a part and its own parts. What else a function of another package does is not seen.
func (w *partWalk) add(c *Call, option bool) {
	if !slices.Contains(w.done, c) {
		w.parts = append(w.parts, Part{c, option})
		w.seen = w.seen && c.Via == nil
		w.call(c)
	}
}

// callsThatMake returns the calls that an origin stands for, and those of the assignments to the
// fields of the object that it makes.
func (p *Package) callsThatMake(o *origin.Origin) []*Call {
	if o.At == nil {
		return nil
	}
	calls := slices.Clone(p.callsAt(o.At))
	for _, s := range p.Index.Stores {
		if s.Field == nil || s.Field.Pkg() == p.Pkg || s.Value == nil {
			continue
		}
		if set := p.callsAt(s.Value); len(set) > 0 && p.Origin.Trace(s.Base).ComesFrom(o.At) {
			calls = append(calls, set...)
		}
	}
	return calls
}

// callsAt returns the calls that a node stands for.
func (p *Package) callsAt(n ast.Node) []*Call {
	if p.byNode == nil {
		p.byNode = map[ast.Node][]*Call{}
		for _, c := range p.All {
			p.byNode[c.Node] = append(p.byNode[c.Node], c)
		}
	}
	return p.byNode[n]
}

// changesNothing reports whether an origin without a row sets no option: an empty value, a
// literal, a function of a library that handles tokens.
func (p *Package) changesNothing(o *origin.Origin) bool {
	switch at := o.At.(type) {
	case *ast.CompositeLit, *ast.FuncLit:
		return true
	case *ast.CallExpr:
		if o.Kind == origin.Object && p.Info.Types[at.Fun].IsBuiltin() {
			return true
		}
		fn, ok := o.Obj.(*types.Func)
		return ok && model.OfTokens(fn)
	}
	return o.Kind == origin.Nothing
}

// resolveDecodes turns calls that only decode, unless an option gives them a key, into calls that
// verify, where an option does so or cannot be seen.
func (p *Package) resolveDecodes() {
	for _, c := range p.All {
		if c.Verb != model.Decode || len(c.args[model.Options]) == 0 {
			continue
		}
		opts, seen := p.Options(c)
		if !seen || slices.ContainsFunc(opts, func(o *Call) bool {
			keys := len(o.args[model.Key]) + len(o.args[model.Keyfunc])
			return o.Verb == model.FetchKeys || keys > 0
		}) {
			c.Verb = model.Verify
		}
	}
}
