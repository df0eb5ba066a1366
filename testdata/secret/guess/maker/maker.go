// Package maker makes tokens.
package maker

import "github.com/google/uuid"

// GenerateToken returns one.
func GenerateToken() string {
	id, _ := uuid.NewUUID()
	return id.String()
}
