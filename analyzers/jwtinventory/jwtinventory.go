// Package jwtinventory lists every place of a package that issues, verifies, reads, revokes or sends
// a token, with what the source says of it, for "jwtvet audit". Each entry is a diagnostic, so that
// go vet caches it and brings it to the command as it does reports:
//
//	token.SignedString(key)                       // issue.go
//	jwt.ParseWithClaims(raw, claims, keyfunc)     // verify.go
//	auth.NewMaker(key, 15*time.Minute)            // provide.go: of another package
//	r.Header.Get("Authorization"), c.Cookie("jwt") // read.go
//	http.SetCookie(w, &http.Cookie{Value: token}) // cookie.go
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, left)   // store.go
//	req.Header.Set("Authorization", "Bearer "+t)  // send.go
//	httprate.LimitByIP(100, time.Minute)          // measure.go
//
// It says nothing unless its flag is set, and is no part of the suite: neither a run that reports,
// nor golangci-lint, nor gopls has it.
package jwtinventory

import (
	"flag"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/leniency"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/kinds"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Category is the category of diagnostics that are entries.
const Category = "inventory"

// Analyzer lists what a package does with tokens.
var Analyzer = &analysis.Analyzer{
	Name: "jwtinventory",
	Doc:  "list what a package does with tokens, for jwtvet audit",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer, cookies.Analyzer,
	},
	Flags: flags(),
}

// on says that the inventory is asked for.
var on bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&on, "on", false, "list what each package does with tokens")
	return fs
}

// lister lists what one package does.
type lister struct {
	calls.View
	pass      *analysis.Pass
	muted     func(ast.Node) bool
	claims    *claims.Reader
	kinds     *kinds.Reader
	cookies   *cookies.Reader
	uses      *uses.Reader
	algorithm *algorithm.Reader
	leniency  *leniency.Reader
	lists     *denylist.Reader
	listed    []listed
	asks      []ast.Node // of deny lists, see keeper
}

// listed is an entry and its place.
type listed struct {
	inventory.Entry
	at   ast.Node
	call *calls.Call // that signs, nil for other entries
}

func run(pass *analysis.Pass) (any, error) {
	if !on {
		return nil, nil
	}
	calls.InspectAny(pass, func(p *calls.Package) {
		l := newLister(pass, p)
		l.issues()
		keeper{l}.list()
		verifier{l}.list()
		l.provisions()
		reader{l}.list()
		l.sentCookies()
		l.sends()
		guard{l}.list()
		l.tell()
	})
	return nil, nil
}

func newLister(pass *analysis.Pass, p *calls.Package) *lister {
	u := uses.New(p)
	a, c := algorithm.New(p, u), claims.New(pass, p)
	return &lister{
		View: p.View, pass: pass, muted: report.Muted(pass), claims: c, uses: u,
		kinds: kinds.New(p, c), algorithm: a,
		cookies:  cookies.New(p, sinks.New(pass, p)).Importing(pass),
		leniency: leniency.New(p, u, a, c), lists: denylist.New(p),
	}
}

// add adds an entry at a node, unless it is there already or its file does not count.
func (l *lister) add(at ast.Node, e inventory.Entry) { l.addCall(nil, at, e) }

// addCall does the same for an entry about what a call signs.
func (l *lister) addCall(c *calls.Call, at ast.Node, e inventory.Entry) {
	if at == nil || !at.Pos().IsValid() || l.muted(at) {
		return
	}
	e.Package, e.Function = l.Pkg.Path(), naming.FunctionAt(l.Index, at)
	if _, err := e.Encode(); err != nil {
		return
	}
	for i, o := range l.listed {
		if o.at.Pos() != at.Pos() {
			continue
		}
		if one, ok := inventory.Merge(o.Entry, e, o.call != nil && o.call == c); ok {
			l.listed[i].Entry = one
			return
		}
	}
	l.listed = append(l.listed, listed{e, at, c})
}

// tell makes diagnostics of the entries.
func (l *lister) tell() {
	for _, e := range l.listed {
		if text, err := e.Encode(); err == nil {
			l.pass.Report(analysis.Diagnostic{
				Pos: e.at.Pos(), End: e.at.End(), Category: Category, Message: text,
			})
		}
	}
}
