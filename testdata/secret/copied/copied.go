// Package copied masks the key in a copy of the configuration of another package before it logs it.
package copied

import (
	"log"

	"github.com/sirupsen/logrus"

	"example.com/testdata/secret/copied/conf"
)

func start(c *conf.Config) {
	shown := *c
	shown.JwtSecret = "..."
	logrus.WithField("config", shown).Info("starting")

	other := *c
	other.JwtSecret = "***"
	log.Printf("starting %+v", other)
}

func second(c *conf.Config) *conf.Config {
	copied := *c
	copied.JwtSecret = "for the second server" // want hardcoded-secret
	return &copied
}

func third(c *conf.Config) *conf.Config {
	shown := *c
	shown.JwtSecret = "..."
	lifecycle("start", shown)
	return c
}

// lifecycle logs what it gets, whatever that is.
func lifecycle(what string, v any) { log.Printf("%s %v", what, v) }
