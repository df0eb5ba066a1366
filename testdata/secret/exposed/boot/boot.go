// Package boot refuses to start without a key that it does not use.
package boot

import (
	"log"

	"example.com/testdata/secret/exposed/config"
)

// Check ends the program where a key is missing.
func Check() {
	if config.BootSecret == "" {
		log.Fatal("EXPOSED_E is not set")
	}
	config.SetSecret = "from a vault, say"
}
