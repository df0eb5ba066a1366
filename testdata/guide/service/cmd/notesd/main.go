// Command notesd is the service.
package main

import (
	"context"
	"errors"
	"expvar"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/testdata/guide/service/internal/accounts"
	"example.com/testdata/guide/service/internal/config"
	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/security"
	"example.com/testdata/guide/service/internal/tokens"
	"example.com/testdata/guide/service/internal/web"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, log); err != nil {
		log.Error("notesd", "err", err)
		os.Exit(1)
	}
}

// run serves until the context ends.
func run(ctx context.Context, log *slog.Logger) error {
	cfg, err := config.Load()
	if err != nil {
		return err
	}
	options, err := redis.ParseURL(cfg.Redis)
	if err != nil {
		return errors.New("NOTES_REDIS is no URL of a Redis") // the error would quote a password
	}
	rdb := redis.NewClient(options)
	defer rdb.Close()
	users, err := accounts.New()
	if err != nil {
		return err
	}
	s := &web.Server{
		Tokens:   tokens.New(cfg.Rings),
		Revoked:  revocation.New(rdb),
		Accounts: users,
		Failures: security.NewFailures(rdb),
		Log:      security.NewLog(log),
	}
	return serve(ctx, cfg, s.Handler())
}

// serve listens with TLS, without it for those who are sent to TLS, and on this machine alone for
// the monitoring, which reads how often what happened.
func serve(ctx context.Context, cfg *config.Config, handler http.Handler) error {
	secure := server(cfg.Addr, handler)
	plain := server(cfg.PlainAddr, web.Redirect(cfg.Host))
	counters := server("localhost:8081", expvar.Handler())
	failed := make(chan error, 3)
	go func() { failed <- secure.ListenAndServeTLS(cfg.CertFile, cfg.KeyFile) }()
	go func() { failed <- plain.ListenAndServe() }()
	go func() { failed <- counters.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(secure.Shutdown(ctx), plain.Shutdown(ctx), counters.Shutdown(ctx))
}

func server(addr string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
	}
}
