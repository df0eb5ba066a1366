// Package wrap logs through the wrappers of another package and of its own.
package wrap

import (
	"log"
	"net/http"
	"os"

	"example.com/testdata/leak/wrap/logger"
	"example.com/testdata/leak/wrap/web"

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

// login answers with a token, which is what it is asked for, through the helper of another package.
func login(w http.ResponseWriter, l *logger.Logger) {
	web.JSON(w, 200, map[string]string{"token": issue(l)})
	web.JSON(w, 500, map[string]string{"key": os.Getenv("JWT_SECRET")}) // want secret-response "via web.JSON"
}

func debug(args ...any) { log.Println(args...) }
