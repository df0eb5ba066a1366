package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// verbs are those that checks ask for; the other rows only help to trace.
var verbs = []model.Verb{model.Sign, model.Verify, model.Decode, model.PinAlg, model.Load, model.Build, model.Send, model.Cookie, model.Keep, model.Header, model.Cors,
	model.Fetch, model.SetCredentials, model.Put, model.TokenEndpoint, model.FetchKeys, model.SkipClaims, model.SkipSignature, model.Check, model.Middleware, model.Claim, model.Listen}

// finder collects the calls of a package.
type finder struct{ *Package }

// find collects the calls of the package.
func (p *finder) find() {
	for _, c := range p.Index.Calls {
		if sig, obj := p.Index.Row(c); sig != nil && slices.Contains(verbs, sig.Verb) {
			p.All = append(p.All, LibraryCall(c, sig, obj))
		}
	}
	for _, lit := range p.Index.Literals {
		p.configured(lit)
	}
	p.Index.Assignments(func(v *types.Var, owner string, value ast.Expr) {
		if sig := model.Of(v, owner); sig != nil {
			p.put(sig.Verb, sig.Result(0), value, value, v)
		}
	})
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		if s := p.Summary(v); s != nil {
			for _, u := range s.Uses {
				p.use(u, node, value, v, callee)
			}
		}
	})
	(&segments{p.Package}).find()
	slices.SortStableFunc(p.All, func(a, b *Call) int { return int(a.Node.Pos() - b.Node.Pos()) })
	p.resolveDecodes()
	p.named()
}

// NewCall returns the call that a node stands for, with its arguments by role; via is the object of another package whose
// fact says so, nil for none.
func NewCall(verb model.Verb, node ast.Node, via, callee types.Object, args map[model.Role][]ast.Expr) *Call {
	return &Call{Verb: verb, Node: node, Via: via, Callee: callee, args: args}
}

// LibraryCall is the call of a modelled function.
func LibraryCall(c *ast.CallExpr, sig *model.Sig, obj types.Object) *Call {
	call := &Call{Verb: sig.Verb, Node: c, Callee: obj, args: map[model.Role][]ast.Expr{}}
	if sig.Verb == model.Send {
		call.Sets = sig.Results
	}
	for i, a := range c.Args {
		if r := sig.Arg(i); r != model.None {
			call.args[r] = append(call.args[r], a)
		}
	}
	if r := sig.Result(0); r.Algorithm() && sig.Verb != model.Alg {
		call.alg = r
	}
	call.RejectsEmpty = call.MinKeyLen() > 0
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && sig.Method {
		call.On = sel.X
		if sig.Recv != model.None {
			call.args[sig.Recv] = append(call.args[sig.Recv], sel.X)
		}
	}
	return call
}

// use adds the call that a fact tells of.
func (p *finder) use(u origin.Use, node ast.Node, value ast.Expr, via, callee types.Object) {
	for _, c := range p.All { // several parameters of one wrapper make one call
		if c.Node == node && c.Verb == u.Verb && c.Via != nil {
			c.args[u.Role] = append(c.args[u.Role], value)
			c.RejectsEmpty = c.RejectsEmpty || u.RejectsEmpty && u.Role == model.Key
			return
		}
	}
	p.All = append(p.All, &Call{
		Verb: u.Verb, Node: node, Via: via, Callee: callee, alg: u.Alg, args: map[model.Role][]ast.Expr{u.Role: {value}},
		RejectsEmpty: u.RejectsEmpty && u.Role == model.Key,
	})
}

// configured adds the calls that a literal of a modelled struct stands for.
func (p *finder) configured(lit *ast.CompositeLit) {
	for _, verb := range verbs {
		if fields := p.Index.Fields(lit, verb); fields != nil {
			call := NewCall(verb, lit, nil, typing.TypeName(p.Info.TypeOf(lit)), fields)
			call.RejectsEmpty = call.MinKeyLen() > 0
			p.All = append(p.All, call)
		}
	}
}

// put adds the call that an assignment to a modelled field stands for.
func (p *finder) put(verb model.Verb, role model.Role, node ast.Node, value ast.Expr, callee types.Object) {
	if slices.Contains(verbs, verb) {
		p.All = append(p.All, NewCall(verb, node, nil, callee, map[model.Role][]ast.Expr{role: {value}}))
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

// Label names what a call does, for a message: SignedString, auth.NewService.
func (c *Call) Label() string {
	if c.Callee == nil {
		return string(c.Verb)
	}
	if c.Via != nil && c.Callee.Pkg() != nil {
		return c.Callee.Pkg().Name() + "." + c.Callee.Name()
	}
	return c.Callee.Name()
}
