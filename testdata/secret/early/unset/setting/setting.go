// Package setting has variables that main has it set.
package setting

import "os"

// SigningKey has no value before Init is called.
var SigningKey string

// OtherKey has one.
var OtherKey string

func init() { OtherKey = os.Getenv("EARLY_UNSET_OTHER") }

// Init sets them.
func Init() {
	if SigningKey = os.Getenv("EARLY_UNSET_KEY"); SigningKey == "" {
		panic("EARLY_UNSET_KEY is not set")
	}
}
