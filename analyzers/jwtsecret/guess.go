package jwtsecret

// This file finds values besides keys that an attacker must not guess, and keys that are guessed
// where nothing else is set:
//
//	if key == "" { key = hostname + "-secret" }  // guessedFallback
//	refreshToken := uuid.Must(uuid.NewUUID())    // guessed: made of the time
//	config.AuthCodeURL(fmt.Sprint(rand.Int63())) // guessed

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// guessedFallback asks whether a key that an operator can set is otherwise made of what an attacker
// can work out.
func (c *check) guessedFallback(k key) {
	if !k.Only(origin.Weak, origin.Clock, origin.Host, origin.Const, origin.Nothing, origin.Env,
		origin.Config, origin.Flag) {
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

// made returns where a guessable value is made: what is read by a name, where that is handed over.
func made(o origin.Origin) ast.Node {
	if o.Kind == origin.Host && len(o.Names) > 0 {
		return o.Read()
	}
	return o.At
}

// guessed asks whether tokens that are no JWTs, and the states of OAuth 2.0 requests (RFC 6749
// section 10.12), are made of what an attacker can work out.
func guessed(c *check) {
	for _, call := range c.Calls.All {
		for _, e := range call.Args(model.State) {
			c.guessable(e, "OAuth 2.0 state", "cross-site requests can log in as the attacker", call)
		}
		if call.Verb == model.Send && c.isBearer(call.Args(model.Name)) {
			for _, e := range call.Args(model.Value) {
				c.guessable(e, "token", "it can be guessed", call)
			}
		}
	}
	for _, lit := range c.Index.Literals {
		for _, e := range c.bearerValues(lit) {
			c.guessable(e, "token", "it can be guessed", nil)
		}
	}
}

// isBearer reports whether a cookie has the name of a token.
func (c *check) isBearer(name []ast.Expr) bool {
	for _, e := range name {
		for _, text := range c.Origin.Strings(e) {
			if names.Bearer(text) {
				return true
			}
		}
	}
	return false
}

// bearerValues returns the values of a literal that are sent under the name of a token: of a
// cookie, of a map, of a struct that JSON is made of.
func (c *check) bearerValues(lit *ast.CompositeLit) []ast.Expr {
	if parts := c.Index.Fields(lit, model.Cookie); parts != nil {
		if c.isBearer(parts[model.Name]) {
			return parts[model.Value]
		}
		return nil
	}
	var out []ast.Expr
	st := typing.StructOf(c.Info.TypeOf(lit))
	for i, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		value, name := el, ""
		switch {
		case ok && st == nil:
			value, name = kv.Value, c.Index.Text(kv.Key)
		case ok:
			value = kv.Value
			if id, isName := kv.Key.(*ast.Ident); isName {
				i = typing.FieldIndex(st, id.Name)
			}
		}
		if st != nil && i >= 0 && i < st.NumFields() && hasTag(st, i) {
			name, _ = claims.ClaimName(st, i)
		}
		if names.Bearer(name) {
			out = append(out, value)
		}
	}
	return out
}

// hasTag reports whether a field of a struct says how it is called in JSON.
func hasTag(st *types.Struct, i int) bool { return st.Tag(i) != "" }

// guessable reports a value that comes from nothing but the time or a weak generator.
func (c *check) guessable(e ast.Expr, what, harm string, sink *calls.Call) {
	tr := c.Origin.Trace(e)
	if !tr.Only(origin.Weak, origin.Clock, origin.Const, origin.Nothing) {
		return
	}
	for _, o := range tr.Origins {
		if o.Kind == origin.Weak || o.Kind == origin.Clock {
			c.found("predictable-secret", o.At, o,
				what+" is derived from a "+o.Kind.String()+": "+harm, sink)
		}
	}
}
