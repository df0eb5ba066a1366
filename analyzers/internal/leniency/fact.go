package leniency

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Analyzer exports a fact for each function that returns claims which are not validated:
//
//	func Parse(text string) (*Claims, error) {
//		_, err := jwt.NewParser(jwt.WithoutClaimsValidation()).ParseWithClaims(text, &claims, key)
//		return &claims, err
//	}
var Analyzer = &analysis.Analyzer{
	Name:       "jwtleniency",
	Doc:        "find the functions that return claims which are not validated",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*ForwardsUnchecked)(nil)},
}

// ForwardsUnchecked is the fact about a function that returns claims which are not validated.
type ForwardsUnchecked struct{}

// AFact marks the type as a fact.
func (*ForwardsUnchecked) AFact() {}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

func run(pass *analysis.Pass) (any, error) {
	calls.Inspect(pass, func(p *calls.Package) {
		for _, fn := range (&Reader{View: p.View, uses: uses.New(p)}).uncheckedFuncs() {
			pass.ExportObjectFact(fn, &ForwardsUnchecked{})
		}
	})
	return &Facts{pass}, nil
}

// ForwardingCalls returns the calls of functions of other packages that return claims which are
// not validated. The analyzer of the pass requires [Analyzer].
func ForwardingCalls(pass *analysis.Pass, p *calls.Package) []*calls.Call {
	facts := pass.ResultOf[Analyzer].(*Facts)
	var out []*calls.Call
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.Pkg || model.Of(fn, "") != nil {
			continue
		}
		if facts.pass.ImportObjectFact(fn, &ForwardsUnchecked{}) {
			out = append(out, calls.NewCall(model.SkipClaims, c, fn, fn, nil))
		}
	}
	return out
}

// ForwardingFuncs returns the exported functions that return the claims of a call to other
// packages, where this package itself uses none of them: its importers may check what the call
// leaves out.
func (p *Reader) ForwardingFuncs(c *calls.Call) []*types.Func {
	if p.uses.UsesClaims(c) {
		return nil
	}
	return slices.DeleteFunc(p.returning(c), isInner)
}

// isInner reports whether other packages do not see a function.
func isInner(fn *types.Func) bool { return !fn.Exported() }

// returning returns the declared functions that return the claims of a call.
func (p *Reader) returning(c *calls.Call) []*types.Func {
	res := p.uses.Result(c)
	isClaims := func(e ast.Expr) bool {
		return res.MayHaveType(typing.FirstOf(p.Info.TypeOf(e))) && res.MayBe(e)
	}
	var out []*types.Func
	for _, fn := range syntax.InOrder(p.Index, p.Index.Returns) {
		d, ok := fn.(*ast.FuncDecl)
		if !ok {
			continue
		}
		f, ok := p.Info.Defs[d.Name].(*types.Func)
		if ok && slices.ContainsFunc(p.Index.Returns[fn], func(r *ast.ReturnStmt) bool {
			return slices.ContainsFunc(r.Results, isClaims)
		}) {
			out = append(out, f)
		}
	}
	return out
}

// HandsOut reports whether other packages may get the claims of a call: an exported function returns
// them, or they are stored or passed on as a whole.
//
//	c.Set("claims", claims)
func (p *Reader) HandsOut(c *calls.Call) bool {
	return slices.ContainsFunc(p.uses.Result(c).Reads(), func(r uses.Read) bool {
		return r.Claim == ""
	}) || slices.ContainsFunc(p.returning(c), (*types.Func).Exported)
}

// OnlyFails reports whether the package does nothing with the claims of a call: the call only says
// whether a token is valid.
func (p *Reader) OnlyFails(c *calls.Call) bool {
	return !p.uses.UsesClaims(c) && len(p.returning(c)) == 0
}

// uncheckedFuncs returns the exported functions that return claims which are not validated.
func (p *Reader) uncheckedFuncs() []*types.Func {
	var out []*types.Func
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		opts, _ := p.Calls.Options(c)
		if slices.ContainsFunc(opts, func(k *calls.Call) bool {
			return k.Verb == model.SkipClaims && p.SkipsCheck(k, model.Skipped)
		}) {
			out = append(out, p.ForwardingFuncs(c)...)
		}
	}
	return out
}
