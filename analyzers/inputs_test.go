package analyzers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Each change on which a report can depend shows, and nothing else does.
func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	day := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	state := func() string {
		var b bytes.Buffer
		analyzers.Inputs(dir, day, &b)
		return b.String()
	}
	const pem = "-----BEGIN PRIVATE KEY-----\n"
	old := state()
	for _, c := range []struct {
		name   string
		change func()
		shows  bool
	}{
		{"Go file", func() { write("main.go", "package main\n") }, false},
		{"page about something else", func() { write("web/index.html", "<p>\n") }, false},
		{"page with a token", func() { write("web/login.html", `<script>localStorage.setItem("token", t)</script>`) }, true},
		{"key", func() { write("keys/private.pem", pem) }, true},
		{"key without an ending, in a hidden folder", func() { write(".keys/jwt", pem) }, true},
		{"another key in its place", func() { write("keys/private.pem", pem+"a") }, false},
		{"public key", func() { write("keys/public.pem", "-----BEGIN PUBLIC KEY-----\n") }, false},
		{"no key any more", func() { os.Remove(filepath.Join(dir, "keys/private.pem")) }, true},
		{"directive", func() { write("a.go", "package a //jwtvet:ignore short-secret until=2026-11-26 -- soon\n") }, true},
		{"its last day", func() { day = day.AddDate(0, 0, 0) }, false},
		{"the day after", func() { day = day.AddDate(0, 0, 1) }, true},
		{"a year later", func() { day = day.AddDate(1, 0, 0) }, false},
	} {
		c.change()
		now := state()
		if (now != old) != c.shows {
			t.Errorf("%s: changed %t\n%s", c.name, now != old, now)
		}
		old = now
	}
}
