package calls

import (
	"go/ast"
	"go/types"
	"net"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Plain is an address that is reached without encryption.
type Plain struct {
	Host   string
	Scheme *ast.BasicLit // the literal of this package that begins with the scheme, nil where there is none
}

// Plain reports whether an address can be one that is reached without encryption over a network that others share.
// Addresses of the machine itself, of private networks and clusters are not, nor those whose host is not known.
func (p *Package) Plain(address ast.Expr) (plain Plain, ok bool) {
	for _, way := range p.Wordings(address) {
		if len(way) == 0 {
			continue
		}
		first := way[0]
		if first.Expr != nil {
			if host, plain := p.literalURL(first.Expr); plain && !private(host) {
				return Plain{Host: host}, true
			}
			continue
		}
		text, rest := first.Text, way[1:]
		for len(rest) > 0 && rest[0].Expr == nil {
			text, rest = text+rest[0].Text, rest[1:]
		}
		host, plain := hostOf(text, len(rest) > 0)
		if plain && !private(host) {
			lit, _ := first.At.(*ast.BasicLit)
			return Plain{host, lit}, true
		}
	}
	return Plain{}, false
}

// hostOf returns the host of an address without encryption; open says that the text goes on unseen.
func hostOf(text string, open bool) (host string, plain bool) {
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

// literalURL returns the host of an address that a URL as a Go value makes, where it is written here.
func (p *Package) literalURL(e ast.Expr) (host string, plain bool) {
	for _, o := range p.Of(e).Births {
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok {
			continue
		}
		fields := p.Fields(lit, model.Hold)
		if len(fields[model.Scheme]) == 1 && len(fields[model.Hostname]) == 1 {
			schemes, hosts := p.Texts(fields[model.Scheme][0]), p.Texts(fields[model.Hostname][0])
			if len(schemes) == 1 && len(hosts) == 1 {
				return hostOf(schemes[0]+"://"+hosts[0], false)
			}
		}
	}
	return "", false
}

// private reports whether a host is the machine itself, or one that only a private network or cluster knows.
func private(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast()
	}
	if !strings.Contains(host, ".") {
		return true // localhost, or the name of a service
	}
	return slices.ContainsFunc([]string{".local", ".localhost", ".internal", ".svc", ".lan", ".test", ".intranet", ".home.arpa", ".example", ".invalid", "host.docker.internal"},
		func(s string) bool { return strings.HasSuffix(host, s) })
}

// Elements returns the elements of a list that is written out, or the expression itself.
func (p *Package) Elements(e ast.Expr) []ast.Expr {
	if _, list := p.pass.TypesInfo.TypeOf(e).Underlying().(*types.Slice); !list {
		return []ast.Expr{e}
	}
	var out []ast.Expr
	for _, o := range p.Of(e).Births {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			out = append(out, lit.Elts...)
		}
	}
	return out
}
