package syntax

// This file looks at the methods of types:
//
//	func refuse(c *gin.Context) { c.Abort() } // Abort: a row of the model

import (
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Method is a method that the model has a row for.
type Method struct {
	Func *types.Func
	Sig  *model.Sig
}

// typeKey identifies a type that has a name, or a pointer to it.
type typeKey struct {
	name    types.Object
	pointer bool
}

// Methods returns the methods of a type that the model has rows for, those of embedded types among
// them, by name. Those of types with names are looked up once.
func (x *Index) Methods(t types.Type) []Method {
	key := typeKey{typing.TypeName(typing.Deref(t)), typing.IsPointer(t)}
	if key.name == nil {
		return modelled(t)
	}
	methods, ok := x.methods[key]
	if !ok {
		if x.methods == nil {
			x.methods = map[typeKey][]Method{}
		}
		methods = modelled(t)
		x.methods[key] = methods
	}
	return methods
}

// modelled is remembered by Methods.
func modelled(t types.Type) (out []Method) {
	set := types.NewMethodSet(t)
	for m := range set.Methods() {
		fn, ok := m.Obj().(*types.Func)
		if sig := model.Of(m.Obj(), ""); ok && sig != nil {
			out = append(out, Method{fn, sig})
		}
	}
	return out
}
