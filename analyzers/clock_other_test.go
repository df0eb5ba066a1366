//go:build !unix

package analyzers_test

import "time"

var began = time.Now()

// spent returns the time since the tests began.
func spent() time.Duration { return time.Since(began) }
