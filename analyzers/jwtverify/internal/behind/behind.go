// Package behind knows handlers that believe a token which a middleware of another package may have
// verified before, or that rely on the form of its header. Only main, which imports both, can tell.
// jwtverify asks it:
//
//	package wallet // Open: nothing here says what stands in front
//	func (h *Handler) Create(c *gin.Context) { claims := decode(c.GetHeader("Authorization")) }
//
//	package main // Unguarded: no package of the program verifies tokens
//	router.POST("/wallet", wallet.Create)
//
// A middleware may stand behind another one, too. It usually is what stands in front: that a package
// puts it beside one that verifies has to be seen.
//
//	package routes
//	admin.Use(echojwt.JWT(key), roles.Admin)
package behind

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/gathered"
	"github.com/jwtvet/jwtvet/analyzers/internal/leniency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/header"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/reading"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/refusal"
)

// Analyzer exports a fact for each package that verifies tokens or has such handlers.
var Analyzer = &analysis.Analyzer{
	Name: "jwtbehind",
	Doc:  "find the handlers whose tokens another package may verify",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, sinks.Analyzer, program.Analyzer, claims.Analyzer, leniency.Analyzer,
		refusal.Analyzer,
	},
	ResultType: reflect.TypeFor[*Program](),
	FactTypes:  []analysis.Fact{(*Told)(nil)},
}

// Tokens is what a package does with the tokens of requests.
type Tokens struct {
	Verifies bool // them, or lets a middleware do it
	Reads    []Read
	Beside   []string // the middlewares among the reads of imports that it puts beside a verification
}

// Read is a place where a handler reads a token.
type Read struct {
	files.Place
	Indexed bool   // its header is indexed without a test of its length; else claims are believed
	Claim   string // the claim that is used, "" where it has no name
	Passes  string // the name of the middleware that reads it, "" for a handler
}

// Told is the fact of a package: what it and those that it imports do.
type Told struct{ gathered.List[Tokens] }

// AFact marks the type as a fact.
func (*Told) AFact() {}

// maxReads is how many handlers of one package are told.
const maxReads = 32

// Program is what a package knows of those that it imports.
type Program struct {
	pass *analysis.Pass
	told gathered.List[Tokens]
}

func run(pass *analysis.Pass) (any, error) {
	told := Told{gathered.Of[Tokens](pass)}
	ask := calls.Inspect
	if len(middlewares(told.List)) > 0 { // whether the package itself has to do with tokens or not
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		var out Tokens
		r := sync.OnceValue(func() *reading.Reader { return readings(pass, p) })
		for _, call := range p.All {
			switch call.Verb {
			case model.Middleware, model.Verify:
				out.Verifies = true
			case model.Decode:
				out.Reads = append(out.Reads, believed(pass, r(), call)...)
			}
		}
		if pass.Pkg.Name() != "main" && !out.Verifies { // one that verifies is enough for main
			for _, e := range header.New(p).UntestedIndexes() {
				if Open(r(), e) {
					out.Reads = append(out.Reads, Read{Place: files.PlaceOf(pass, e), Indexed: true})
				}
			}
		}
		out.Reads = out.Reads[:min(len(out.Reads), maxReads)]
		out.Beside = beside(p, told.List)
		if out.Verifies || len(out.Reads)+len(out.Beside) > 0 {
			told.Put(pass.Pkg.Path(), out)
		}
	})
	if !told.Empty() {
		pass.ExportPackageFact(&told)
	}
	return &Program{pass, told.List}, nil
}

// readings returns the reader of readings of a package.
func readings(pass *analysis.Pass, p *calls.Package) *reading.Reader {
	u := uses.New(p)
	return &reading.Reader{
		View: p.View, Program: program.Of(pass), Uses: u, Refusal: refusal.New(pass, p),
		Leniency: leniency.New(p, u, algorithm.New(p, u), claims.New(pass, p)),
	}
}

// believed returns the places where open handlers, and middlewares, use the claims of a call.
func believed(pass *analysis.Pass, r *reading.Reader, call *calls.Call) []Read {
	var out []Read
	for _, rd := range r.Of(call) {
		use, ok := r.Believed(rd)
		if !ok {
			continue
		}
		middleware := Passes(r, rd.Requests()...)
		if middleware != "" || Open(r, rd.Requests()...) {
			at := files.PlaceOf(pass, syntax.Span(call.At(), call.Node.End()))
			out = append(out, Read{Place: at, Claim: use.Claim, Passes: middleware})
		}
	}
	return out
}

// Open reports whether all of some places, one at least, stand in handlers that their package hands to
// nobody: which middleware stands in front of them is not seen here.
func Open[N ast.Node](r *reading.Reader, at ...N) bool {
	return len(at) > 0 && !slices.ContainsFunc(at, func(n N) bool {
		fn := r.Index.FuncAt(n.Pos())
		return offered(r, fn) == nil || r.Refusal.PassesOn(fn)
	})
}

// Passes returns the name of the middleware, which its package hands to nobody, in which all of some
// places stand, "" for none.
func Passes[N ast.Node](r *reading.Reader, at ...N) string {
	name := ""
	for _, n := range at {
		fn := r.Index.FuncAt(n.Pos())
		of := offered(r, fn)
		if of == nil || !r.Refusal.PassesOn(fn) || name != "" && name != of.FullName() {
			return ""
		}
		name = of.FullName()
	}
	return name
}

// offered returns the function that is exported, and that its package never mentions, which answers
// requests by fn: fn itself, or the function that returns it; nil for none.
func offered(r *reading.Reader, fn ast.Node) *types.Func {
	if fn == nil || r.Pkg.Name() == "main" || !r.Refusal.Responds(fn) {
		return nil
	}
	d := syntax.DeclAt(r.Index, fn.Pos())
	if d == nil || !d.Name.IsExported() || len(r.Index.Mentions(r.Info.Defs[d.Name])) > 1 { // its declaration
		return nil
	}
	of, _ := r.Info.Defs[d.Name].(*types.Func)
	return of
}

// Unguarded returns the places where handlers of a program read tokens which no package of it
// verifies, and middlewares that no package puts beside a verification: nil for packages other than
// main, and where the driver does not say what belongs to it.
func (p *Program) Unguarded() (out []Read) {
	if p.pass.Pkg.Name() != "main" || p.told.Full {
		return nil
	}
	verified := false
	var put []string
	for _, said := range p.told.Said {
		if (files.Place{Pkg: said.Pkg}).Path(p.pass) != "" {
			verified = verified || said.Fact.Verifies
			put = append(put, said.Fact.Beside...)
			out = append(out, said.Fact.Reads...)
		}
	}
	out = slices.DeleteFunc(out, func(r Read) bool {
		return r.Passes == "" && verified || slices.Contains(put, r.Passes)
	})
	slices.SortFunc(out, func(a, b Read) int { return a.Compare(b.Place) })
	return out
}
