// Package types has secrets that say themselves what shows of them.
package types

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

type stringer string

func (stringer) String() string { return "***" }

type goStringer []byte

func (goStringer) GoString() string             { return "***" }
func (g goStringer) Format(f fmt.State, _ rune) { io.WriteString(f, "***") }

type valuer string

func (valuer) LogValue() slog.Value { return slog.StringValue("***") }

type jsoner struct{ Secret string }

func (*jsoner) MarshalJSON() ([]byte, error) { return []byte(`"***"`), nil }

type texter struct{ Secret string }

func (texter) MarshalText() ([]byte, error) { return []byte("***"), nil }

type zero struct{ Secret string }

func (zero) MarshalZerologObject(e *zerolog.Event) { e.Str("secret", "***") }

type zapped struct {
	Secret string
	Port   int
}

func (z zapped) MarshalLogObject(e zapcore.ObjectEncoder) error {
	e.AddInt("port", z.Port)
	return nil
}

type all struct {
	S stringer
	V valuer
	J jsoner
}

type open struct {
	Port   int
	Secret string
}

func sign(secret []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
}

func show(z *zap.Logger, zl zerolog.Logger, cfg all, o open, j *jsoner, t texter, ze zero, za zapped) {
	secret := os.Getenv("PORTAL_SECRET")
	if len(secret) < 32 {
		return
	}
	for _, k := range []string{secret, string(cfg.S), string(cfg.V), cfg.J.Secret, o.Secret, j.Secret, t.Secret, ze.Secret, za.Secret} {
		sign([]byte(k))
	}
	log.Printf("%s %v %#v", stringer(secret), stringer(secret), goStringer(secret))
	log.Printf("%T %p %d %t", secret, &secret, len(secret), secret != "")
	slog.Info("start", "secret", valuer(secret), "len", len(secret), "type", fmt.Sprintf("%T", secret))
	slog.Info("start", "config", cfg)
	slog.Info("start", "config", j, "text", t)
	logrus.WithField("secret", stringer(secret)).Info("start")
	z.Info("start", zap.Object("config", za), zap.Any("config", za), zap.Int("len", len(secret)))
	zl.Info().Object("config", ze).Int("len", len(secret)).Msg("start")

	log.Printf("%v", o)                         // want secret-log
	slog.Info("start", "config", o)             // want secret-log
	z.Info("start", zap.Any("config", &o))      // want secret-log
	log.Printf("%s", string(stringer(secret)))  // want secret-log
	log.Printf("%T %s", secret, secret)         // want secret-log
	slog.Info("start", "secret", string(cfg.V)) // want secret-log
}
