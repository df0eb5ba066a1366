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

// FlagState is what is known of a flag of a cookie.
type FlagState int

// States of a flag.
const (
	FlagUnsure FlagState = iota // set to what cannot be told, or where it cannot be seen
	FlagOn
	FlagUnset      // set nowhere
	FlagOff        // only ever set to no
	FlagTooLate    // set after the cookie is sent
	FlagPerRequest // set nowhere in this package, but what runs before can set it for all cookies of a request
)

// Flag returns the state of the Secure, HTTPOnly or SameSite flag of the cookie.
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
	case r == model.Secure && c.forced():
		return FlagOn
	}
	return c.Reader.state(c.Parts[r], origin.IsTrue)
}

// forced reports whether the cookie is secure without its Secure flag: browsers refuse the name otherwise, or the library
// sets the flag together with SameSite=None.
func (c *Cookie) forced() bool {
	if name := c.Name(); strings.HasPrefix(name, "__Host-") || strings.HasPrefix(name, "__Secure-") {
		return true
	}
	return slices.ContainsFunc([]model.Role{model.SameSecure, model.SameLax}, func(r model.Role) bool {
		values, _ := c.Reader.Origin.AllConstants(c.Parts[r])
		return slices.ContainsFunc(values, isNone)
	})
}

func (c *Cookie) sameSite() FlagState {
	p := c.Reader
	if s := c.Parts[model.SameLax]; len(s) > 0 {
		return p.state(s, func(v constant.Value) bool { return !isDisabled(v) })
	}
	for _, r := range []model.Role{model.SameSite, model.SameSecure} {
		if s := c.Parts[r]; len(s) > 0 {
			return p.state(s, isMode)
		}
	}
	if c.Member(model.SameLax) != "" {
		return FlagOn // Lax by itself
	}
	return p.perRequest(c)
}

// perRequest is the state of a SameSite that a call of its own sets for the cookies which follow.
func (p *Reader) perRequest(c *Cookie) FlagState {
	state, setters := FlagUnset, false
	for _, call := range p.Calls.All {
		if call.Verb != model.Cookie || len(call.Args(model.SameSite)) == 0 || call.On == nil || len(call.Args(model.Whole)) > 0 {
			continue
		}
		setters = true
		switch here := p.Index.FuncAt(call.Node.Pos()) == p.Index.FuncAt(c.Sent.Node.Pos()); {
		case here && call.Node.Pos() < c.Sent.Node.Pos():
			return p.state(call.Args(model.SameSite), isMode)
		case here:
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

// HasRequestSameSite reports whether what a cookie is sent by has a SameSite of its own, that of the request.
func (p *Reader) HasRequestSameSite(sent *calls.Call) bool {
	fn, ok := sent.Callee.(*types.Func)
	if !ok || fn.Signature().Recv() == nil || sent.Verb != model.Send {
		return false
	}
	set := types.NewMethodSet(fn.Signature().Recv().Type())
	for m := range set.Methods() {
		if sig := model.Of(m.Obj(), ""); sig != nil && sig.Verb == model.Cookie && sig.Index(model.SameSite) >= 0 {
			return true
		}
	}
	return false
}

// Member returns the name of the field or setter that sets a part of the cookie, "" where there is none.
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
			if sig := model.Of(f, obj.Name()); sig != nil && sig.Verb == model.Cookie && sig.Result(0) == r {
				return f.Name()
			}
		}
	}
	set := types.NewMethodSet(types.NewPointer(obj.Type()))
	for m := range set.Methods() {
		if sig := model.Of(m.Obj(), ""); sig != nil && sig.Verb == model.Cookie && sig.Index(r) == 0 {
			return m.Obj().Name()
		}
	}
	return ""
}

// state is the state of a flag that is set to the expressions; on says which constants switch it on.
func (p *Reader) state(set []ast.Expr, on func(constant.Value) bool) FlagState {
	values, only := p.Origin.AllConstants(set)
	switch {
	case len(set) == 0:
		return FlagUnset
	case slices.ContainsFunc(values, on):
		return FlagOn
	case !only:
		return FlagUnsure
	}
	return FlagOff
}

// Modes of SameSite are numbers, of which 0 and 1 write no attribute, or words.
func isMode(v constant.Value) bool {
	if v.Kind() == constant.String {
		return constant.StringVal(v) != ""
	}
	return v.Kind() == constant.Int && constant.Compare(v, token.GTR, constant.MakeInt64(1))
}

func isNone(v constant.Value) bool {
	if v.Kind() == constant.String {
		return strings.EqualFold(constant.StringVal(v), "none")
	}
	return v.Kind() == constant.Int && constant.Compare(v, token.EQL, constant.MakeInt64(4))
}

func isDisabled(v constant.Value) bool {
	return v.Kind() == constant.String && strings.EqualFold(constant.StringVal(v), "disabled")
}
