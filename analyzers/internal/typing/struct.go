package typing

// This file looks into structs:
//
//	type Base struct{ Issuer string }
//	type Config struct{ *Base; Secret []byte }
//	cfg.Issuer   // Base declares the field, although cfg is a Config
//	json.Marshal(cfg)                      // Encodes: fields with a name for others

import (
	"go/types"
	"reflect"
)

// StructOf returns the struct under t or under what t points to, nil when there is none.
func StructOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

// OwnerName returns the name of the type that declares the field or method of a selection, be it
// promoted from an embedded field; "" for a type without a name.
func OwnerName(sel *types.Selection) string {
	typ := sel.Recv()
	for i, n := range sel.Index() {
		st := StructOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			break
		}
		typ = st.Field(n).Type()
	}
	if p, ok := types.Unalias(typ).(*types.Pointer); ok {
		typ = p.Elem()
	}
	if obj := TypeName(typ); obj != nil {
		return obj.Name()
	}
	return ""
}

// Declares reports whether f is a field of the struct itself, not of one that it embeds.
func Declares(st *types.Struct, f *types.Var) bool {
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Origin() == f {
			return true
		}
	}
	return false
}

// FieldIndex returns the index of the field of a name that a struct declares, -1 for none.
func FieldIndex(st *types.Struct, name string) int {
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// Encodes reports whether encoders such as encoding/json write field i of a struct.
func Encodes(st *types.Struct, i int) bool {
	return i < 0 || i >= st.NumFields() ||
		st.Field(i).Exported() && reflect.StructTag(st.Tag(i)).Get("json") != "-"
}
