// Package typing answers what go/types leaves to its callers: which struct lies under a type,
// what the type is called, whether it is text, can be changed by a callee, or says that something
// failed.
//
//	type Config struct{ Base; Secret []byte }
//	cfg.Issuer             // OwnerName: "Base", where Issuer is declared
//	func load(c *Config)   // Mutable: load can change what it is given
//	key, err := parse(b)   // SaysFailure: err says whether key is to be used
package typing

import "go/types"

// ErrorType is the interface error.
var ErrorType = errorName.Type().Underlying().(*types.Interface)

var errorName = types.Universe.Lookup("error")

// IsError reports whether a type is error itself. It is false for nil and for types that
// implement error.
func IsError(t types.Type) bool { return types.Identical(t, errorName.Type()) }

// SaysFailure reports whether a result of the type can say that the other results are not to be
// used: a bool, an untyped nil, or an error. It is false for nil.
func SaysFailure(t types.Type) bool {
	if t == nil {
		return false
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.UntypedNil {
		return true
	}
	return IsBool(t) || types.Implements(t, ErrorType)
}

// IsBool reports whether a type is a truth value, of whatever name.
func IsBool(t types.Type) bool { return isBasic(t, types.IsBoolean) }

// IsMap reports whether a type is a map, of whatever name.
func IsMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// IsChan reports whether a type is a channel, of whatever name. t may be nil.
func IsChan(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// MayHaveParts reports whether what a value of the type is made of can be looked into: a struct, a
// pointer to one, or an interface. t may be nil.
func MayHaveParts(t types.Type) bool {
	return t != nil && (StructOf(t) != nil || types.IsInterface(t))
}

// IsPointer reports whether a type is a pointer, of whatever name.
func IsPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// Mutable reports whether a callee can change what it is given: a pointer, a map or an interface.
// Slices do not count, because programs hand tokens on as bytes without changing them. It is
// false for nil.
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

// Deref returns what a pointer points to, every other type as it is.
func Deref(t types.Type) types.Type {
	if p, ok := t.(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// FirstOf returns the type of the first of several results, every other type as it is.
func FirstOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// OrInvalid returns the type, and the invalid type for nil, so that callers can ask it what lies
// under it.
func OrInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

// TypeName returns the object that declares a named type, nil for types without a name.
func TypeName(t types.Type) types.Object {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// TypeNameOf returns the name of the type of a value or of what a pointer points to, "" for none.
func TypeNameOf(t types.Type) string {
	if obj := TypeName(Deref(t)); obj != nil {
		return obj.Name()
	}
	return ""
}
