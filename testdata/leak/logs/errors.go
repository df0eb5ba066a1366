package logs

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/getsentry/sentry-go"
	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/rs/zerolog"
	"go.uber.org/zap"
)

// check puts the token into an error that its callers log.
func check(text string) error {
	_, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return fmt.Errorf("token %s is bad: %w", text, err) // want token-log "written to the log"
	}
	return nil
}

// pair returns such an error beside a value.
func pair(text string) (int, error) {
	if len(text) < 10 {
		return 0, errors.New("short token: " + text) // want token-log
	}
	if _, err := jwt.Parse(text, nil); err != nil {
		return 0, err
	}
	return 1, nil
}

func logged(r *http.Request, z *zap.Logger, zl zerolog.Logger, g *gin.Context) {
	if err := check(r.Header.Get("Authorization")); err != nil {
		log.Println("refused:", err)
		z.Error("refused", zap.Error(err))
	}
	if _, err := pair(r.Header.Get("Authorization")); err != nil {
		zl.Error().Err(err).Send()
	}
	local := fmt.Errorf("no user of %s", r.Header.Get("Authorization")) // want token-log
	sentry.CaptureException(local)
	g.Error(fmt.Errorf("token %q", r.Header.Get("Authorization"))) // want token-log
	log.Print(quiet(r.Header.Get("Authorization")).Error())
}

// Near misses.

// unlogged is sent back to the sender of the token.
func unlogged(w http.ResponseWriter, r *http.Request) {
	if err := silent(r.Header.Get("Authorization")); err != nil {
		http.Error(w, err.Error(), 401)
	}
}

func silent(text string) error {
	_, err := jwt.Parse(text, nil)
	return fmt.Errorf("token %s: %w", text, err)
}

func quiet(text string) error {
	if _, err := jwt.Parse(text, nil); err != nil {
		return fmt.Errorf("token of %d bytes is bad: %w", len(text), err)
	}
	return errors.New("token is missing")
}
