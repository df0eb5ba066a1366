package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// This file joins what two packages know of a field that a third declares, where both meet:
//
//	cfg := conf.New(os.Getenv("KEY")) // conf keeps the argument in Config.Key
//	cfg := load.Config()              // load gives Config.Key a constant
//	auth.New(cfg)                     // auth signs with Config.Key
//	fx.Provide(load.Config, auth.New) // a container makes both calls

// usesOf returns what facts say of the use of a parameter, variable or field of another package,
// and of the fields that a parameter is kept in.
func (p *finder) usesOf(v *types.Var) []origin.Use {
	s := p.Summary(v)
	if s == nil {
		return nil
	}
	uses := slices.Clone(s.Uses)
	for _, name := range s.Into {
		known := p.Fields.Named(name)
		if known == nil || known.Settled {
			continue
		}
		for _, u := range known.Uses {
			u.RejectsEmpty = u.RejectsEmpty || s.Tested || known.Tested
			if !slices.ContainsFunc(uses, func(w origin.Use) bool {
				return w.Verb == u.Verb && w.Role == u.Role
			}) {
				uses = append(uses, u)
			}
		}
	}
	return uses
}

// joinFields adds a call for each field that one package fills and another uses as a key, where
// neither knows of the other and no import of this package knows both: the first call that hands
// the struct to the one that uses it.
func (p *finder) joinFields() {
	p.joined = map[string]bool{}
	for _, name := range p.Fields.Names() {
		known := p.Fields.Named(name)
		if known.Settled || len(known.Uses) == 0 || len(known.From) == 0 {
			continue
		}
		for _, c := range p.Index.Calls {
			if arg, part := p.handsOver(c, name); part != nil {
				p.addJoined(c, arg, part, known)
				break
			}
		}
	}
}

// handsOver returns the argument of a call that holds the field of a name, and the field, where
// the package of the callee says that the field is used; nil for no such call. A function of that
// package that is handed on itself will be called with the struct.
func (p *finder) handsOver(c *ast.CallExpr, name string) (ast.Expr, *types.Var) {
	uses := func(obj types.Object) (*types.Func, bool) {
		fn, ok := obj.(*types.Func)
		return fn, ok && p.Fields.Uses(fn.Pkg(), name)
	}
	_, direct := uses(p.Index.Callee(c))
	for _, a := range c.Args {
		if direct {
			if f := p.Fields.In(p.Info.TypeOf(a), name); f != nil {
				return a, f
			}
		}
		if _, call := ast.Unparen(a).(*ast.CallExpr); call {
			continue
		}
		if fn, ok := uses(p.Index.Used(a)); ok {
			for param := range fn.Signature().Params().Variables() {
				if f := p.Fields.In(param.Type(), name); f != nil {
					return a, f
				}
			}
		}
	}
	return nil, nil
}

// addJoined adds the calls that the uses of a field stand for, of which one argument of c holds
// the value.
func (p *finder) addJoined(c *ast.CallExpr, arg ast.Expr, part *types.Var, known *fields.Field) {
	p.joined[known.Name] = true
	for _, u := range known.Uses {
		if u.Role != model.Key {
			continue
		}
		args := map[model.Role][]ast.Expr{model.Key: {arg}}
		callee := p.Index.Callee(c)
		if _, ok := p.Info.TypeOf(arg).Underlying().(*types.Signature); ok {
			callee = p.Index.Used(arg)
		}
		call := NewCall(u.Verb, c, part, callee, args)
		call.alg, call.part = u.Alg, part
		call.RejectsEmpty = u.RejectsEmpty || known.Tested || p.Guards.TestedVar(part)
		p.All = append(p.All, call)
	}
}
