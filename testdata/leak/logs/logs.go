// Package logs writes keys and tokens down with every logger that people use.
package logs

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"

	apex "github.com/apex/log"
	"github.com/beego/beego/v2/core/logs"
	charm "github.com/charmbracelet/log"
	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/getsentry/sentry-go"
	"github.com/gin-gonic/gin"
	kit "github.com/go-kit/log"
	kratos "github.com/go-kratos/kratos/v2/log"
	"github.com/go-logr/logr"
	"github.com/gofiber/fiber/v2"
	fiberlog "github.com/gofiber/fiber/v2/log"
	"github.com/golang-jwt/jwt/v5"
	"github.com/golang/glog"
	"github.com/hashicorp/go-hclog"
	"github.com/labstack/echo/v4"
	"github.com/op/go-logging"
	phuslu "github.com/phuslu/log"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"github.com/zeromicro/go-zero/core/logx"
	"go.opentelemetry.io/otel/attribute"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

var key = []byte(os.Getenv("K"))

func sign() (string, error) {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString(key)
	log.Printf("signed: %s", signed) // want token-log
	fmt.Println("token ", signed)    // want token-log
	log.Printf("token: ", signed)    // want token-log
	return signed, err
}

func standard(r *http.Request) {
	slog.Info("in", "auth", r.Header.Get("Authorization"))       // want token-log
	slog.Default().Error("in", slog.String("auth", header(r)))   // want token-log
	log.Println("headers", r.Header)                             // want token-log "request with its credentials"
	log.Println(r.Header["Authorization"], r.Header["Accept"])   // want token-log "token is written"
	fmt.Fprintf(os.Stderr, "%v\n", strings.Fields(header(r))[1]) // want token-log
	log.Printf("%+v", r)                                         // want token-log "request with its credentials"
	dump, _ := httputil.DumpRequest(r, false)
	log.Print(string(dump))              // want token-log "request with its credentials"
	log.Println("key is " + string(key)) // want secret-log "forge tokens"
	panic("bad key " + string(key))      // want secret-log
}

func header(r *http.Request) string { return r.Header.Get("authorization") }

func loggers(z *zap.Logger, zl zerolog.Logger, hc hclog.Logger, l logr.Logger, k kit.Logger, op *logging.Logger, e echo.Context) {
	token, _ := sign()
	z.Info("signed", zap.String("token", token))                // want token-log
	z.Sugar().Infow("signed", "token", token)                   // want token-log
	z.Sugar().Debugf("signed %s", token)                        // want token-log
	zl.Info().Str("token", token).Msg("signed")                 // want token-log
	zl.Debug().Msgf("signed %s", token)                         // want token-log
	logrus.WithFields(logrus.Fields{"token": token}).Info("in") // want token-log
	logrus.WithField("token", token).Debugln("in")              // want token-log
	glog.V(2).Infof("token %s", token)                          // want token-log
	klog.InfoS("signed", "token", token)                        // want token-log
	l.Info("signed", "token", token)                            // want token-log
	hc.Debug("signed", "token", token)                          // want token-log
	k.Log("token", token)                                       // want token-log
	charm.Debugf("token %s", token)                             // want token-log
	apex.WithField("token", token).Info("in")                   // want token-log
	phuslu.Info().Str("token", token).Msg("in")                 // want token-log
	op.Infof("token %s", token)                                 // want token-log
	logx.Infof("token %s", token)                               // want token-log
	kratos.Debugw("token", token)                               // want token-log
	logs.Info("token", token)                                   // want token-log
	fiberlog.Info(token)                                        // want token-log
	hlog.Infof("token %s", token)                               // want token-log
	e.Logger().Info(token)                                      // want token-log
	sentry.CaptureMessage("failed for " + token)                // want token-log
	attribute.String("token", token)                            // want token-log
}

func frameworks(g *gin.Context, f *fiber.Ctx, e echo.Context) {
	log.Println(g.GetHeader("Authorization"), g.Query("page")) // want token-log
	log.Println(f.Get("Authorization"))                        // want token-log
	log.Println(f.Cookies("access_token"))                     // want token-log
	log.Println(e.Request().Header.Get("Authorization"))       // want token-log
}

// verify logs what it is given before it verifies it.
func verify(text string) (*jwt.Token, error) {
	log.Println("verifying", text) // want token-log
	token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
	log.Println("parsed", token) // want token-log
	if err != nil {
		return nil, fmt.Errorf("bad token with key %s: %w", key, err) // want secret-log "text of an error"
	}
	return token, nil
}

// Settings holds keys.
type Settings struct {
	Addr      string
	JWTSecret string
	Nested    struct{ Signing string }
}

// Masked says itself what shows of it.
type Masked struct{ JWTSecret string }

func (Masked) String() string { return "masked" }

// Tagged keeps its key from encoders.
type Tagged struct {
	Addr      string
	JWTSecret string `json:"-"`
}

func settings(s Settings, m Masked, t Tagged, z *zap.Logger) {
	for _, k := range []string{s.JWTSecret, s.Nested.Signing, m.JWTSecret, t.JWTSecret} {
		jwt.New(jwt.SigningMethodHS256).SignedString([]byte(k))
	}
	log.Printf("settings: %+v", s)                   // want secret-log "field JWTSecret"
	slog.Info("start", "settings", s)                // want secret-log
	log.Println(s.Nested)                            // want secret-log "field Signing"
	text, _ := json.Marshal(s)                       //
	log.Println(string(text))                        // want secret-log
	log.Printf("tagged: %v", t)                      // want secret-log
	log.Println("from env", os.Getenv("JWT_SECRET")) // want secret-log
	log.Println(m, s.Addr, &m)
	z.Info("tagged", zap.Any("settings", t))
}

// Near misses.

// named has a field that nothing here signs with: its name does not say for whom it is a secret.
type named struct {
	Addr      string
	JWTSecret string
	Answered  string `json:"jwt_secret"`
}

func fineByName(n named) { log.Printf("%+v", n) }

func fine(r *http.Request, token string, claims jwt.RegisteredClaims) {
	signed, err := sign()
	sum := sha256.Sum256([]byte(signed))
	log.Println("signed", len(signed), hex.EncodeToString(sum[:]), err)
	log.Printf("signed %s...", signed[:8])
	log.Printf("type %T, set %t", signed, signed != "")
	log.Printf("%T is no *rsa.PrivateKey", signed)
	log.Printf("%*s", 80, signed) // want token-log
	log.Println("id", claims.ID, claims.Subject, r.Header.Get("X-Request-Id"), r.UserAgent(), r.Header["Accept"])
	log.Println("hint", r.FormValue("token_type_hint"), (&http.Response{}).Header.Get("Authorization"))
	log.Println(strings.ReplaceAll("signed "+signed, signed, "***"))
	log.Println("token is missing", token)
	if _, err := jwt.Parse(signed, func(*jwt.Token) (any, error) { return key, nil }); err != nil {
		log.Println("cannot verify:", err)
	}
	fmt.Fprintf(os.NewFile(3, "pipe"), "%s", signed)
}
