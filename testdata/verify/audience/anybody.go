package audience

import (
	"context"
	"net/http"

	"google.golang.org/api/idtoken"
)

const ours = "1234.apps.example.com"

// oneTap takes tokens that were made for any client of the provider.
func oneTap(w http.ResponseWriter, r *http.Request) {
	p, err := idtoken.Validate(r.Context(), r.FormValue("credential"), "") // want missing-audience "as it is empty"
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(p.Subject))
}

// For several clients the audience is compared afterwards; with one it is given.
func several(ctx context.Context, raw string, clients map[string]bool) string {
	p, err := idtoken.Validate(ctx, raw, "")
	if err != nil || !clients[p.Audience] {
		return ""
	}
	return p.Subject
}

func one(ctx context.Context, v *idtoken.Validator, raw, client string) (string, error) {
	p, err := v.Validate(ctx, raw, client)
	if err != nil {
		return "", err
	}
	if q, err := idtoken.Validate(ctx, raw, ours); err != nil || q.Subject != p.Subject {
		return "", err
	}
	return p.Subject, nil
}
