//go:build !unix

package timings

import "time"

var start = time.Now()

// used returns the time since the start of this process, which nobody else counts here.
func used() time.Duration { return time.Since(start) }

// resident returns 0: nobody counts it here.
func resident() int64 { return 0 }
