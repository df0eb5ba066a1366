package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"net"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Travel is a request that carries credentials.
type Travel struct {
	Address ast.Expr
	Proof   *Call    // puts the credentials in
	Client  ast.Expr // what sends it, nil where that is not seen
}

// Travels returns the requests of the package that carry credentials: an Authorization header, a token, a password.
func (p *Package) Travels() []Travel {
	proofs := p.proofs()
	var out []Travel
	for _, c := range p.Calls {
		if c.Verb != model.Fetch && c.Verb != model.Build {
			continue
		}
		for _, e := range c.args[model.Address] {
			if proof := proofs.of(p, c); proof != nil {
				out = append(out, Travel{Address: e, Proof: proof})
			}
		}
		for _, e := range c.args[model.Client] {
			if proof := proofs.of(p, c); proof != nil {
				out = append(out, Travel{Proof: proof, Client: e})
			}
		}
	}
	return out
}

// proofs holds the calls that put credentials into requests, by where the requests are born.
type proofs map[ast.Node]*Call

func (p *Package) proofs() proofs {
	out := proofs{}
	for _, c := range p.Calls {
		var on []ast.Expr
		switch {
		case c.Verb == model.Prove:
			on = c.args[model.Object]
		case c.Verb == model.Header && slices.ContainsFunc(c.args[model.Name], p.authorizes):
			on = []ast.Expr{c.On}
			if sel, ok := ast.Unparen(orBad(c.On)).(*ast.SelectorExpr); ok && p.pass.TypesInfo.Selections[sel] != nil {
				on = append(on, sel.X) // the headers of a request
			}
		}
		for _, e := range on {
			if e == nil {
				continue
			}
			for _, o := range p.Of(e).Births {
				if o.Kind == origin.Object && o.At != nil {
					out[o.At] = c
				}
			}
		}
	}
	return out
}

func orBad(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}

// authorizes reports whether the name of a header field is that of one for credentials (RFC 9110 section 11.6.2).
func (p *Package) authorizes(e ast.Expr) bool {
	return slices.ContainsFunc(p.Texts(e), func(n string) bool {
		return strings.EqualFold(n, "Authorization") || strings.EqualFold(n, "X-Api-Key")
	})
}

// of returns the call that puts credentials into the request of a call, nil where none does.
func (x proofs) of(p *Package, c *Call) *Call {
	if proof := x[c.Node]; proof != nil {
		return proof
	}
	for _, e := range c.args[model.Object] {
		for _, o := range p.Of(e).Births {
			if proof := x[o.At]; o.At != nil && proof != nil {
				return proof
			}
		}
	}
	return nil
}

// Plain is an address that is reached without encryption.
type Plain struct {
	Host   string
	Scheme *ast.BasicLit // the literal of this package that begins with the scheme, nil where there is none
}

// Plain reports whether an address can be one that is reached without encryption over a network that others share.
// Addresses of the machine itself, of private networks and clusters are not, nor those whose host is not known.
func (p *Package) Plain(address ast.Expr) (plain Plain, ok bool) {
	for _, way := range p.Wordings(address) {
		if len(way) == 0 {
			continue
		}
		first := way[0]
		if first.Expr != nil {
			if host, plain := p.literalURL(first.Expr); plain && !private(host) {
				return Plain{Host: host}, true
			}
			continue
		}
		text, rest := first.Text, way[1:]
		for len(rest) > 0 && rest[0].Expr == nil {
			text, rest = text+rest[0].Text, rest[1:]
		}
		host, plain := hostOf(text, len(rest) > 0)
		if plain && !private(host) {
			lit, _ := first.At.(*ast.BasicLit)
			return Plain{host, lit}, true
		}
	}
	return Plain{}, false
}

// hostOf returns the host of an address without encryption; open says that the text goes on unseen.
func hostOf(text string, open bool) (host string, plain bool) {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "ws") {
		return "", false
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		if end = len(rest); open && !strings.Contains(rest, ":") {
			return "", false // the host goes on
		}
	}
	host = rest[:end]
	if at := strings.LastIndex(host, "@"); at >= 0 {
		host = host[at+1:]
	}
	if name, _, cut := strings.Cut(host, ":"); cut && !strings.HasPrefix(host, "[") {
		host = name
	}
	return strings.ToLower(strings.Trim(host, "[]")), host != ""
}

// literalURL returns the host of an address that a URL as a Go value makes, where it is written here.
func (p *Package) literalURL(e ast.Expr) (host string, plain bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return "", false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	for _, o := range p.Of(sel.X).Births {
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok {
			continue
		}
		fields := p.Fields(lit, model.Hold)
		if len(fields[model.Scheme]) == 1 && len(fields[model.Hostname]) == 1 {
			schemes, hosts := p.Texts(fields[model.Scheme][0]), p.Texts(fields[model.Hostname][0])
			if len(schemes) == 1 && len(hosts) == 1 {
				return hostOf(schemes[0]+"://"+hosts[0], false)
			}
		}
	}
	return "", false
}

// private reports whether a host is the machine itself, or one that only a private network or cluster knows.
func private(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast()
	}
	if !strings.Contains(host, ".") {
		return true // localhost, or the name of a service
	}
	return slices.ContainsFunc([]string{".local", ".localhost", ".internal", ".svc", ".lan", ".test", ".intranet", ".home.arpa", ".example", ".invalid", "host.docker.internal"},
		func(s string) bool { return strings.HasSuffix(host, s) })
}

// Lax returns the option by which a client takes any certificate, nil where it does not or where that is not constant.
func (p *Package) Lax(client ast.Expr) ast.Expr {
	seen := map[ast.Node]bool{}
	var look func(e ast.Expr) ast.Expr
	look = func(e ast.Expr) ast.Expr {
		for _, o := range p.Of(e).Births {
			lit, ok := o.At.(*ast.CompositeLit)
			if !ok || seen[lit] {
				continue
			}
			seen[lit] = true
			for _, v := range p.Fields(lit, model.Hold)[model.Trusting] {
				if values, only := p.Constants(v); only && slices.ContainsFunc(values, isTrue) {
					return v
				}
			}
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok && structOf(p.pass.TypesInfo.TypeOf(kv.Value)) != nil || ok && types.IsInterface(p.pass.TypesInfo.TypeOf(kv.Value)) {
					if found := look(kv.Value); found != nil {
						return found
					}
				}
			}
		}
		return nil
	}
	return look(client)
}

// Unsealed returns what a method of this package returns by which credentials are sent without encryption, nil for none.
func (p *Package) Unsealed(c *Call) ast.Expr {
	for _, e := range c.args[model.Object] {
		for _, o := range p.Of(e).Births {
			at, ok := o.At.(ast.Expr)
			if !ok || o.Kind != origin.Object {
				continue
			}
			if r := p.allows(p.pass.TypesInfo.TypeOf(at), c.Node); r != nil {
				return r
			}
		}
	}
	return nil
}

// allows returns the constant no that the method of a type gives which says whether encryption is required.
func (p *Package) allows(t types.Type, call ast.Node) ast.Expr {
	c, ok := call.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sig, ok := p.pass.TypesInfo.TypeOf(c.Fun).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return nil
	}
	wants, ok := sig.Params().At(0).Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for m := range wants.Methods() {
		if row := model.Of(m, ""); row == nil || row.Result(0) != model.Required {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, m.Name())
		fn, _ := obj.(*types.Func)
		if fn == nil || p.Decl(fn) == nil {
			continue
		}
		tr := p.Results(p.Decl(fn), 0)
		if len(tr.Births) == 1 && tr.Births[0].Value != nil && tr.Births[0].Value.Kind() == constant.Bool && !constant.BoolVal(tr.Births[0].Value) {
			r, _ := tr.Births[0].At.(ast.Expr)
			return r
		}
	}
	return nil
}

// Elements returns the elements of a list that is written out, or the expression itself.
func (p *Package) Elements(e ast.Expr) []ast.Expr {
	if _, list := p.pass.TypesInfo.TypeOf(e).Underlying().(*types.Slice); !list {
		return []ast.Expr{e}
	}
	var out []ast.Expr
	for _, o := range p.Of(e).Births {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			out = append(out, lit.Elts...)
		}
	}
	return out
}
