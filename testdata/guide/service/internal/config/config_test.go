package config_test

import (
	"strings"
	"testing"

	"example.com/testdata/guide/service/internal/config"
	"example.com/testdata/guide/service/internal/keys"
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
	for _, name := range []string{
		"NOTES_ACCESS_KEY", "NOTES_REFRESH_KEY", "NOTES_CONFIRMATION_KEY", "NOTES_ACCESS_KEY_PREVIOUS",
	} {
		t.Setenv(name, keys.Generate("2026-11"))
	}
	if _, err := config.Load(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NOTES_ACCESS_KEY_PREVIOUS", "")
	t.Setenv("NOTES_REFRESH_KEY", "2026-11:c2hvcnQ=")
	if _, err := config.Load(); err == nil || strings.Contains(err.Error(), "c2hvcnQ") ||
		!strings.Contains(err.Error(), "NOTES_ACCESS_KEY_PREVIOUS: ") ||
		!strings.Contains(err.Error(), "NOTES_REFRESH_KEY: ") {
		t.Errorf("got %v", err)
	}
}
