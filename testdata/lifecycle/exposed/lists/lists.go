// Package lists has deny lists in exported variables: whether something takes tokens out of them,
// only a whole program knows.
package lists

import (
	"sync"
	"time"
)

var (
	Blacklist     = make(map[string]bool)
	RevokedTokens sync.Map
	RevokedUntil  = map[string]time.Time{}
	DenyList      = map[string]bool{}
	InvalidList   = map[string]bool{}
	Sessions      = map[string]string{}
)

// Reset takes all of them back.
func Reset() { DenyList = map[string]bool{} }
