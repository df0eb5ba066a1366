package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/alicebob/miniredis/v2"

	"example.com/testdata/guide/service/internal/tokens"
)

func TestNewKey(t *testing.T) {
	var out bytes.Buffer
	if err := run(context.Background(), &out, "new-key", "2026-11"); err != nil {
		t.Fatal(err)
	}
	if k, err := tokens.ParseKey(strings.TrimSpace(out.String())); err != nil || k.ID != "2026-11" {
		t.Errorf("got %q, %v", k.ID, err)
	}
}

func TestRevoke(t *testing.T) {
	server := miniredis.RunT(t)
	t.Setenv("NOTES_REDIS", "redis://"+server.Addr())
	for _, args := range [][]string{{"revoke-user", "alice"}, {"revoke-all"}} {
		if err := run(context.Background(), nil, args...); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
	got := strings.Join(server.Keys(), " ")
	if got != "revoked-before revoked-before:alice" || server.TTL("revoked-before") <= 0 {
		t.Errorf("got %s", got)
	}
	server.Close()
	if err := run(context.Background(), nil, "revoke-all"); err == nil {
		t.Error("nothing is revoked, and nothing says so")
	}
}

func TestUsage(t *testing.T) {
	t.Setenv("NOTES_REDIS", "secret@nowhere")
	for _, args := range [][]string{{}, {"revoke"}, {"revoke-user"}, {"revoke-user", ""}, {"revoke-all"}} {
		if err := run(context.Background(), nil, args...); err == nil ||
			strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: got %v", args, err)
		}
	}
}
