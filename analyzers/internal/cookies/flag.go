package cookies

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// FlagState is what is known of a Secure, HttpOnly or SameSite attribute of a cookie:
//
//	http.Cookie{Secure: true}                        // FlagOn
//	http.Cookie{Secure: false}                       // FlagOff
//	http.Cookie{Secure: cfg.Secure}                  // FlagUnsure
//	c.SetCookie("token", t, 0, "/", "", true, true)
//	c.SetSameSite(http.SameSiteLaxMode)              // FlagTooLate
type FlagState int

// States of a flag.
const (
	FlagUnsure     FlagState = iota // set to a value that is not known, or out of sight
	FlagOn                          // set to true, or to a mode of SameSite
	FlagUnset                       // not set anywhere
	FlagOff                         // only ever set to false
	FlagTooLate                     // set after the cookie is sent
	FlagPerRequest                  // not set in this package; a middleware can set it per request
)

// Flag returns the state of the Secure, HTTPOnly or SameSite flag of the cookie (OWASP ASVS 3.3.1,
// 3.3.2 and 3.3.4).
func (c *Cookie) Flag(r model.Role) FlagState {
	switch {
	case !c.Complete:
		return FlagUnsure
	case c.Kind == AsHeaderText:
		return c.flags[r]
	case slices.Contains(c.Sent.Sets, r) && len(c.Parts[r]) == 0:
		return FlagOn
	case r == model.SameSite:
		return c.sameSite()
	case r == model.Secure && c.forcedSecure():
		return FlagOn
	}
	return c.Reader.state(c.Parts[r], origin.IsTrue)
}

// forcedSecure reports whether the cookie is secure without its Secure flag: browsers refuse the
// name otherwise (RFC 6265bis section 4.1.3), or the library sets the flag together with
// SameSite=None.
func (c *Cookie) forcedSecure() bool {
	name := c.Name()
	if strings.HasPrefix(name, "__Host-") || strings.HasPrefix(name, "__Secure-") {
		return true
	}
	for _, r := range []model.Role{model.SameSecure, model.SameLax} {
		values, _ := c.Reader.Origin.AllConstants(c.Parts[r])
		if slices.ContainsFunc(values, isNone) {
			return true
		}
	}
	return false
}

// sameSite returns the state of the SameSite attribute.
func (c *Cookie) sameSite() FlagState {
	p := c.Reader
	if s := c.Parts[model.SameLax]; len(s) > 0 {
		return p.state(s, origin.IsNot(isDisabled))
	}
	for _, r := range []model.Role{model.SameSite, model.SameSecure} {
		if s := c.Parts[r]; len(s) > 0 {
			return p.state(s, isMode)
		}
	}
	if c.Member(model.SameLax) != "" {
		return FlagOn // the library writes Lax by itself
	}
	return p.requestSameSite(c)
}

// staysOnSite reports whether browsers send the cookie along with no request that a page of another site
// makes by script: SameSite is Lax or Strict, whatever happens (RFC 6265bis section 5.2).
func (c *Cookie) staysOnSite() bool {
	modes := slices.Concat(c.Parts[model.SameLax], c.Parts[model.SameSite], c.Parts[model.SameSecure])
	if len(modes) == 0 {
		modes = c.Mode()
	}
	if len(modes) == 0 {
		return c.Member(model.SameLax) != "" // the library writes Lax by itself
	}
	values, only := c.Reader.Origin.AllConstants(modes)
	return only && !slices.ContainsFunc(values, func(v constant.Value) bool {
		return !isMode(v) || isNone(v) || isDisabled(v)
	})
}

// Mode returns what SameSite is set to by a call that sets it for all cookies which the same function
// sends after it, nil for none.
//
//	c.SetSameSite(http.SameSiteNoneMode)
//	c.SetCookie("refresh_token", token, age, "/", "", true, true)
func (c *Cookie) Mode() []ast.Expr {
	x := c.Reader.Index
	for _, call := range c.Reader.Calls.All {
		if setsRequest(call) && call.Node.Pos() < c.Sent.Node.Pos() &&
			x.FuncAt(call.Node.Pos()) == x.FuncAt(c.Sent.Node.Pos()) {
			return call.Args(model.SameSite)
		}
	}
	return nil
}

// requestSameSite returns the state of a SameSite that a call of its own sets for all cookies
// which are sent after it, as gin's SetSameSite does.
func (p *Reader) requestSameSite(c *Cookie) FlagState {
	if mode := c.Mode(); mode != nil {
		return p.state(mode, isMode)
	}
	state, setters := FlagUnset, false
	for _, call := range p.Calls.All {
		if !setsRequest(call) {
			continue
		}
		setters = true
		if p.Index.FuncAt(call.Node.Pos()) == p.Index.FuncAt(c.Sent.Node.Pos()) {
			state = FlagTooLate
		}
	}
	switch {
	case state == FlagTooLate || c.Kind != AsArguments && !p.HasRequestSameSite(c.Sent):
		return state
	case setters:
		return FlagUnsure
	case p.HasRequestSameSite(c.Sent):
		return FlagPerRequest
	}
	return FlagUnset
}

// HasRequestSameSite reports whether the receiver of the call that sends a cookie has a method
// that sets SameSite for all cookies of a request.
func (p *Reader) HasRequestSameSite(sent *calls.Call) bool {
	fn, ok := sent.Callee.(*types.Func)
	if !ok || fn.Signature().Recv() == nil || sent.Verb != model.Send {
		return false
	}
	return p.PerRequest(fn) != nil
}

// PerRequest returns the method of what sends a cookie that sets SameSite for all cookies of a
// request, nil for none.
func (p *Reader) PerRequest(sender *types.Func) *types.Func {
	for _, m := range p.Index.Methods(sender.Signature().Recv().Type()) {
		if m.Sig.Verb == model.Cookie && m.Sig.Index(model.SameSite) >= 0 {
			return m.Func
		}
	}
	return nil
}

// Member returns the name of the field or setter that sets a part of the cookie, "" where there is
// none.
func (c *Cookie) Member(r model.Role) string {
	if made, ok := c.Made.(ast.Expr); ok && c.Kind != AsArguments {
		return c.Reader.member(c.Reader.Info.TypeOf(made), r)
	}
	return ""
}

// member returns the name of the field or method of a type that has the role in a cookie.
func (p *Reader) member(t types.Type, r model.Role) string {
	obj := typing.TypeName(typing.Deref(t))
	if obj == nil {
		return ""
	}
	if st, ok := obj.Type().Underlying().(*types.Struct); ok {
		for f := range st.Fields() {
			if model.Of(f, obj.Name()).Means(model.Cookie, r) {
				return f.Name()
			}
		}
	}
	for _, m := range p.Index.Methods(types.NewPointer(obj.Type())) {
		if m.Sig.Verb == model.Cookie && m.Sig.Index(r) == 0 {
			return m.Func.Name()
		}
	}
	return ""
}

// state returns the state of a flag that is set to the expressions; on reports which constants
// switch it on.
func (p *Reader) state(set []ast.Expr, on func(constant.Value) bool) FlagState {
	values, only := p.Origin.AllConstants(set)
	switch {
	case len(set) == 0:
		return FlagUnset
	case slices.ContainsFunc(values, on):
		return FlagOn
	case !only || slices.ContainsFunc(set, p.setElsewhere):
		return FlagUnsure
	}
	return FlagOff
}

// setElsewhere reports whether a value comes through a variable that another package can set:
//
//	var CookieSecure = false // package web; main: web.CookieSecure = cfg.TLS
func (p *Reader) setElsewhere(e ast.Expr) bool {
	return p.Pkg.Name() != "main" && slices.ContainsFunc(p.Origin.Trace(e).Through, func(v *types.Var) bool {
		return v.Parent() == p.Pkg.Scope() && p.Calls.Visible(v)
	})
}

// isMode reports whether a SameSite value is written to the cookie. Values are words, or numbers
// of which 0 and 1 write no attribute.
func isMode(v constant.Value) bool {
	if v.Kind() == constant.String {
		return constant.StringVal(v) != ""
	}
	return v.Kind() == constant.Int && constant.Compare(v, token.GTR, constant.MakeInt64(1))
}

// isNone reports whether a SameSite value is None: the word, or http.SameSiteNoneMode.
func isNone(v constant.Value) bool {
	if v.Kind() == constant.String {
		return strings.EqualFold(constant.StringVal(v), "none")
	}
	return v.Kind() == constant.Int && constant.Compare(v, token.EQL, constant.MakeInt64(4))
}

// isDisabled reports whether a SameSite value stands for no attribute.
func isDisabled(v constant.Value) bool {
	return v.Kind() == constant.String && strings.EqualFold(constant.StringVal(v), "disabled")
}
