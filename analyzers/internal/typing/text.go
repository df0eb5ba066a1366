package typing

// This file knows which types hold text, as keys and tokens are text:
//
//	string, Secret, []byte, [32]byte, *[32]byte                 // IsText
//	string, []byte, []string, any, map[string]any, map[k][]byte // MayHoldText
//	int, float64, bool, time.Duration                           // NeverText

import "go/types"

// IsString reports whether a type is a string, of whatever name. It is false for nil.
func IsString(t types.Type) bool { return isBasic(t, types.IsString) }

// IsByteSlice reports whether a type is a slice of bytes, of whatever name. It is false for nil
// and for arrays.
func IsByteSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	s, ok := t.Underlying().(*types.Slice)
	return ok && isByte(s.Elem())
}

// BytesOf reports whether a type is a slice or an array of bytes, or a pointer to one. n is the
// length of an array, of whatever elements, -1 for a slice and 0 for every other type.
func BytesOf(t types.Type) (n int, ok bool) {
	if t == nil {
		return 0, false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return -1, isByte(u.Elem())
	case *types.Array:
		return int(u.Len()), isByte(u.Elem())
	case *types.Pointer:
		return BytesOf(u.Elem())
	}
	return 0, false
}

// IsText reports whether a value of the type is one text: a string, or what [BytesOf] takes for
// bytes. It is false for nil, for lists of texts and for interfaces.
func IsText(t types.Type) bool {
	_, ok := BytesOf(t)
	return ok || IsString(t)
}

// MayHoldText reports whether a value of the type can be or hold the text of a key or token: a
// string, a slice of bytes, a list of strings, the empty interface, or a map to one of these.
// Unlike [IsText] it leaves out arrays, which are digests, and pointers. t must not be nil.
func MayHoldText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return IsString(u)
	case *types.Slice:
		return isByte(u.Elem()) || IsString(u.Elem())
	case *types.Interface:
		return u.Empty()
	case *types.Map:
		return MayHoldText(u.Elem())
	}
	return false
}

// NeverText reports whether values of the type are numbers or truth values. It is not the
// opposite of [MayHoldText]: of a struct, neither is known. t must not be nil.
func NeverText(t types.Type) bool { return isBasic(t, types.IsNumeric|types.IsBoolean) }

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// isBasic reports whether a basic type lies under t and has one of the properties. It is false
// for nil.
func isBasic(t types.Type, info types.BasicInfo) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

// MayHoldSetting reports whether a type can hold a key, a duration or a number of seconds.
func MayHoldSetting(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		return IsByteSlice(u)
	case *types.Pointer:
		return IsString(u.Elem())
	case *types.Interface:
		return u.Empty()
	}
	return false
}
