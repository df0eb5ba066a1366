package address

import (
	"net"
	"slices"
	"strings"
)

// Host returns the host of an address without encryption; open says that the text goes on unseen.
func Host(text string, open bool) (host string, plain bool) {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "ws") {
		return "", false
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		if end = len(rest); open && !strings.Contains(rest, ":") {
			return "", false // the host goes on
		}
	}
	host = rest[:end]
	if at := strings.LastIndex(host, "@"); at >= 0 {
		host = host[at+1:]
	}
	if name, _, cut := strings.Cut(host, ":"); cut && !strings.HasPrefix(host, "[") {
		host = name
	}
	return strings.ToLower(strings.Trim(host, "[]")), host != ""
}

// Private reports whether a host is the machine itself, or one that only a private network or cluster knows.
func Private(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast()
	}
	if !strings.Contains(host, ".") {
		return true // localhost, or the name of a service
	}
	return slices.ContainsFunc([]string{".local", ".localhost", ".internal", ".svc", ".lan", ".test", ".intranet", ".home.arpa", ".example", ".invalid", "host.docker.internal"},
		func(s string) bool { return strings.HasSuffix(host, s) })
}
