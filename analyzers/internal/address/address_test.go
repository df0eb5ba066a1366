package address

import (
	"net"
	"testing"
)

func TestIP(t *testing.T) {
	for _, host := range []string{
		"", "127.0.0.1", "10.0.0.1", "8.8.8.8", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
		"fd00::1", "fe80::1", "fe80::1%eth0",
		"0.0.0.0", "::", "localhost", "010.0.0.1", "1.2.3", "169.254.169.254", "api.example.com",
	} {
		want := net.ParseIP(host)
		ip, ok := IP(host)
		if ok != (want != nil) ||
			ok && (ip.IsLoopback() != want.IsLoopback() || ip.IsPrivate() != want.IsPrivate() ||
				ip.IsUnspecified() != want.IsUnspecified() ||
				ip.IsLinkLocalUnicast() != want.IsLinkLocalUnicast()) {
			t.Errorf("%q: got %v, %t, want what net makes of it, %v", host, ip, ok, want)
		}
	}
}
