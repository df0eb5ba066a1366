// Package hooks takes secrets out of what zap and logrus write.
package hooks

import (
	"net/http"
	"slices"

	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// hook is one of logrus.
type hook struct{}

func (hook) Levels() []logrus.Level { return logrus.AllLevels }

func (hook) Fire(e *logrus.Entry) error {
	for _, name := range []string{"authorization", "token"} {
		if _, ok := e.Data[name]; ok {
			e.Data[name] = "***"
		}
	}
	return nil
}

// core is one of zap.
type core struct{ zapcore.Core }

func (c core) Write(e zapcore.Entry, fields []zapcore.Field) error {
	out := slices.Clone(fields)
	for i, f := range out {
		if f.Key == "bearer" {
			out[i] = zap.String(f.Key, "***")
		}
	}
	return c.Core.Write(e, out)
}

func serve(z *zap.Logger, r *http.Request) {
	h := r.Header.Get("Authorization")
	logrus.WithField("token", h).Info("asked")
	logrus.WithFields(logrus.Fields{"authorization": h, "path": r.URL.Path}).Info("asked")
	z.Info("asked", zap.String("bearer", h))

	logrus.WithField("header", h).Info("asked")                               // want token-log
	logrus.WithFields(logrus.Fields{"token": "none", "raw": h}).Info("asked") // want token-log
	z.Info("asked", zap.String("header", h))                                  // want token-log
	z.Info("bearer " + h)                                                     // want token-log
}
