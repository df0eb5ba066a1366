package logs

import (
	"log"
	"log/slog"
	"net/http"
)

type provider struct {
	sensitiveInfoLogging, debug, tokenLogin bool
	opts                                    struct{ ShowTokens bool }
	env                                     string
}

// received logs what the operator has asked for by a setting that says so. One that only asks for
// more lines, or has another meaning, is no such setting.
func (p *provider) received(r *http.Request) {
	raw := r.Header.Get("Authorization")
	if p.sensitiveInfoLogging {
		slog.Debug("received", "token", raw)
	}
	if raw != "" && p.opts.ShowTokens {
		if p.debug {
			log.Println(raw)
		}
	}
	if p.env == "development" {
		slog.Debug("received", "token", raw)
	}
	if p.env == "staging" {
		slog.Debug("received", "token", raw) // want token-log
	}
	if p.env != "development" {
		slog.Debug("received", "token", raw) // want token-log
	}
	if p.debug {
		slog.Debug("received", "token", raw) // want token-log
	}
	if p.tokenLogin {
		slog.Debug("received", "token", raw) // want token-log
	}
	if p.sensitiveInfoLogging {
		return
	} else {
		slog.Debug("received", "token", raw) // want token-log
	}
}
