package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// verbs are those that checks ask for; the other rows only help to trace.
var verbs = []model.Verb{model.Sign, model.Verify, model.Decode, model.PinAlg, model.Load, model.Build, model.Send, model.Cookie, model.Keep, model.Header, model.Cors,
	model.Fetch, model.Prove, model.Put, model.Trade, model.Trust, model.Relax, model.Blind, model.Check, model.Guard, model.Claim, model.Listen}

// find collects the calls of the package.
func (p *Package) find(facts func(types.Object) *origin.Summary) {
	for _, c := range p.Tracer.Calls {
		obj := p.callee(c)
		if sig := model.Of(obj, ""); sig != nil {
			if slices.Contains(verbs, sig.Verb) {
				p.Calls = append(p.Calls, library(c, sig, obj))
			}
		} else if fn, ok := obj.(*types.Func); ok && fn.Pkg() != p.pass.Pkg {
			p.wrapper(c, fn, facts)
		}
	}
	for _, lit := range p.Literals {
		p.configured(lit, facts)
	}
	p.Assignments(func(v *types.Var, owner string, value ast.Expr) {
		if sig := model.Of(v, owner); sig != nil {
			p.put(sig.Verb, sig.Result(0), value, value, v)
		} else if s := facts(v); s != nil {
			for _, u := range s.Uses {
				p.use(u, value, value, v, v)
			}
		}
	})
	p.segments()
	slices.SortStableFunc(p.Calls, func(a, b *Call) int { return int(a.Node.Pos() - b.Node.Pos()) })
}

// library is the call of a modelled function.
func library(c *ast.CallExpr, sig *model.Sig, obj types.Object) *Call {
	call := &Call{Verb: sig.Verb, Node: c, Callee: obj, args: map[model.Role][]ast.Expr{}}
	if sig.Verb == model.Send {
		call.sets = sig.Results
	}
	for i, a := range c.Args {
		if r := sig.Arg(i); r != model.None {
			call.args[r] = append(call.args[r], a)
		}
	}
	if r := sig.Result(0); r.Algorithm() && sig.Verb != model.Alg {
		call.alg = r
	}
	call.Firm = call.Least() > 0
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && sig.Method {
		call.On = sel.X
		if sig.Recv != model.None {
			call.args[sig.Recv] = append(call.args[sig.Recv], sel.X)
		}
	}
	return call
}

// wrapper adds the calls that a function of another package makes with the arguments it is given.
func (p *Package) wrapper(c *ast.CallExpr, fn *types.Func, facts func(types.Object) *origin.Summary) {
	if s := facts(fn); s != nil && slices.ContainsFunc(s.Uses, func(u origin.Use) bool { return u.Verb == model.Relax }) {
		p.Calls = append(p.Calls, &Call{Verb: model.Relax, Node: c, Via: fn, Callee: fn, args: map[model.Role][]ast.Expr{}})
	}
	params := fn.Signature().Params()
	for i, a := range c.Args {
		v := params.At(min(i, max(params.Len()-1, 0)))
		if s := facts(v); s != nil {
			for _, u := range s.Uses {
				if authenticates(u) {
					p.use(u, c, a, v, fn)
				}
			}
		}
	}
}

// use adds the call that a fact tells of.
func (p *Package) use(u origin.Use, node ast.Node, value ast.Expr, via, callee types.Object) {
	for _, c := range p.Calls { // several parameters of one wrapper make one call
		if c.Node == node && c.Verb == u.Verb && c.Via != nil {
			c.args[u.Role] = append(c.args[u.Role], value)
			c.Firm = c.Firm || u.Firm && u.Role == model.Key
			return
		}
	}
	p.Calls = append(p.Calls, &Call{
		Verb: u.Verb, Node: node, Via: via, Callee: callee, alg: u.Alg, args: map[model.Role][]ast.Expr{u.Role: {value}},
		Firm: u.Firm && u.Role == model.Key,
	})
}

// configured adds the calls that a literal of a modelled struct, or of one whose fields have facts, stands for.
func (p *Package) configured(lit *ast.CompositeLit, facts func(types.Object) *origin.Summary) {
	for _, verb := range verbs {
		if fields := p.Fields(lit, verb); fields != nil {
			call := &Call{Verb: verb, Node: lit, Callee: typeName(p.pass.TypesInfo.TypeOf(lit)), args: fields}
			call.Firm = call.Least() > 0
			p.Calls = append(p.Calls, call)
		}
	}
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		id, ok := kv.Key.(*ast.Ident)
		if !ok {
			continue
		}
		if v, ok := p.pass.TypesInfo.ObjectOf(id).(*types.Var); ok && v.IsField() && v.Pkg() != p.pass.Pkg {
			if s := facts(v.Origin()); s != nil {
				for _, u := range s.Uses {
					p.use(u, lit, kv.Value, v, v)
				}
			}
		}
	}
}

func typeName(t types.Type) types.Object {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// put adds the call that an assignment to a modelled field stands for.
func (p *Package) put(verb model.Verb, role model.Role, node ast.Node, value ast.Expr, callee types.Object) {
	if slices.Contains(verbs, verb) {
		p.Calls = append(p.Calls, &Call{Verb: verb, Node: node, Callee: callee, args: map[model.Role][]ast.Expr{role: {value}}})
	}
}

// At returns the place of a call that a person would look at: its name rather than its start.
func (c *Call) At() token.Pos {
	if e, ok := c.Node.(*ast.CallExpr); ok {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return sel.Sel.Pos()
		}
	}
	return c.Node.Pos()
}

// What names what a call does, for a message: SignedString, auth.NewService.
func (c *Call) What() string {
	if c.Callee == nil {
		return string(c.Verb)
	}
	if c.Via != nil && c.Callee.Pkg() != nil {
		return c.Callee.Pkg().Name() + "." + c.Callee.Name()
	}
	return c.Callee.Name()
}
