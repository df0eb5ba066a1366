package tokens_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"example.com/testdata/guide/service/internal/tokens"
)

func TestParseKey(t *testing.T) {
	text := tokens.GenerateKey("2026-11")
	k, err := tokens.ParseKey(text)
	if err != nil || k.ID != "2026-11" {
		t.Errorf("got %q, %v", k.ID, err)
	}
	if tokens.GenerateKey("2026-11") == text {
		t.Error("two keys are the same")
	}
	for name, text := range map[string]string{
		"nothing": "", "no id": text[7:], "an empty id": ":" + text[8:], "short": text[:40],
		"a password": "2026-11:c2VjcmV0", "no base64": "2026-11:%%%%%%",
	} {
		if _, err := tokens.ParseKey(text); err == nil {
			t.Errorf("%s: got no error", name)
		} else if _, secret, _ := strings.Cut(text, ":"); secret != "" &&
			strings.Contains(err.Error(), secret) {
			t.Errorf("%s: the error shows the key: %v", name, err)
		}
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("started", "key", k)
	if !strings.HasSuffix(log.String(), " key=2026-11\n") {
		t.Errorf("got %q", log.String())
	}
}
