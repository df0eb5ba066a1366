// Package config keeps keys in exported variables, each from the environment.
package config

import (
	"log"
	"os"
)

// SessionTokenSecret is tested by nobody, and signs in another package.
var SessionTokenSecret = os.Getenv("EXPOSED_A") // want unchecked-secret "config.SessionTokenSecret is read from the environment and never checked"

// TokenKey is bytes, read when main asks for it.
var TokenKey []byte

// Load reads what main does not test.
func Load() {
	TokenKey = []byte(os.Getenv("EXPOSED_B")) // want unchecked-secret "config.TokenKey"
}

// CheckedSecret is tested here.
var CheckedSecret = os.Getenv("EXPOSED_C")

// MainSecret is tested by main.
var MainSecret = os.Getenv("EXPOSED_D")

// BootSecret is tested by a package that only main imports.
var BootSecret = os.Getenv("EXPOSED_E")

// ListedSecret stands in a list of names that main goes through.
var ListedSecret = os.Getenv("EXPOSED_F")

// FlagSecret can be set by a flag.
var FlagSecret = os.Getenv("EXPOSED_G")

// SetSecret is set by another package.
var SetSecret = os.Getenv("EXPOSED_H")

// UnusedSecret is no key of a token.
var UnusedSecret = os.Getenv("EXPOSED_I")

// LibrarySecret is only used by a package that no main imports.
var LibrarySecret = os.Getenv("EXPOSED_J")

// UserSecret is tested where it is used.
var UserSecret = os.Getenv("EXPOSED_K")

// IgnoredSecret is set by the platform.
//
//jwtvet:ignore unchecked-secret -- the platform does not start a program without it
var IgnoredSecret = os.Getenv("EXPOSED_L")

// SigningKey has a name that does not let a package in that only tests it.
var SigningKey = os.Getenv("EXPOSED_M")

func init() {
	if CheckedSecret == "" {
		log.Fatal("EXPOSED_C is not set")
	}
}
