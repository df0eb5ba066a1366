// Package sweep has nothing to do with JSON Web Tokens but that it takes them out of a list.
package sweep

import (
	"time"

	"example.com/testdata/lifecycle/exposed/lists"
)

func Expired() {
	for id, end := range lists.RevokedUntil {
		if time.Now().After(end) {
			delete(lists.RevokedUntil, id)
		}
	}
}
