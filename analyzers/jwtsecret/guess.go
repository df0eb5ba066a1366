package jwtsecret

// This file finds values besides keys that an attacker must not guess, and keys that are guessed
// where nothing else is set:
//
//	if key == "" { key = hostname + "-secret" }  // guessedFallback
//	refreshToken := uuid.Must(uuid.NewUUID())    // guessed: made of the time
//	config.AuthCodeURL(fmt.Sprint(rand.Int63())) // guessed
//	Setting{Key: "JWT_SECRET", Value: letters(9)} // guessed: of a weak generator
//	b := make([]byte, 4)                         // guessed: few bytes
//	rand.Read(b)
//	config.AuthCodeURL(hex.EncodeToString(b))

import (
	"fmt"
	"go/ast"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/bearer"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/rows"
)

// guessedFallback asks whether a key that an operator can set is otherwise made of what an attacker
// can work out.
func (c *check) guessedFallback(k key) {
	if !k.Only(origin.Weak, origin.Clock, origin.Host, origin.Const, origin.Nothing, origin.Env,
		origin.Config, origin.Flag) {
		c.guessedWrite(k)
		return
	}
	for _, o := range k.Origins {
		if o.Kind == origin.Weak || o.Kind == origin.Clock || o.Kind == origin.Host {
			c.found("predictable-secret", made(o), o,
				label(k.Call)+" falls back to a "+o.Kind.String()+": unless another is set, it "+
					"can be guessed", k.Call)
		}
	}
}

// guessedWrite asks whether one of the statements that give the key to a variable of the package
// makes it with a weak generator, whatever the others do:
//
//	key = []byte(stored)           // of a database
//	key = []byte(randomString(64)) // the first time
func (c *check) guessedWrite(k key) {
	for _, v := range k.Through {
		if v.Pkg() != c.Pkg || v.Parent() != c.Pkg.Scope() {
			continue
		}
		for _, w := range c.Index.Writes[v] {
			if w.Value == nil || w.Elem || w.Into || w.Join || w.Result != 0 {
				continue
			}
			tr := c.Origin.Trace(w.Value)
			if !tr.Only(origin.Weak, origin.Const, origin.Nothing) {
				continue
			}
			for _, o := range tr.Origins {
				if o.Kind == origin.Weak {
					c.found("predictable-secret", made(o), o,
						label(k.Call)+" can be one of a "+o.Kind.String()+": it can be guessed", k.Call)
				}
			}
		}
	}
}

// made returns where a guessable value is made: what is read by a name, where that is handed over.
func made(o *origin.Origin) ast.Node {
	if o.Kind == origin.Host && len(o.Names) > 0 {
		return o.Read()
	}
	return o.At
}

// guessed asks whether tokens that are no JWTs, and the states of OAuth 2.0 requests (RFC 6749
// section 10.12), are made of what an attacker can work out, and keys that get into a table.
func guessed(c *check) {
	for _, call := range c.Calls.All {
		for _, e := range call.Args(model.State) {
			c.guessable(c.Origin.Trace(e), "OAuth 2.0 state", "cross-site requests can log in as the attacker", call)
		}
		if call.Verb == model.Send && bearer.Named(c.View, call.Args(model.Name)) {
			for _, e := range call.Args(model.Value) {
				c.guessable(c.Origin.Trace(e), "token", "it can be guessed", call)
			}
		}
	}
	for _, lit := range c.Index.Literals {
		for _, e := range bearer.Values(c.View, lit) {
			c.guessable(c.Origin.Trace(e), "token", "it can be guessed", nil)
		}
	}
	for _, tr := range rows.Weak(c.View) {
		c.guessable(tr, "JWT key", "anyone who guesses it can forge tokens", nil)
	}
	for _, f := range bearer.Fields(c.View) {
		c.guessable(c.Origin.Var(f), "token", "it can be guessed", nil)
	}
}

// fewBytes is how long a random text is, in bytes or characters, that can be guessed: it has 64 bits
// at most, where RFC 6749 section 10.10 requires 128.
const fewBytes = 8

// guessable reports a value that comes from nothing but the time or a weak generator, or that is
// random and has few bytes.
func (c *check) guessable(tr origin.Trace, what, harm string, sink *calls.Call) {
	if tr.Only(origin.Random) {
		for _, o := range tr.Origins {
			if o.Size > 0 && o.Size <= fewBytes {
				c.found("predictable-secret", o.At, o,
					fmt.Sprintf("%s has %d characters: %s", what, o.Size, harm), sink)
			}
		}
		return
	}
	if !tr.Only(origin.Weak, origin.Clock, origin.Const, origin.Nothing) {
		return
	}
	for _, o := range tr.Origins {
		if o.Kind == origin.Weak || o.Kind == origin.Clock {
			if maker := (place{nil, o.Via}); o.Via != nil && c.reported[maker] {
				continue // by the first call of what makes it
			} else if o.Via != nil {
				c.reported[maker] = true
			}
			c.found("predictable-secret", o.At, o,
				what+" is derived from a "+o.Kind.String()+": "+harm, sink)
		}
	}
}
