package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/message"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/segment"
	"github.com/jwtvet/jwtvet/analyzers/internal/sent"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// verbs are those that checks ask for; the other rows only help to trace.
var verbs = []model.Verb{
	model.Sign, model.Verify, model.Encrypt, model.Decode, model.PinAlg, model.Load, model.Build,
	model.Send, model.Cookie, model.Keep, model.Header, model.Cors, model.Fetch, model.SetCredentials,
	model.Put, model.TokenEndpoint, model.FetchKeys, model.SkipClaims, model.SkipSignature,
	model.Check, model.Middleware, model.Claim, model.Listen,
}

// finder collects the calls of a package, from calls, literals, assignments and facts:
//
//	token.SignedString(key)                 // the row of a function
//	&http.Cookie{Name: "session", Value: t} // the rows of fields
//	cookie.Secure = true                    // the row of a field
//	auth.NewMaker(secret)                   // a fact on the parameter
type finder struct{ *Package }

// find collects the calls of the package, in the order of their positions. What functions of the
// package itself do is seen in them, also where it is a library of the model.
func (p *finder) find() {
	for _, c := range p.Index.Calls {
		sig, obj := p.Index.Row(c)
		if sig != nil && slices.Contains(verbs, sig.Verb) && obj.Pkg() != p.Pkg {
			call := LibraryCall(c, sig, obj)
			call.Message = message.Is(p.Index, p.Origin, c)
			p.All = append(p.All, call)
		}
	}
	for _, lit := range p.Index.Literals {
		p.addLiteral(lit)
	}
	p.Index.Assignments(func(v *types.Var, owner string, value ast.Expr) {
		if sig := model.Of(v, owner); sig != nil && slices.Contains(verbs, sig.Verb) {
			args := map[model.Role][]ast.Expr{sig.Result(0): {value}}
			p.All = append(p.All, NewCall(sig.Verb, value, nil, v, args))
		}
	})
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		if v.IsField() && node == ast.Node(value) && origin.StaysInCopy(p.Origin, v, value) {
			return
		}
		for _, u := range p.usesOf(v) {
			if u.Verb == model.SetCredentials {
				p.sent = append(p.sent, value)
				continue
			}
			p.addFactCall(u, node, value, v, callee)
		}
	})
	p.sent = append(p.sent, sent.Find(p.Index, p.Spelling)...)
	p.joinFields()
	by := segment.Reader{Index: p.Index, Origin: p.Origin, Spelling: p.Spelling}
	for _, d := range by.Find() {
		args := map[model.Role][]ast.Expr{
			model.Token: {d.Token}, model.Claims: d.Claims, model.Parts: d.Signed,
		}
		p.All = append(p.All, NewCall(model.Decode, d.Call, nil, d.Callee, args))
	}
	for _, m := range by.MACs() {
		args := map[model.Role][]ast.Expr{model.Key: {m.Key}}
		p.All = append(p.All, NewCall(model.Build, m.Call, nil, m.Callee, args))
	}
	slices.SortStableFunc(p.All, func(a, b *Call) int {
		return p.Index.Compare(a.Node.Pos(), b.Node.Pos())
	})
	p.resolveDecodes()
	p.findNamedKeys()
}

// NewCall returns the call that a node stands for, with its arguments by role; via is the object
// of another package whose fact describes the call, nil for none.
func NewCall(
	verb model.Verb, node ast.Node, via, callee types.Object, args map[model.Role][]ast.Expr,
) *Call {
	return &Call{Verb: verb, Node: node, Via: via, Callee: callee, args: args}
}

// LibraryCall returns the call of a modelled function with its arguments by role; sig is the row
// of obj, the function.
func LibraryCall(c *ast.CallExpr, sig *model.Sig, obj types.Object) *Call {
	call := NewCall(sig.Verb, c, nil, obj, map[model.Role][]ast.Expr{})
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
	call.RejectsEmpty = refusesEmpty(call)
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && sig.Method {
		call.On = sel.X
		if sig.Recv != model.None {
			call.args[sig.Recv] = append(call.args[sig.Recv], sel.X)
		}
	}
	return call
}

// refusesEmpty reports whether a library refuses an empty key: no cipher has keys without bytes.
func refusesEmpty(c *Call) bool { return c.MinKeyLen() > 0 || c.Verb == model.Encrypt }

// addFactCall adds the call that a use of a value describes. Several parameters of one wrapper
// make one call.
func (p *finder) addFactCall(
	u origin.Use, node ast.Node, value ast.Expr, via, callee types.Object,
) {
	rejects := u.RejectsEmpty && u.Role == model.Key
	for _, c := range p.All {
		if c.Node == node && c.Verb == u.Verb && c.Via != nil {
			c.args[u.Role] = append(c.args[u.Role], value)
			c.RejectsEmpty, c.Message = c.RejectsEmpty || rejects, c.Message && u.Message
			return
		}
	}
	call := NewCall(u.Verb, node, via, callee, map[model.Role][]ast.Expr{u.Role: {value}})
	call.alg, call.RejectsEmpty, call.Message = u.Alg, rejects, u.Message
	p.All = append(p.All, call)
}

// addLiteral adds the calls that a literal of a modelled struct stands for, one for each verb.
func (p *finder) addLiteral(lit *ast.CompositeLit) {
	for _, verb := range verbs {
		if fields := p.Index.Fields(lit, verb); fields != nil {
			call := NewCall(verb, lit, nil, typing.TypeName(p.Info.TypeOf(lit)), fields)
			call.RejectsEmpty = refusesEmpty(call)
			p.All = append(p.All, call)
		}
	}
}
