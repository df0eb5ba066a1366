// Package claim reads claims by name.
package claim

// Number returns a claim that is a number.
func Number(claims map[string]any, name string) (int64, bool) {
	f, ok := claims[name].(float64)
	return int64(f), ok
}
