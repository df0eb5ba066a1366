package jwttransport

// This file looks for what a package and its importers have to know of a server before its
// listeners are judged:
//
//	jwt.Parse(bearer, keyfunc)                      // Serves.Tokens
//	http.ListenAndServeTLS(":443", crt, key, mux)   // Serves.TLS
//	func Run(addr string) { http.ListenAndServe(addr, mux) } // Listens, of addr

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
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
	Name: "jwtservers",
	Doc: "find the packages that tokens are sent to, and what they know of their " +
		"connections",
	Run:        serve,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, program.Analyzer},
	ResultType: reflect.TypeFor[*servers](),
	FactTypes:  []analysis.Fact{(*Serves)(nil), (*Listens)(nil)},
}

// Serves is what a package does for those who send requests.
type Serves struct {
	Tokens bool // gives tokens out or lets in who has one, or imports what does
	TLS    bool // encrypts connections, or knows that something in front does, or imports what does
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
	if !settings.Advice || dependency.Unrelated(pass) {
		return s, nil
	}
	fact := Serves{ // importers of this package need not see its imports
		Tokens: s.program(func(s *Serves) bool { return s.Tokens }),
		TLS:    encrypts(pass, files.Of(pass)) || s.program(func(s *Serves) bool { return s.TLS }),
	}
	ask := calls.Inspect
	if program.Of(pass).IsServer() {
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		s.View, s.secrets, s.sinks = p.View, secrets.New(p), sinks.New(pass, p)
		s.cookies = cookies.New(p, s.sinks)
		s.export()
		fact.Tokens = fact.Tokens || s.handlesTokens()
	})
	if fact != (Serves{}) {
		pass.ExportPackageFact(&fact)
	}
	return s, nil
}

// export says which parameters, variables and fields say where the package listens for others than
// operators.
func (p *servers) export() {
	for _, c := range p.listens() {
		if p.isOperatorListener(c) {
			continue
		}
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
	return p.anyServes(func(s *Serves, by *types.Package) bool {
		return is(s) && p.sameProgram(by)
	})
}

// handlesTokens reports whether the package lets in who has a token, or gives one to who asks.
func (p *servers) handlesTokens() bool {
	return slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify || c.Verb == model.Middleware
	}) ||
		slices.ContainsFunc(p.cookies.Cookies(), (*cookies.Cookie).Token) ||
		slices.ContainsFunc(p.sinks.Sinks(), func(s sinks.Sink) bool {
			return s.To == model.Response &&
				slices.ContainsFunc(p.Spelling.Ingredients(s.Arg),
					func(in spelling.Ingredient) bool {
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
