package syntax

// This file looks up what the model knows of the functions and fields that the code names:
//
//	jwt.ParseWithClaims(raw, claims, keyFunc)  // Row: Verify; Args(Token): raw
//	viper.SetDefault("jwt.secret", "dev")      // Row: Default; Args(Name), Args(Fallback)
//	&cli.StringFlag{Name: "k", Value: "dev"}   // Fields(Default)
//	srv.TLSConfig = conf                       // FieldRow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Args returns the arguments of a call that have the role in the row of the called function.
func Args(e *ast.CallExpr, sig *model.Sig, r model.Role) []ast.Expr {
	var out []ast.Expr
	for i, a := range e.Args {
		if sig.Arg(i) == r {
			out = append(out, a)
		}
	}
	return out
}

// Fields returns what a literal of a modelled struct gives the fields whose row has the verb, by
// role.
func (x *Index) Fields(lit *ast.CompositeLit, verb model.Verb) map[model.Role][]ast.Expr {
	typ := types.Unalias(x.Info.TypeOf(lit))
	if p, ok := typ.(*types.Pointer); ok { // an element of a list of pointers
		typ = types.Unalias(p.Elem())
	}
	named, ok := typ.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg() == x.Pkg {
		return nil
	}
	var out map[model.Role][]ast.Expr
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		id, ok := kv.Key.(*ast.Ident)
		if !ok {
			continue
		}
		sig := model.Of(x.Info.ObjectOf(id), named.Obj().Name())
		if sig == nil || sig.Verb != verb {
			continue
		}
		if out == nil {
			out = map[model.Role][]ast.Expr{}
		}
		out[sig.Result(0)] = append(out[sig.Result(0)], kv.Value)
	}
	return out
}

// Row returns the row of the model for the function that a call names, nil where there is none,
// and the [Index.Callee] itself.
func (x *Index) Row(call *ast.CallExpr) (*model.Sig, types.Object) {
	c := x.callee(call)
	return c.row, c.obj
}

// Used returns the object that an expression calls or names, nil for every other expression.
func (x *Index) Used(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return x.Callee(e)
	case *ast.SelectorExpr:
		return x.Info.ObjectOf(e.Sel)
	case *ast.Ident:
		return x.Info.ObjectOf(e)
	}
	return nil
}

// Declared returns the function of this package that an expression names or is: an *ast.FuncDecl or
// *ast.FuncLit, nil for others.
func (x *Index) Declared(e ast.Expr) ast.Node {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		return lit
	}
	if fn, ok := x.Used(e).(*types.Func); ok && x.Decls[fn.Origin()] != nil {
		return x.Decls[fn.Origin()]
	}
	return nil
}

// Callee returns the function, variable or builtin that a call names, nil where it names none, as
// f()() does. Of a generic function it is the origin.
func (x *Index) Callee(c *ast.CallExpr) types.Object { return x.callee(c).obj }

// callee is what a call names, and its row of the model.
type callee struct {
	obj types.Object
	row *model.Sig
}

// callee looks a call up: every room asks for those of all calls, and the tables of the
// type-checker are large.
func (x *Index) callee(call *ast.CallExpr) callee {
	c, ok := x.callees[call]
	if !ok {
		c.obj = typeutil.Callee(x.Info, call)
		if fn, ok := c.obj.(*types.Func); ok {
			c.obj = fn.Origin()
		}
		if c.row = model.Of(c.obj, ""); c.row == nil {
			c.row = mirrored(x, c.obj)
		}
		x.callees[call] = c
	}
	return c
}

// mirrored returns the row of the method of a store that an interface of the program has as it is, nil for
// other functions: what it returns belongs to the store.
//
//	type dbtx interface {
//		QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
//	}
func mirrored(x *Index, obj types.Object) *model.Sig {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Recv() == nil || !types.IsInterface(fn.Signature().Recv().Type()) ||
		fn.Signature().Results().Len() == 0 {
		return nil
	}
	of := typing.TypeName(typing.Deref(fn.Signature().Results().At(0).Type()))
	if of == nil || of.Pkg() == nil || model.StoreOf(of.Pkg().Path()) == "" {
		return nil
	}
	if row, known := x.mirrors[fn]; known {
		return row
	}
	scope := of.Pkg().Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		m, _, _ := types.LookupFieldOrMethod(t.Type(), true, of.Pkg(), fn.Name())
		if m, ok := m.(*types.Func); ok && types.Identical(m.Signature(), fn.Signature()) {
			if row := model.Of(m, ""); row != nil {
				x.mirrors[fn] = row
				return row
			}
		}
	}
	x.mirrors[fn] = nil
	return nil
}

// Verb returns what the model says that a call does, "" for functions that it does not know.
func (x *Index) Verb(c *ast.CallExpr) model.Verb {
	if sig := x.callee(c).row; sig != nil {
		return sig.Verb
	}
	return ""
}

// FieldRow returns the row of the model for the field that an assignment sets, nil where the
// model does not know the field or the assignment sets an element.
func (x *Index) FieldRow(s Store) *model.Sig {
	if s.Field == nil || s.Field.Pkg() == x.Pkg {
		return nil
	}
	return model.Of(s.Field, typing.TypeNameOf(x.Info.TypeOf(s.Base)))
}
