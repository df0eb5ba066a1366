// Package settings reads what an operator sets.
package settings

import "os"

// Settings of the service.
type Settings struct {
	Secret     string
	MailSecret string
}

// Load reads the settings.
func Load() Settings {
	return Settings{Secret: os.Getenv("JWT_SECRET"), MailSecret: os.Getenv("MAIL_TOKEN_SECRET")}
}
