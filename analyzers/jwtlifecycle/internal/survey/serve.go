package survey

// This file looks at what a package answers, and over which connections:
//
//	c.HTML(200, "index.html", data)                        // Pages
//	page.Execute(w, data)                                  // the same
//	http.SetCookie(w, &http.Cookie{Name: "access_token"})  // Cookies
//	go http.ListenAndServe(":80", mux)                     // Plain
//	http.ListenAndServeTLS(":443", cert, key, mux)         // TLS
//	r.Use(firewall.Middleware())                           // Foreign

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// answers looks at responses, pages, cookies and the middlewares of others.
func (s *surveyor) answers() {
	for _, c := range s.Index.Calls {
		sig, _ := s.Index.Row(c)
		switch {
		case sig == nil:
			s.out.Foreign = s.out.Foreign || s.isForeign(c)
		case sig.Verb == model.Respond || sig.Verb == model.Abort:
			s.out.Answers = true
			if isPage(sig) {
				s.out.Pages = append(s.out.Pages, s.spot(c))
			}
		case sig.Verb == model.Log && s.fillsPage(c, sig):
			s.out.Pages = append(s.out.Pages, s.spot(c))
		}
	}
	for _, imp := range s.Pkg.Imports() {
		s.out.Loud = s.out.Loud || model.IsServer(imp.Path()) && !model.LogsNoRequest(imp.Path())
	}
	for _, k := range s.cookies.Cookies() {
		// cookies of refresh tokens are sent to one address only
		if k.Token() && !k.IsDeletion() && !isRefresh(k.Name()) && lacksSameSite(k) {
			s.out.Cookies = append(s.out.Cookies, s.spot(k.Sent.Node))
		}
	}
	if len(s.out.Pages) > 8 { // one is enough for a report
		s.out.Pages = s.out.Pages[:8]
	}
}

// lacksSameSite reports whether nothing in the package sets SameSite of a cookie. Where a request
// could have it, a word in the program says so.
func lacksSameSite(k *cookies.Cookie) bool {
	flag := k.Flag(model.SameSite)
	return flag == cookies.FlagUnset || flag == cookies.FlagPerRequest
}

// isPage reports whether a row is that of a method which writes a page.
func isPage(sig *model.Sig) bool {
	_, name, _ := strings.Cut(sig.Name, ".")
	return name == "HTML" || name == "Render"
}

// fillsPage reports whether a call writes a template to a response.
func (s *surveyor) fillsPage(c *ast.CallExpr, sig *model.Sig) bool {
	_, name, _ := strings.Cut(sig.Name, ".")
	return strings.HasPrefix(name, "Execute") && slices.ContainsFunc(
		syntax.Args(c, sig, model.Writer), func(e ast.Expr) bool {
			return handlers.IsResponse(typing.OrInvalid(s.Info.TypeOf(e)))
		})
}

var harmless = pattern.New(`cors|gzip|compress|recover|request_?id|swagger|static|otel|trac|prom|` +
	`metric|pprof|i18n|cache|docs|scalar|timeout|validat|openapi|graphql|playground|session`)

// isForeign reports whether a call makes a middleware by a library about which nothing is known: it
// may take any measure.
func (s *surveyor) isForeign(c *ast.CallExpr) bool {
	fn, ok := s.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || s.own(fn.Pkg()) || fn.Signature().Results().Len() != 1 {
		return false
	}
	path := fn.Pkg().Path()
	return !s.effects.IsStandard(path) && isMiddleware(fn.Signature().Results().At(0).Type()) &&
		!model.IsServer(path) && !model.HandlesTokens(path) && model.Protects(path) == "" &&
		!harmless().MatchString(strings.ToLower(path))
}

// own reports whether a package belongs to the module of the pass.
func (s *surveyor) own(p *types.Package) bool { return dependency.SameModule(s.pass, p.Path()) }

// isMiddleware reports whether a type is that of what a router puts in front of its handlers: a
// function of a framework's own type, or one from handlers to handlers.
func isMiddleware(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	if name := typing.TypeName(t); name != nil && name.Pkg() != nil &&
		model.IsServer(name.Pkg().Path()) {
		return true
	}
	if sig.Params().Len() != 1 || sig.Results().Len() != 1 {
		return false
	}
	in, out := typing.TypeName(sig.Params().At(0).Type()), typing.TypeName(sig.Results().At(0).Type())
	return in != nil && in == out && in.Pkg() != nil && model.IsServer(in.Pkg().Path())
}

// listens looks at the listeners of the package.
func (s *surveyor) listens() {
	for _, c := range s.Index.Calls {
		sig, _ := s.Index.Row(c)
		if sig == nil || sig.Verb != model.Listen {
			continue
		}
		s.out.Serves = true
		if sig.Result(0) == model.TLS {
			s.out.TLS = append(s.out.TLS, s.spot(c))
		} else if at := sig.Index(model.ListenAddress); at >= 0 && at < len(c.Args) &&
			slices.ContainsFunc(s.Origin.Strings(c.Args[at]), isPort80) && !answersByCall(c, sig) {
			s.out.Plain = append(s.out.Plain, s.spot(c))
		}
	}
}

// isPort80 reports whether an address is that of HTTP.
func isPort80(address string) bool {
	return strings.HasSuffix(address, ":80") || strings.HasSuffix(address, ":http")
}

// answersByCall reports whether what a listener answers with is made by a call, as what sends browsers
// to HTTPS is.
func answersByCall(c *ast.CallExpr, sig *model.Sig) bool {
	at := sig.Index(model.Handler)
	if at < 0 || at >= len(c.Args) {
		return false
	}
	_, call := ast.Unparen(c.Args[at]).(*ast.CallExpr)
	return call
}
