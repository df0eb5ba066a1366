// Package opaque keeps no token in its sessions.
package opaque

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

func visit(r *http.Request) {
	m := scs.New()
	m.Put(r.Context(), "visits", 1)
}
