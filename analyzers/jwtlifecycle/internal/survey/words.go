package survey

// This file looks for words of measures in the code of a package, and for proxies in its comments.
// They accuse nobody: where one of them stands, the program, or something around it, may take the
// measure in a way that is not seen.
//
//	// nginx limits this route
//	func (s *Store) LockAccount(name string)

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
)

// Words are kinds of words that a text has.
type Words uint8

// Kinds of words.
const (
	Limits  Words = 1 << iota // of attempts
	Ages                      // of tokens and accounts, that are compared
	Hardens                   // pages, by header fields
	Forges                    // requests, or keeps others from doing so
	Proxy                     // something in front of the program
)

// words are in lower case and without what stands between them: rate_limit is ratelimit.
var words = map[Words][]string{
	Limits: {
		"ratelimit", "limiter", "throttl", "captcha", "turnstile", "lockout", "lockedout",
		"lockaccount", "accountlock", "lockuser", "bruteforce", "failedattempt", "failedlogin",
		"loginattempt", "loginfail", "failcount", "attemptcount", "maxattempts", "toomany",
		"lockeduntil", "islocked", "fail2ban", "loginlimit",
	},
	Ages: {
		"tokenversion", "sessionversion", "passwordchangedat", "securitystamp", "whitelist", "allowlist",
	},
	Hardens: {
		"stricttransport", "securityheader", "secureheader", "xframeoptions", "xcontenttype",
		"helmet", "nosniff", "contentsecuritypolicy",
	},
	Forges: {"csrf", "xsrf", "secfetchsite", "crosssite", "doublesubmit", "samesite"},
	Proxy: {
		"nginx", "traefik", "caddy", "ingress", "cloudflare", "reverseproxy", "behindproxy",
		"behindaproxy", "apigateway", "loadbalancer", "xforwardedproto", "xforwardedfor",
		"trustedprox", "xrealip", "envoy", "istio",
	},
}

// mentions returns the words that the files of a package have outside of some functions.
func mentions(pass *analysis.Pass, but []*ast.FuncDecl) (out Words) {
	for _, f := range files.Of(pass) {
		data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name())
		if err != nil {
			return ^Words(0)
		}
		if model.MentionsTLSProxy(string(data)) {
			out |= Proxy
		}
		text, code := squeeze(data), squeeze(without(pass, f, data, but))
		for kind, list := range words {
			in := code
			if kind == Proxy {
				in = text
			}
			if slices.ContainsFunc(list, func(w string) bool { return strings.Contains(in, w) }) {
				out |= kind
			}
		}
	}
	return out
}

// Beside returns [Proxy] where files beside a program say that one is in front of it.
func Beside(pass *analysis.Pass) (out Words) {
	if settings.Fronted(pass) {
		out = Proxy
	}
	return out
}

// without returns the text of a file with blanks for some functions, and for its comments: what they
// say of a measure can be that it is missing.
func without(pass *analysis.Pass, f *ast.File, data []byte, but []*ast.FuncDecl) []byte {
	out, file := slices.Clone(data), pass.Fset.File(f.FileStart)
	var blank []ast.Node
	for _, group := range f.Comments {
		blank = append(blank, group)
	}
	for _, d := range but {
		if f.FileStart <= d.Pos() && d.Pos() < f.FileEnd {
			blank = append(blank, d)
		}
	}
	for _, n := range blank {
		for i := file.Offset(n.Pos()); i < min(file.Offset(n.End()), len(out)); i++ {
			out[i] = ' '
		}
	}
	return out
}

// squeeze returns a text in lower case without what can stand between words.
func squeeze(data []byte) string {
	out := make([]byte, 0, len(data))
	for _, c := range data {
		switch {
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c != '_' && c != '-' && c != ' ':
			out = append(out, c)
		}
	}
	return string(out)
}
