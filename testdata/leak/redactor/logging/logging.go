// Package logging makes the logger of a program, which writes no secrets.
package logging

import (
	"context"
	"log/slog"
	"os"
	"regexp"
	"strings"
)

var secretNames = []string{"password", "token", "authorization", "secret"}

var pattern = regexp.MustCompile(`(?i)cookie|jwt`)

// Setup sets the logger that every package has.
func Setup() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			for _, n := range secretNames {
				if strings.Contains(strings.ToLower(a.Key), n) {
					a.Value = slog.StringValue("[redacted]")
				}
			}
			if pattern.MatchString(a.Key) {
				a.Value = slog.StringValue("[redacted]")
			}
			return a
		},
	})))
}

// From returns the logger of a request.
func From(context.Context) *slog.Logger { return slog.Default() }
