// Package wrap logs through the wrappers of another package and of its own.
package wrap

import (
	"log"
	"os"

	"example.com/testdata/leak/wrap/logger"

	"github.com/golang-jwt/jwt/v5"
)

func issue(l *logger.Logger) string {
	key := []byte(os.Getenv("K"))
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString(key)
	logger.Info("token", token) // want token-log "via logger.Info"
	logger.Infof("key %s", key) // want secret-log "via logger.Infof"
	logger.With("token", token) // want token-log "via logger.With"
	debug("token", token)       // want token-log
	logger.Info("issued", len(token))
	return token
}

func debug(args ...any) { log.Println(args...) }
