// Package demanded hands one setting to two packages, of which one refuses it when it is empty: the
// program does not start without it.
package demanded

import (
	"net/http"

	"example.com/testdata/secret/demanded/gate"
	"example.com/testdata/secret/demanded/settings"
	"example.com/testdata/secret/demanded/users"
)

func service() *users.Service { return users.New(settings.Load().Secret) }

func middleware() func(http.Handler) http.Handler {
	_ = service()
	return gate.Auth(settings.Load().Secret)
}

// Another setting, which nobody demands.
func mails() func(http.Handler) http.Handler {
	return gate.Auth(settings.Load().MailSecret) // want unchecked-secret
}
