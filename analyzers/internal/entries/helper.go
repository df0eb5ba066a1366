package entries

// This file finds functions that put something into a store under a name that callers give, for a time
// that callers give or forever:
//
//	func Set[T any](ctx context.Context, key string, value T, ttl time.Duration) error {
//		data, err := json.Marshal(value)
//		...
//		return rdb.Set(ctx, key, data, ttl).Err()
//	}
//	Set(ctx, "revoked:"+claims.ID, true, 0) // an entry, in this package or another

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
)

// Helper is a fact about a function: which of its parameters is the name, and which the time.
type Helper struct {
	Key, TTL int // TTL is -1 where what it puts in has no end
	Forever  int64
	Unit     time.Duration
}

// AFact marks the type as a fact.
func (*Helper) AFact() {}

// Helpers are the functions of a package, and those of others that it calls, which are helpers.
type Helpers map[*types.Func]*Helper

// Analyzer says to importing packages which functions put something into a store for their callers.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtentries",
	Doc:        "find functions that put what their callers say into a store",
	Run:        helpers,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[Helpers](),
	FactTypes:  []analysis.Fact{(*Helper)(nil)},
}

func helpers(pass *analysis.Pass) (any, error) {
	out := Helpers{}
	ask := calls.Inspect
	if slices.ContainsFunc(pass.Pkg.Imports(), func(i *types.Package) bool { return model.StoreOf(i.Path()) != "" }) {
		ask = calls.InspectAny // a package that keeps things need not have to do with tokens
	}
	if dependency.Unrelated(pass) || len(files.Of(pass)) == 0 {
		return out, nil
	}
	ask(pass, func(p *calls.Package) {
		for fn := range p.Index.CallsOf {
			var by Helper
			if fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn, &by) {
				out[fn] = &by
			}
		}
		r := New(subject.New(p))
		for _, k := range r.remembered() {
			if fn, h := r.helper(k); h != nil {
				out[fn] = h
				pass.ExportObjectFact(fn, h)
			}
		}
	})
	return out, nil
}

// helper returns the function that keeps something for its callers, and how, nil for none.
func (p *Reader) helper(k stores.Kept) (*types.Func, *Helper) {
	d, ok := p.Index.FuncAt(k.Node.Pos()).(*ast.FuncDecl)
	if !ok || len(k.Keys) != 1 || p.endsOtherwise(k) {
		return nil, nil
	}
	fn, _ := p.Info.Defs[d.Name].(*types.Func)
	key, ttl := p.paramOf(k.Keys[0], d), -1
	forever := k.TTL == nil
	if !forever {
		ttl = p.paramOf(k.TTL, d)
		v := p.Info.Types[k.TTL].Value
		forever = v != nil && constant.Compare(constant.ToInt(v), token.EQL, constant.MakeInt64(k.Forever))
	}
	if fn == nil || key < 0 || !forever && ttl < 0 {
		return nil, nil
	}
	return fn, &Helper{key, ttl, k.Forever, k.Unit}
}

// paramOf returns which parameter of a function an expression is, of one that nothing else mentions;
// -1 for others: what tests or changes it may leave some callers out.
func (p *Reader) paramOf(e ast.Expr, d *ast.FuncDecl) int {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return -1
	}
	v, _ := p.Info.ObjectOf(id).(*types.Var)
	of, ok := p.Index.Params[v]
	if !ok || of.Func != ast.Node(d) || len(p.Index.Mentions(v)) != 2 {
		return -1
	}
	return of.Index
}

// Through returns the reader with what helpers put into stores for the package.
func (p *Reader) Through(helpers Helpers) *Reader {
	p.helpers = helpers
	return p
}

// helped returns what helpers put into stores for the package, by position.
func (p *Reader) helped() []stores.Kept {
	if len(p.helpers) == 0 || p.byHelpers != nil {
		return p.byHelpers
	}
	out := []stores.Kept{}
	for _, c := range p.Index.Calls {
		fn, _ := p.Index.Callee(c).(*types.Func)
		h := p.helpers[fn]
		if h == nil || max(h.Key, h.TTL) >= len(c.Args) || fn.Signature().Variadic() {
			continue
		}
		k := stores.Kept{Node: c, Keys: []ast.Expr{c.Args[h.Key]}, Forever: h.Forever, Unit: h.Unit}
		if h.TTL >= 0 {
			k.TTL = c.Args[h.TTL]
		}
		out = append(out, k)
	}
	p.byHelpers = out
	return out
}
