package typing

import (
	"go/types"
)

// redacting are the methods by which a type says itself what shows of it.
var redacting = []string{"String", "GoString", "Format", "Error", "LogValue", "MarshalJSON", "MarshalText", "MarshalLogObject", "MarshalZerologObject", "MarshalLog", "MaskSensitive"}

// Redacts reports whether a type says itself what shows of its values.
func Redacts(t types.Type) bool {
	if t == nil {
		return false
	}
	for _, name := range redacting {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, method := obj.(*types.Func); method {
				return true
			}
		}
	}
	return false
}
