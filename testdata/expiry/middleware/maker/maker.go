// Package maker makes signers for other packages.
package maker

import (
	"time"

	"github.com/kataras/iris/v12/middleware/jwt"
)

// New makes a signer whose tokens live for an hour.
func New(key []byte) *jwt.Signer { return jwt.NewSigner(jwt.HS256, key, time.Hour) }
