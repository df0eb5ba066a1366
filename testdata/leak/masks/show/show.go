// Package show has helpers for what may be shown of a secret.
package show

import "strings"

// MaskToken shows both ends.
func MaskToken(s string) string {
	if len(s) <= 8 {
		return "****"
	}
	return s[:4] + "****" + s[len(s)-4:]
}

// SecretEnd shows the last characters.
func SecretEnd(secret string) string {
	if secret == "" {
		return "(none)"
	}
	return "..." + secret[max(0, len(secret)-4):]
}

// TokenOrNone masks nothing.
func TokenOrNone(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return "(none)"
	}
	return "<" + s + ">"
}
