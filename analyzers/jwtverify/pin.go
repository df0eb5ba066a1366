package jwtverify

// This file asks which algorithms a verification accepts:
//
//	jwt.Parse(s, keyFunc)                                          // any
//	jwt.Parse(s, keyFunc, jwt.WithValidMethods([]string{"RS256"})) // one
//	token.SignedString(jwt.UnsafeAllowNoneSignatureType)           // alg-none

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/fitting"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// unpinned asks whether the token chooses the algorithm that verifies it (RFC 8725 section 3.1).
// Where the type of the key makes the library refuse all other kinds of algorithm, that is a matter
// of good practice.
func (c *check) unpinned(call *calls.Call) {
	if call.Via != nil || len(call.Args(model.Keyfunc))+len(call.Args(model.Key)) == 0 {
		return
	}
	if at := c.algorithm.PublicKeyText(call); at != nil && !c.asymmetric(call) {
		c.Report(report.Found("unpinned-alg", called(call),
			"key is the text of a public key: anyone with it can sign tokens with HMAC (algorithm "+
				"confusion)").At(at, "read here"))
		return
	}
	if mixed, at := c.mixed(call); mixed != "" && c.algorithm.HasInterfaceKey(call) {
		c.Report(report.Found("unpinned-alg", at,
			mixed+" are accepted for one key: the public key can be used as HMAC secret "+
				"(algorithm confusion)").At(called(call), "verified here"))
		return
	}
	if pins, seen := c.algorithm.PinsAlg(call); pins || !seen || !settings.Strict || isMade(c, call) ||
		algorithm.OfKeySet(c.algorithm, call) || fitting.Refused(c.View, call, c.Calls.Alg(call)) {
		return
	}
	why := " (algorithm confusion): the token chooses how it is verified"
	if t := c.algorithm.KeyType(call); t != nil {
		why = ": " + category.UntilKeyType + ", " + types.TypeString(t, (*types.Package).Name) +
			", keeps out tokens that are signed in another way"
	}
	c.Report(report.Found("unpinned-alg", called(call), "accepted algorithms are not restricted"+why).
		With(c.pinned(call)...))
}

// asymmetric reports whether a call accepts no algorithm with a shared key.
func (c *check) asymmetric(call *calls.Call) bool {
	if alg := c.Calls.Alg(call); alg != "" {
		return alg.MinKey() == 0
	}
	names, _ := c.algorithm.AcceptedNames(call)
	for _, n := range names {
		if strings.HasPrefix(n, "HS") {
			return false
		}
	}
	return len(names) > 0
}

// mixed returns two algorithms of different kinds that a call accepts, "" for none.
func (c *check) mixed(call *calls.Call) (names string, at ast.Node) {
	accepted, at := c.algorithm.AcceptedNames(call)
	shared, public := "", ""
	for _, n := range accepted {
		if model.Role(n).MinKey() > 0 {
			shared = n
		} else if model.Role(n).Algorithm() && n != "none" {
			public = n
		}
	}
	if shared == "" || public == "" {
		return "", nil
	}
	return shared + " and " + public, at
}

// pinned is the option by which the call accepts only the algorithm that this package signs with.
func (c *check) pinned(call *calls.Call) []analysis.SuggestedFix {
	alg := c.algorithm.SigningAlgorithm(call)
	text := c.option(call, model.PinAlg, fmt.Sprintf("[]string{%q}", string(alg)))
	e, ok := call.Node.(*ast.CallExpr)
	if alg == "" || text == "" || !ok || e.Ellipsis.IsValid() {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "accept " + string(alg) + " only",
		TextEdits: []analysis.TextEdit{{Pos: e.Args[len(e.Args)-1].End(),
			End: e.Args[len(e.Args)-1].End(), NewText: []byte(", " + text)}},
	}}
}

// unsigned asks whether tokens without a signature are made or accepted (RFC 8725 section 3.2). Who
// runs a tool from a command line may choose so.
func (c *check) unsigned() {
	for _, u := range c.algorithm.Unsigned() {
		if _, alone := c.program.CommandLine(u.At); alone && u.Chosen {
			continue
		}
		if u.Verify {
			c.Report(report.Found("alg-none", u.At,
				"tokens without a signature are accepted: claims can be forged").
				At(called(u.Call), "verified here"))
		} else {
			c.Report(report.Found("alg-none", u.At,
				"tokens are issued without a signature: claims can be forged").
				At(called(u.Call), "issued here"))
		}
	}
}
