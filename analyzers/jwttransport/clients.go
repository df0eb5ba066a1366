package jwttransport

// This file says to importing packages what the clients are like that a package makes:
//
//	func (t *Bearer) RoundTrip(r *http.Request) (*http.Response, error) // Adds
//	func NewClient() *http.Client { ... InsecureSkipVerify: true ... }  // Trusts

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwttransport/internal/certificates"
)

var clientsAnalyzer = &analysis.Analyzer{
	Name:       "jwtclients",
	Doc:        "find the functions that make clients, and the transports that add credentials",
	Run:        findClients,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*clients](),
	FactTypes:  []analysis.Fact{(*Adds)(nil), (*Trusts)(nil)},
}

// Adds is said of a method that sends a request with credentials which it puts in, and of a
// function that returns a client of that kind.
type Adds struct{}

// Trusts is said of a function whose result disables TLS verification.
type Trusts struct{}

// AFact marks the type as a fact.
func (*Adds) AFact() {}

// AFact marks the type as a fact.
func (*Trusts) AFact() {}

// clients gives access to the facts of other packages.
type clients struct{ pass *analysis.Pass }

// adds reports whether a method or function of another package puts credentials into requests, or
// returns what does.
func (x *clients) adds(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg() != x.pass.Pkg &&
		x.pass.ImportObjectFact(fn.Origin(), &Adds{})
}

// trusts reports whether the result of a function of another package disables TLS verification.
func (x *clients) trusts(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg() != x.pass.Pkg &&
		x.pass.ImportObjectFact(fn.Origin(), &Trusts{})
}

func findClients(pass *analysis.Pass) (any, error) {
	x := &clients{pass}
	if dependency.Unrelated(pass) {
		return x, nil
	}
	calls.Inspect(pass, func(p *calls.Package) {
		b := &bearers{&requests{p.View, secrets.New(p), x}, map[*types.Func]bool{}}
		var made credentials
		for _, fn := range syntax.InOrder(p.Index, p.Index.Decls) {
			d := p.Index.Decls[fn]
			if !fn.Exported() || d.Body == nil {
				continue
			}
			if fn.Name() == "RoundTrip" && b.puts(fn) {
				pass.ExportObjectFact(fn, &Adds{})
			}
			if !sends(fn) {
				continue
			}
			if made.own == nil {
				made = credentials{map[ast.Node]*calls.Call{}, map[ast.Node]*calls.Call{}}
				b.addBearers(made)
			}
			x.export(b, made, fn, d)
		}
	})
	return x, nil
}

// export says what the client is like that a function returns.
func (x *clients) export(b *bearers, made credentials, fn *types.Func, d *ast.FuncDecl) {
	for _, r := range b.Index.Returns[d] {
		if len(r.Results) == 0 {
			continue
		}
		reader := &certificates.Reader{View: b.View, Trusts: x.trusts}
		if reader.Option(r.Results[0]) != nil {
			x.pass.ExportObjectFact(fn, &Trusts{})
		}
		if b.on(made, r.Results[0], map[ast.Node]bool{}) != nil {
			x.pass.ExportObjectFact(fn, &Adds{})
		}
	}
}

// sends reports whether the first result of a function is a client or transport of a library.
func sends(fn *types.Func) bool {
	res := fn.Signature().Results()
	if res.Len() == 0 {
		return false
	}
	for _, name := range []string{"Do", "RoundTrip"} {
		obj, _, _ := types.LookupFieldOrMethod(res.At(0).Type(), true, fn.Pkg(), name)
		if sig := model.Of(obj, ""); sig != nil && sig.Recv == model.Client {
			return true
		}
	}
	obj, _, _ := types.LookupFieldOrMethod(res.At(0).Type(), true, fn.Pkg(), "RoundTrip")
	return obj != nil
}
