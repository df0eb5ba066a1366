// Package address answers whether an address sends what it is given over a network in plaintext.
//
//	http.Post("http://api.example.com/login", ...) // Host: api.example.com, in plaintext
//	http.Post("http://auth.svc:8080", ...)         // Private
//	http.Post("https://api.example.com", ...)      // not in plaintext
package address

import (
	"net/netip"
	"slices"
	"strings"
)

// Host returns the host of an http or ws address in lower case, without user and port; plain is
// false for every other address. open says that the text goes on with something unknown, which
// may be the rest of the host.
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

// Private reports whether a host is the machine itself, or one that only a private network or
// cluster can reach: by its IP address (RFC 1918, RFC 4193), or by its name (RFC 2606, RFC 6761,
// RFC 8375).
func Private(host string) bool {
	if ip, ok := IP(host); ok {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast()
	}
	if !strings.Contains(host, ".") {
		return true // localhost, or the name of a service
	}
	return slices.ContainsFunc(privateSuffixes, func(s string) bool {
		return strings.HasSuffix(host, s)
	})
}

// IP returns the address that a host is, if it is one. It does without package net, which makes a
// program depend on the C library: that costs each process of go vet a millisecond.
func IP(host string) (ip netip.Addr, ok bool) {
	ip, err := netip.ParseAddr(host)
	return ip.Unmap(), err == nil && ip.Zone() == ""
}

// privateSuffixes end names that public DNS does not know.
var privateSuffixes = []string{
	".local", ".localhost", ".internal", ".svc", ".lan", ".test", ".intranet", ".home.arpa",
	".example", ".invalid", "host.docker.internal",
}

// HostOf returns the host of an address to listen at: of host:port, [host]:port, [host] or host.
func HostOf(text string) string {
	if inner, rest, ok := strings.Cut(text, "]"); ok && strings.HasPrefix(inner, "[") {
		if port, ok := strings.CutPrefix(rest, ":"); rest == "" ||
			ok && !strings.Contains(port, ":") {
			return inner[1:]
		}
	}
	if host, port, ok := strings.Cut(text, ":"); ok && !strings.Contains(port, ":") {
		return host
	}
	return text // an IPv6 address, or none
}
