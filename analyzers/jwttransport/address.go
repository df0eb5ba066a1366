package jwttransport

// This file looks for addresses that are reached without encryption:
//
//	http.Get("http://api.example.com/me")            // plaintext, at the literal
//	url.URL{Scheme: "http", Host: "api.example.com"} // literalURL
//	http.Get("http://localhost:8080/me")             // not reported: a private host

import (
	"flag"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/address"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// hosts are hosts by their names, as a flag has them: *.corp.example stands for all below
// corp.example.
type hosts []string

// allowed are the hosts to which connections need not be encrypted, which a flag sets.
var allowed hosts

// flags returns the flags of the analyzer.
func flags() flag.FlagSet {
	fs := report.Flags(&settings)
	fs.Var(&allowed, "allowed-hosts",
		"comma-separated `names` of hosts that may be reached without encryption; *. stands for "+
			"all hosts below a name")
	return fs
}

// String implements [flag.Value].
func (h *hosts) String() string { return strings.Join(*h, ",") }

// Set implements [flag.Value].
func (h *hosts) Set(text string) error {
	*h = nil
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.ToLower(strings.TrimSpace(name)); name == "" {
			continue
		}
		if strings.ContainsAny(name, "/@ ") || strings.Contains(strings.TrimPrefix(name, "*."), "*") {
			return fmt.Errorf("%q is no name of a host, such as api.example.com or *.example.com",
				name)
		}
		*h = append(*h, name)
	}
	return nil
}

// harmless reports whether a host may be reached without encryption: it is in no network that
// others share, or it is allowed.
func harmless(host string) bool {
	host = strings.ToLower(host)
	return address.Private(host) || slices.ContainsFunc(allowed, func(name string) bool {
		below, any := strings.CutPrefix(name, "*")
		return any && strings.HasSuffix(host, below) || host == name
	})
}

// endpoint is an address that is reached without encryption.
type endpoint struct {
	Host string
	// Scheme is the literal of this package that begins with the scheme, nil where there is none.
	Scheme *ast.BasicLit
}

// plaintext reports whether an address can be one that is reached without encryption over a network
// that others share. Addresses of the machine itself, of private networks and clusters are not, nor
// those whose host is not known.
func (c *check) plaintext(url ast.Expr) (plain endpoint, ok bool) {
	for _, way := range c.Spelling.Spellings(url) {
		if len(way) == 0 {
			continue
		}
		first := way[0]
		if first.Expr != nil {
			if host, plain := c.literalURL(first.Expr); plain && !harmless(host) {
				return endpoint{Host: host}, true
			}
			continue
		}
		text, rest := first.Text, way[1:]
		for len(rest) > 0 && rest[0].Expr == nil {
			text, rest = text+rest[0].Text, rest[1:]
		}
		host, plain := address.Host(text, len(rest) > 0)
		if plain && !harmless(host) {
			lit, _ := first.At.(*ast.BasicLit)
			return endpoint{host, lit}, true
		}
	}
	return endpoint{}, false
}

// place returns where an address is reported: as the caller hands it to the function that sends the
// request, or as that function has it.
//
//	c := newClient("http://api.example.com") // here
//	http.NewRequest("GET", c.base+path, nil)
func (c *check) place(url ast.Expr, plain endpoint) ast.Expr {
	if plain.Scheme == nil || c.Index.FuncAt(plain.Scheme.Pos()) == c.Index.FuncAt(url.Pos()) {
		return url
	}
	call, ok := c.Index.Outer(plain.Scheme).(*ast.CallExpr)
	if !ok || !slices.Contains(call.Args, ast.Expr(plain.Scheme)) {
		return url
	}
	if fn, ok := c.Index.Callee(call).(*types.Func); !ok || fn.Pkg() != c.Pkg {
		return url
	}
	return plain.Scheme
}

// literalURL returns the host of an address that a URL as a Go value makes, where it is written
// here.
func (c *check) literalURL(e ast.Expr) (host string, plain bool) {
	for _, o := range c.Origin.Trace(e).Origins {
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok {
			continue
		}
		fields := c.Index.Fields(lit, model.Hold)
		if len(fields[model.Scheme]) == 1 && len(fields[model.Hostname]) == 1 {
			schemes := c.Origin.Strings(fields[model.Scheme][0])
			hosts := c.Origin.Strings(fields[model.Hostname][0])
			if len(schemes) == 1 && len(hosts) == 1 {
				return address.Host(schemes[0]+"://"+hosts[0], false)
			}
		}
	}
	return "", false
}
