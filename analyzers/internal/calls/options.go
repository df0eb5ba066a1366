package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Options returns the options of a call, see [model.Row]: those that it is given, one by one or in a list, and those of the
// constructors and literals of the objects it is called on, with what is assigned to their fields. seen is false when some
// option, or some such object, is made where it cannot be seen.
func (p *Package) Options(c *Call) (opts []*Call, seen bool) {
	parts, seen := p.Parts(c, model.Object, model.Signer)
	for _, part := range parts {
		if part.Option {
			opts = append(opts, part.Call)
		}
	}
	return opts, seen
}

// part is a call that another one is made of.
type part struct {
	Call   *Call
	Option bool // an option, as opposed to the constructor of an object
}

// Parts returns the options of a call, the constructors of what stands in the roles, and the parts of those in turn.
func (p *Package) Parts(c *Call, roles ...model.Role) (parts []part, seen bool) {
	w := &walk{Package: p, roles: roles, seen: true}
	w.call(c)
	return w.parts, w.seen
}

// walk collects the parts of one call.
type walk struct {
	*Package
	roles []model.Role
	parts []part
	seen  bool
	done  []*Call
}

func (w *walk) call(c *Call) {
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
func (w *walk) option(e ast.Expr) {
	for _, o := range w.Origin.Trace(e).Origins {
		calls := w.made(o)
		for _, c := range calls {
			w.add(c, true)
		}
		w.seen = w.seen && (len(calls) > 0 || w.plain(o))
	}
}

// object adds the constructors and literals that an object can be.
func (w *walk) object(e ast.Expr) {
	for _, o := range w.Origin.Trace(e).Origins {
		calls := w.made(o)
		for _, c := range calls {
			w.add(c, c.Verb != model.Build)
		}
		w.seen = w.seen && (len(calls) > 0 || o.Kind == origin.Nothing || o.Kind == origin.Object && w.plain(o))
	}
}

func (w *walk) add(c *Call, option bool) {
	if !slices.Contains(w.done, c) {
		w.parts = append(w.parts, part{c, option})
		w.seen = w.seen && c.Via == nil // what else a function of another package does is not known
		w.call(c)
	}
}

// made returns what the model says of the call or literal that is a birth, and of assignments to the fields of what it makes.
func (p *Package) made(o origin.Origin) []*Call {
	if o.At == nil {
		return nil
	}
	calls := slices.Clone(p.at(o.At))
	for _, s := range p.Index.Stores {
		if s.Field == nil || s.Field.Pkg() == p.Pkg || s.Value == nil || len(p.at(s.Value)) == 0 {
			continue
		}
		if p.Origin.Trace(s.Base).ComesFrom(o.At) {
			calls = append(calls, p.at(s.Value)...)
		}
	}
	return calls
}

// at returns the calls that a node stands for.
func (p *Package) at(n ast.Node) []*Call {
	if p.nodes == nil {
		p.nodes = map[ast.Node][]*Call{}
		for _, c := range p.All {
			p.nodes[c.Node] = append(p.nodes[c.Node], c)
		}
	}
	return p.nodes[n]
}

// plain reports whether a birth that has no row changes nothing: an empty value, a literal, a function of a library that
// handles tokens.
func (p *Package) plain(o origin.Origin) bool {
	switch at := o.At.(type) {
	case *ast.CompositeLit, *ast.FuncLit:
		return true
	case *ast.CallExpr:
		if o.Kind == origin.Object && p.Info.Types[at.Fun].IsBuiltin() {
			return true
		}
		fn, ok := o.Obj.(*types.Func)
		return ok && fn.Pkg() != nil && model.HandlesTokens(fn.Pkg().Path())
	}
	return o.Kind == origin.Nothing
}

// resolveDecodes turns the calls that check nothing unless an option says so into those that verify, where one says so or cannot
// be seen.
func (p *Package) resolveDecodes() {
	for _, c := range p.All {
		if c.Verb != model.Decode || len(c.args[model.Options]) == 0 {
			continue
		}
		opts, seen := p.Options(c)
		if !seen || slices.ContainsFunc(opts, func(o *Call) bool {
			return o.Verb == model.FetchKeys || len(o.args[model.Key])+len(o.args[model.Keyfunc]) > 0
		}) {
			c.Verb = model.Verify
		}
	}
}
