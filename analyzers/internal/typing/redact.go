package typing

// This file knows which types print themselves, so that a log shows what they choose to show:
//
//	func (s Secret) String() string { return "***" }
//	func (u User) LogValue() slog.Value { return slog.StringValue(u.ID) }

import "go/types"

// redacting are the methods by which a type says itself what shows of it: those of fmt, log/slog,
// encoding and the loggers zap, zerolog, logr and mask.
var redacting = []string{
	"String", "GoString", "Format", "Error", "LogValue", "MarshalJSON", "MarshalText",
	"MarshalLogObject", "MarshalZerologObject", "MarshalLog", "MaskSensitive",
}

// Redacts reports whether a type, or a pointer to it, says itself what shows of its values. It is
// false for nil.
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
