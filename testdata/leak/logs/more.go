package logs

import (
	"context"
	"errors"
	"log/slog"
	"os"

	apex "github.com/apex/log"
	"github.com/beego/beego/v2/core/logs"
	charm "github.com/charmbracelet/log"
	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/getsentry/sentry-go"
	"github.com/gin-gonic/gin"
	oldkit "github.com/go-kit/kit/log"
	kratos "github.com/go-kratos/kratos/v2/log"
	"github.com/go-logr/logr"
	fiberlog "github.com/gofiber/fiber/v2/log"
	"github.com/hashicorp/go-hclog"
	"github.com/labstack/echo/v4"
	"github.com/labstack/gommon/log"
	phuslu "github.com/phuslu/log"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"github.com/zeromicro/go-zero/core/logx"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

// structured writes pairs, groups and loggers with fields of their own.
func structured(ctx context.Context, l logr.Logger, hc hclog.Logger, z *zap.Logger, zl zerolog.Logger) {
	token, _ := sign()
	slog.Info("in", slog.Group("auth", "token", token))                       // want token-log
	slog.With("token", token).Info("in")                                      // want token-log
	slog.Default().With(slog.Any("token", token)).Info("in")                  // want token-log
	slog.LogAttrs(ctx, slog.LevelInfo, "in", slog.String("token", token))     // want token-log
	slog.InfoContext(ctx, "in", slog.Group("a", slog.String("token", token))) // want token-log
	klog.ErrorS(errors.New("bad"), "verify", "token", token)                  // want token-log
	klog.V(4).InfoS("verify", "token", token)                                 // want token-log
	klog.FromContext(ctx).Info("verify", "token", token)                      // want token-log
	l.WithValues("token", token).V(1).Info("verify")                          // want token-log
	l.Error(nil, "verify", "token", token)                                    // want token-log
	hc.With("token", token).Info("verify")                                    // want token-log
	z.With(zap.String("token", token)).Info("verify")                         // want token-log
	z.Info("verify", zap.Dict("auth", zap.String("token", token)))            // want token-log
	z.Sugar().With("token", token).Infow("verify")                            // want token-log
	z.Sugar().Errorln("verify", token)                                        // want token-log
	zl.Info().Dict("auth", zerolog.Dict().Str("token", token)).Send()         // want token-log
	zl.With().Str("token", token).Logger()                                    // want token-log
	zlog.Info().Interface("auth", map[string]string{"token": token}).Send()   // want token-log
	logrus.WithContext(ctx).WithField("token", token).Warn("verify")          // want token-log
	logrus.StandardLogger().Logf(logrus.InfoLevel, "token %s", token)         // want token-log

	slog.Info("in", slog.Group("auth", "length", len(token)))
	klog.InfoS("verify", "set", token != "")
	z.Info("verify", zap.Int("length", len(token)), zap.Error(errors.New("bad")))
	zl.Info().Str("prefix", token[:6]).Send()
}

func rest(ctx context.Context, h *kratos.Helper, k kratos.Logger, b *logs.BeeLogger, e echo.Context, g *gin.Context, old oldkit.Logger) {
	token, _ := sign()
	h.Infow("token", token)                                 // want token-log
	kratos.With(k, "token", token)                          // want token-log
	k.Log(kratos.LevelInfo, "token", token)                 // want token-log
	b.Info("token %s", token)                               // want token-log
	e.Logger().Infoj(log.JSON{"token": token})              // want token-log
	log.Infof("token %s", token)                            // want token-log
	fiberlog.WithContext(ctx).Infof("token %s", token)      // want token-log
	fiberlog.WithContext(ctx).Infow("in", "token", token)   // want token-log
	hlog.CtxInfof(ctx, "token %s", token)                   // want token-log
	logx.WithContext(ctx).Infof("token %s", token)          // want token-log
	logx.Infow("in", logx.Field("token", token))            // want token-log
	charm.With("token", token).Info("in")                   // want token-log
	apex.WithFields(apex.Fields{"token": token}).Info("in") // want token-log
	phuslu.Info().KeysAndValues("token", token).Msg("in")   // want token-log
	old.Log("token", token)                                 // want token-log
	println("token", token)                                 // want token-log
	os.Stdout.WriteString(token)                            // want token-log
	gin.DefaultWriter.Write([]byte("x"))
}

// services get errors and traces.
func services(span trace.Span, scope *sentry.Scope) {
	token, _ := sign()
	span.SetAttributes(attribute.String("token", token))     // want token-log
	span.SetAttributes(attribute.Key("token").String(token)) // want token-log
	span.SetStatus(codes.Error, "bad token "+token)          // want token-log
	span.AddEvent("verified " + token)                       // want token-log
	scope.SetExtra("token", token)                           // want token-log
	scope.SetTag("token", token)                             // want token-log
	sentry.AddBreadcrumb(&sentry.Breadcrumb{
		Category: "auth",
		Message:  "signed " + token,              // want token-log
		Data:     map[string]any{"token": token}, // want token-log
	})
	span.SetAttributes(attribute.Int("length", len(token)))
	sentry.CaptureException(errors.New("verification failed"))
}
