package jwttransport

// This file looks for servers that accept tokens without TLS:
//
//	http.ListenAndServe(":8080", handler)            // listeners
//	http.ListenAndServe("localhost:8080", handler)   // not reported: loopback
//	http.ListenAndServe(":9090", promhttp.Handler()) // isOperatorListener

import (
	"go/ast"
	"go/types"
	"net"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// serversAnalyzer says to importing packages which packages give out or accept tokens, which
// encrypt their connections, and which parameters say where they listen. It looks at nothing
// without the flag -advice.
var serversAnalyzer = &analysis.Analyzer{
	Name:       "jwtservers",
	Doc:        "find the packages that tokens are sent to, and what they know of their connections",
	Run:        serve,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, program.Analyzer},
	ResultType: reflect.TypeFor[*servers](),
	FactTypes:  []analysis.Fact{(*Serves)(nil), (*Listens)(nil)},
}

// Serves is what a package does for those who send requests.
type Serves struct {
	Tokens bool // gives tokens out or lets in who has one, or imports what does
	TLS    bool // encrypts connections, or knows that something in front of it does
}

// AFact marks the type as a fact.
func (*Serves) AFact() {}

// Listens is said of a parameter, variable or field that says where a server listens.
type Listens struct{}

// AFact marks the type as a fact.
func (*Listens) AFact() {}

// servers finds what listens in one package.
type servers struct {
	calls.View
	pass    *analysis.Pass
	secrets *secrets.Reader
	sinks   *sinks.Reader
	cookies *cookies.Reader
}

func serve(pass *analysis.Pass) (any, error) {
	s := &servers{pass: pass}
	if !settings.Advice || calls.Unrelated(pass) {
		return s, nil
	}
	fact := Serves{TLS: encrypts(pass, files.Of(pass))}
	ask := calls.Inspect
	if program.Of(pass).IsServer() {
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		s.View, s.secrets, s.sinks = p.View, secrets.New(p), sinks.New(pass, p)
		s.cookies = cookies.New(p, s.sinks)
		s.export()
		fact.Tokens = s.handlesTokens() || s.program(func(s *Serves) bool { return s.Tokens })
	})
	if fact != (Serves{}) {
		pass.ExportPackageFact(&fact)
	}
	return s, nil
}

// export says which parameters, variables and fields say where the package listens.
func (p *servers) export() {
	for _, c := range p.listens() {
		bound, _ := p.Calls.Resolve(c, model.ListenAddress)
		for _, e := range bound {
			for _, v := range p.Origin.Trace(e).Through {
				if v.Pkg() == p.Pkg && p.Calls.Visible(v) {
					p.pass.ExportObjectFact(v, &Listens{})
				}
			}
		}
	}
}

// listens returns the calls that listen: those of libraries, and those of functions of other
// packages that facts tell of.
func (p *servers) listens() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		if c.Verb == model.Listen {
			out = append(out, c)
		}
	}
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		if v.Pkg() != nil && p.pass.ImportObjectFact(v, &Listens{}) {
			out = append(out, calls.NewCall(model.Listen, node, v, callee,
				map[model.Role][]ast.Expr{model.ListenAddress: {value}}))
		}
	})
	slices.SortStableFunc(out, func(a, b *calls.Call) int { return int(a.Node.Pos() - b.Node.Pos()) })
	return out
}

// encrypts reports whether a package uses what encrypts connections or tells of it, or mentions
// that something in front of it does.
func encrypts(pass *analysis.Pass, own []*ast.File) bool {
	if slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		return model.EncryptsConnections(imp.Path())
	}) {
		return true
	}
	for _, obj := range pass.TypesInfo.Uses {
		if model.ConcernsTLS(obj) {
			return true
		}
	}
	return slices.ContainsFunc(own, func(f *ast.File) bool {
		data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name())
		return err == nil && model.MentionsTLSProxy(string(data))
	})
}

// anyServes reports whether a fact of this package, or of one that it imports, is so.
func (p *servers) anyServes(is func(*Serves, *types.Package) bool) bool {
	return slices.ContainsFunc(p.pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
		s, ok := f.Fact.(*Serves)
		return ok && is(s, f.Package)
	})
}

// program reports whether a fact of this package, or of one of its program that it imports, is so.
func (p *servers) program(is func(*Serves) bool) bool {
	return p.anyServes(func(s *Serves, by *types.Package) bool { return is(s) && p.sameProgram(by) })
}

// handlesTokens reports whether the package lets in who has a token, or gives one to who asks.
func (p *servers) handlesTokens() bool {
	return slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify || c.Verb == model.Middleware
	}) ||
		slices.ContainsFunc(p.cookies.Cookies(), (*cookies.Cookie).Token) ||
		slices.ContainsFunc(p.sinks.Sinks(), func(s sinks.Sink) bool {
			return s.To == model.Response &&
				slices.ContainsFunc(p.Spelling.Ingredients(s.Arg), func(in spelling.Ingredient) bool {
					in.Encoded = true
					return p.secrets.Secret(in).Role == model.Token
				})
		})
}

// sameProgram reports whether another package belongs to the program of this one rather than to a
// library: to the same module or, where the driver does not say which that is, to the same
// repository.
func (p *servers) sameProgram(other *types.Package) bool {
	if m := p.pass.Module; m != nil && m.Path != "" {
		return other.Path() == m.Path || strings.HasPrefix(other.Path(), m.Path+"/")
	}
	return repository(other.Path()) == repository(p.pass.Pkg.Path())
}

// repository returns what the import paths of one repository have in common: host, owner and name,
// or the name alone.
func repository(path string) string {
	parts, n := strings.Split(path, "/"), 1
	if strings.Contains(parts[0], ".") {
		n = min(3, len(parts))
	}
	return strings.Join(parts[:n], "/")
}

// listeners returns the calls by which a program that gives out or accepts tokens answers requests
// over connections that others can listen to: nil where this package, or one of its program that it
// imports, encrypts connections or knows that something in front of it does. What listens at
// addresses of the machine itself is left out, what listens where cannot be seen, and what answers
// operators only, beside what answers everybody.
func (p *servers) listeners() []*calls.Call {
	if p.Calls == nil || !p.program(func(s *Serves) bool { return s.Tokens }) ||
		p.program(func(s *Serves) bool { return s.TLS }) {
		return nil
	}
	var out, beside []*calls.Call
	for _, c := range p.listens() {
		switch {
		case p.wrapped(c) || !p.exposed(c):
		case p.isOperatorListener(c):
			beside = append(beside, c)
		default:
			out = append(out, c)
		}
	}
	if out == nil {
		return beside
	}
	return out
}

// isOperatorListener reports whether what answers is a handler that others made as it is, such as
// one for profiles or metrics.
func (p *servers) isOperatorListener(c *calls.Call) bool {
	handlers, _ := p.Calls.Resolve(c, model.Handler)
	return len(handlers) > 0 && !slices.ContainsFunc(handlers, func(h ast.Expr) bool {
		made, ok := ast.Unparen(h).(*ast.CallExpr)
		if !ok {
			return !p.Info.Types[h].IsNil()
		}
		fn, ok := p.Index.Callee(made).(*types.Func)
		return !ok || len(made.Args) > 0 || fn.Pkg() == nil || p.sameProgram(fn.Pkg())
	})
}

// wrapped reports whether a call is also reported in the package whose function calls the library.
func (p *servers) wrapped(c *calls.Call) bool {
	return c.Via != nil && p.anyServes(func(s *Serves, by *types.Package) bool {
		return s.Tokens && by == c.Via.Pkg()
	})
}

// exposed reports whether others can reach what listens.
func (p *servers) exposed(c *calls.Call) bool {
	sig := model.Of(c.Callee, "")
	bound, seen := p.Calls.Resolve(c, model.ListenAddress)
	if sig != nil && sig.Recv == model.None && sig.Index(model.ListenAddress) < 0 &&
		(!seen || len(bound) == 0) || p.Origin.Blank(bound) {
		// The listener is made elsewhere, as frameworks are given one before an empty address, or
		// the address is in settings.
		return false
	}
	networks, _ := p.Calls.Resolve(c, model.Scheme)
	return !slices.ContainsFunc(networks, p.socket) && !slices.ContainsFunc(bound, p.loopback)
}

// socket reports whether the name of a network can be that of sockets in the file system.
func (p *servers) socket(network ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Strings(network), func(t string) bool {
		return strings.HasPrefix(t, "unix")
	})
}

// loopback reports whether an address that a server listens at can be one of the machine itself.
func (p *servers) loopback(address ast.Expr) bool {
	texts := p.Origin.Strings(address) // defaults of flags and settings among them
	for _, way := range p.Spelling.Spellings(address) {
		text := ""
		for i := 0; i < len(way) && way[i].Expr == nil; i++ {
			text += way[i].Text
		}
		texts = append(texts, text)
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		host, _, err := net.SplitHostPort(text)
		if err != nil {
			host = strings.Trim(text, "[]")
		}
		ip := net.ParseIP(host)
		return host == "localhost" || ip != nil && ip.IsLoopback()
	})
}
