// Command local answers its own machine at addresses that others set.
package main

import (
	"errors"
	"log"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"

	"example.com/testdata/advice/listen/auth"
)

var errNotLocal = errors.New("not an address of this machine")

func main() {
	handler := auth.Require(http.NotFoundHandler())
	ln, err := first(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(ln, handler)
	go warned(os.Getenv("WARNED"), handler)
	go other(os.Getenv("OTHER"), handler)
	go chosen(os.Getenv("LISTEN"), handler)
	go only(os.Getenv("ONLY"), handler)
	go switched(os.Getenv("SWITCHED"), handler)
	either(os.Getenv("EITHER"), handler)
}

// first refuses other machines, as clients of OpenID Connect do that wait for an answer.
func first(redirects []string) (net.Listener, error) {
	for _, v := range redirects {
		u, err := url.Parse(v)
		if err != nil {
			return nil, err
		}
		host := u.Hostname()
		if host != "localhost" && !isLoopbackIP(host) {
			return nil, errNotLocal
		}
		if ln, err := net.Listen("tcp", u.Host); err == nil {
			return ln, nil
		}
	}
	return nil, errors.New("no port")
}

func isLoopbackIP(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

func chosen(host string, handler http.Handler) error {
	ip, err := netip.ParseAddr(host)
	if err != nil || !ip.IsLoopback() {
		return errNotLocal
	}
	return http.ListenAndServe(net.JoinHostPort(host, "8081"), handler)
}

func only(host string, handler http.Handler) error {
	if host == "localhost" || host == "127.0.0.1" {
		return http.ListenAndServe(host+":8082", handler)
	}
	return errNotLocal
}

func switched(host string, handler http.Handler) error {
	switch host {
	case "localhost", "::1":
	default:
		return errNotLocal
	}
	return http.ListenAndServe(net.JoinHostPort(host, "8083"), handler)
}

// warned listens all the same.
func warned(host string, handler http.Handler) error {
	if host != "localhost" {
		log.Print("others can listen")
	}
	return http.ListenAndServe(host+":8084", handler) // want plaintext-listener
}

// other tests another address.
func other(host string, handler http.Handler) error {
	if peer := os.Getenv("PEER"); peer != "localhost" {
		return errNotLocal
	}
	return http.ListenAndServe(host+":8085", handler) // want plaintext-listener
}

// either lets a setting excuse other machines.
func either(host string, handler http.Handler) error {
	if host != "localhost" && os.Getenv("REMOTE") == "" {
		return errNotLocal
	}
	return http.ListenAndServe(host+":8086", handler) // want plaintext-listener
}
