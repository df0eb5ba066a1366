package address_test

import (
	"net"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/address"
)

func TestHostOf(t *testing.T) {
	for _, text := range []string{
		"", ":8080", "localhost:8080", "127.0.0.1:80", "127.0.0.1", "[::1]:80", "[::1]", "::1",
		"0.0.0.0:http",
		"[::1]:80:90", "a:b:c", "localhost", "[fe80::1%eth0]:80", "api.example.com:443",
	} {
		want, _, err := net.SplitHostPort(text)
		if err != nil {
			want = strings.Trim(text, "[]")
		}
		if got := address.HostOf(text); got != want && net.ParseIP(want) != nil {
			t.Errorf("%q: got %q, want %q", text, got, want)
		} else if (got == "localhost") != (want == "localhost") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
