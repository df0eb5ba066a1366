// Package env reads settings: which ones, its callers say.
package env

import "os"

func Get(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
