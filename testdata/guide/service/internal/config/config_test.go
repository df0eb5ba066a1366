package config_test

import (
	"strings"
	"testing"

	"example.com/testdata/guide/service/internal/config"
	"example.com/testdata/guide/service/internal/tokens"
)

// The service starts with keys that are set, and with none that is not, short or no key.
func TestLoad(t *testing.T) {
	if _, err := config.Load(); err == nil ||
		strings.Count(err.Error(), "NOTES_") != 7 {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"NOTES_HOST", "NOTES_CERT_FILE", "NOTES_KEY_FILE", "NOTES_REDIS"} {
		t.Setenv(name, "x")
	}
	key := tokens.GenerateKey("2026-11")
	for _, name := range []string{
		"NOTES_ACCESS_KEYS", "NOTES_REFRESH_KEYS", "NOTES_CONFIRMATION_KEYS",
	} {
		t.Setenv(name, key+","+tokens.GenerateKey("2026-10"))
	}
	if _, err := config.Load(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NOTES_ACCESS_KEYS", key+",")
	t.Setenv("NOTES_REFRESH_KEYS", "2026-11:c2hvcnQ=")
	if _, err := config.Load(); err == nil || strings.Contains(err.Error(), "c2hvcnQ") ||
		!strings.Contains(err.Error(), "NOTES_ACCESS_KEYS: ") ||
		!strings.Contains(err.Error(), "NOTES_REFRESH_KEYS: ") {
		t.Errorf("got %v", err)
	}
}
