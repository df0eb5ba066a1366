package jwtlifecycle

// This file looks at lists of tokens that are not accepted any more:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 0)             // revocation-ttl: kept forever
//	revoked, err := isRevoked(ctx, claims.ID)
//	if err == nil && revoked {                           // revocation-open: err lets it pass
//	parser.ParseUnverified(raw, claims)
//	isRevoked(ctx, claims.ID)                            // revocation-order: nobody verified it

import (
	"fmt"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/entries"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/early"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/purpose"
)

// open asks whether tokens pass while the store of revoked ones fails (CWE-636).
func (c *check) open() {
	for _, q := range c.lists.Open() {
		if purpose.Says(c.View, q) {
			continue
		}
		message := "an error of the store lets the token pass"
		if q.Answers {
			message = "an error of the store counts as not revoked"
		}
		c.Report(report.Found("revocation-open", q.Call,
			message+": while the store fails, revoked tokens are accepted"))
	}
}

// neverTaken says what becomes of a list in memory that only grows.
const neverTaken = "entry of a deny list in memory is never taken out: the list grows until the " +
	"program restarts, which forgets all of it"

// ttl asks whether the entries of a deny list are kept as long as the tokens live: longer ones
// fill the store, shorter ones let tokens pass again (CWE-613).
func (c *check) ttl() {
	for _, e := range entries.New(c.lists.Reader).Through(c.pass.ResultOf[entries.Analyzer].(entries.Helpers)).Entries() {
		life := c.shortestLife()
		message := ""
		switch {
		case e.Memory:
			message = neverTaken
		case e.Forever:
			message = "entry of a deny list is kept forever, not as long as the token lives: the " +
				"store fills up"
		case e.Life < time.Second:
			message = fmt.Sprintf("entry of a deny list is kept for %v only: the number has no "+
				"unit, and the revoked token is accepted again", e.Life)
		case life > 0 && e.Life < life:
			message = fmt.Sprintf("entry of a deny list is kept for %v, but tokens live %v: the "+
				"revoked token is accepted again", e.Life, life)
		default:
			continue
		}
		f := report.Found("revocation-ttl", e.At, message)
		if e.Keeps != e.At {
			f = f.At(e.Keeps, "kept here")
		}
		c.Report(f)
	}
}

// shortestLife returns how long the tokens live that the package signs, the shortest where they
// differ; 0 where that is not known of one.
func (c *check) shortestLife() time.Duration {
	if c.life != nil {
		return *c.life
	}
	least := time.Duration(0)
	c.life = &least
	for _, call := range c.Calls.All {
		if call.Verb != model.Sign {
			continue
		}
		ends := c.claims.Payload(call).Setters(string(model.Exp))
		if len(ends) == 0 || call.Via != nil {
			least = 0
			return 0
		}
		for _, claim := range ends {
			qs := c.Quantity.Of(claim.Value)
			for _, q := range qs {
				life, ok := q.Life()
				if !ok || !q.FromNow {
					least = 0
					return 0
				}
				if least == 0 || life < least {
					least = life
				}
			}
			if len(qs) == 0 {
				least = 0
				return 0
			}
		}
	}
	return least
}

// early asks whether a deny list is asked for claims before the token is verified (RFC 8725
// section 3.3).
func (c *check) early() {
	for _, e := range early.Find(c.lists) {
		c.Report(report.Found("revocation-order", e.At,
			"deny list is asked for a claim of a token that nobody has verified: anyone can choose "+
				"it").At(e.Decode.Node, "decoded here"))
	}
}
