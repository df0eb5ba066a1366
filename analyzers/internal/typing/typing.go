package typing

import (
	"go/types"
)

// OwnerName returns the name of the type that declares the field of a selection.
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
	if n, ok := types.Unalias(typ).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// Declares reports whether f is a field of the struct itself, not of one it embeds.
func Declares(st *types.Struct, f *types.Var) bool {
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Origin() == f {
			return true
		}
	}
	return false
}

func IsBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// BytesOf reports whether t is a slice or array of bytes, and the array's length.
func BytesOf(t types.Type) (elem types.Type, n int, ok bool) {
	if t == nil {
		return nil, 0, false
	}
	n = -1
	switch u := t.Underlying().(type) {
	case *types.Slice:
		elem = u.Elem()
	case *types.Array:
		elem, n = u.Elem(), int(u.Len())
	case *types.Pointer:
		return BytesOf(u.Elem())
	default:
		return nil, 0, false
	}
	b, basic := elem.Underlying().(*types.Basic)
	return elem, n, basic && b.Kind() == types.Byte
}

// IsText reports whether a type is a string or bytes.
func IsText(typ types.Type) bool {
	if _, _, ok := BytesOf(typ); ok || typ == nil {
		return ok
	}
	b, ok := typ.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

var ErrorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func IsMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}

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

func IsPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func TypeName(t types.Type) types.Object {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// TypeNameOf returns the name of the type that a pointer or value has, "" for none.
func TypeNameOf(t types.Type) string {
	if obj := TypeName(Deref(t)); obj != nil {
		return obj.Name()
	}
	return ""
}

// FirstOf returns the type of the first of several results, or the type itself.
func FirstOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

func Deref(t types.Type) types.Type {
	if p, ok := t.(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// SaysFailure reports whether a result of the type can say that others are not to be used.
func SaysFailure(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Info()&types.IsBoolean != 0 || b.Kind() == types.UntypedNil) || IsError(t) || types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// MayHoldText reports whether a value of the type can be the text of a key or token.
func MayHoldText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Byte || b.Info()&types.IsString != 0)
	case *types.Interface:
		return u.Empty()
	case *types.Map:
		return MayHoldText(u.Elem())
	}
	return false
}

// NeverText reports whether values of the type never hold text.
func NeverText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsNumeric|types.IsBoolean) != 0
}

// Mutable reports whether a callee can change what it is given.
func Mutable(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Interface:
		return true
	}
	return false
}

func OrInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

func IsError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
