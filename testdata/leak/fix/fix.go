// Package fix leaks where a fix can be offered, and where one would break the program.
package fix

import (
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func sign() string {
	token, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(os.Getenv("K")))
	return token
}

func arguments(w http.ResponseWriter, z *zap.Logger, zl *zerolog.Event, e *logrus.Entry) {
	token := sign()
	log.Printf("user %d, token %s, 100%%", 1, token) // want token-log

	log.Println("signed", token) // want token-log

	slog.Info("signed", "user", 1, "token", token) // want token-log

	slog.Info("signed", slog.String("token", token), slog.Int("user", 1)) // want token-log

	z.Info("signed", zap.Int("user", 1), zap.String("token", token)) // want token-log

	z.Sugar().Infow("signed", "token", token, "user", 1) // want token-log

	zl.Str("token", token).Int("user", 1).Msg("signed") // want token-log

	e.WithField("user", 1).WithField("token", token).Info("signed") // want token-log

	logrus.WithFields(logrus.Fields{"token": token}).Info("signed") // want token-log

	w.Write([]byte(token))
}

// unused would not compile without the argument: nothing else uses the variable, or the package.
func unused() {
	token := sign()
	log.Println("signed", token) // want token-log
}

// both would not compile when both arguments were left out.
func both() {
	token := sign()
	log.Println("signed", token) // want token-log

	log.Println("sent", token) // want token-log
}

// called would not call any more.
func called() {
	log.Println("signed", sign()) // want token-log
}

func alone(token string) {
	jwt.Parse(token, nil)
	log.Println(token) // want token-log
}

// settings is given to loggers only.
type settings struct {
	Addr      string
	JWTSecret string
	Tagged    string `yaml:"jwt_secret"`
}

// stored is written to a file, where its key is needed.
type stored struct {
	JWTSecret string
}

// Public may be used by other packages.
type Public struct {
	JWTSecret string
}

func signing(s settings, t stored, p Public) {
	for _, k := range []string{s.JWTSecret, s.Tagged, t.JWTSecret, p.JWTSecret} {
		jwt.New(jwt.SigningMethodHS256).SignedString([]byte(k))
	}
}

func structs(s settings, t stored, p Public) {
	slog.Info("start", "settings", s) // want secret-log

	slog.Info("start", "stored", t) // want secret-log

	slog.Info("start", "public", p) // want secret-log

	data, _ := json.Marshal(t)
	os.WriteFile("settings.json", data, 0o600)
}
