// Package renewedapp hands keys and lives to a package that renews tokens.
package renewedapp

import (
	"net/http"
	"os"
	"time"

	"example.com/testdata/inventory/renewed"
)

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/refresh", renewed.Refresh(os.Getenv("HANDLER_KEY"), 15*time.Minute))
}

func createTemp2FAToken(user string) (string, error) {
	return renewed.Sign(renewed.Claims{User: user, Temp: true}, os.Getenv("SIGN_SECRET"), 10*time.Minute)
}

var _ = []any{routes, createTemp2FAToken}
