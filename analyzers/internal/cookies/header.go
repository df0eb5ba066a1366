package cookies

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// addHeader adds the cookie that a call writes as the text of a Set-Cookie header field (RFC 6265
// section 4.1.1):
//
//	w.Header().Set("Set-Cookie", cookie.String())
//	w.Header().Add("Set-Cookie", fmt.Sprintf("token=%s; Path=/; HttpOnly", t))
func (p *Reader) addHeader(call *calls.Call, add func(*Cookie)) {
	names, values := call.Args(model.Name), call.Args(model.Value)
	if len(names) != 1 || len(values) != 1 {
		return
	}
	if !strings.EqualFold(p.Index.Text(names[0]), "Set-Cookie") {
		return
	}
	for _, o := range p.Origin.Trace(values[0]).Origins {
		at, ok := o.At.(ast.Expr)
		if ok && o.Kind == origin.Object && p.member(p.Info.TypeOf(at), model.Value) != "" {
			add(&Cookie{Made: at, Sent: call, Complete: true})
			return
		}
	}
	c := &Cookie{
		Made: values[0], Sent: call, Complete: true, Kind: AsHeaderText,
		Parts: map[model.Role][]ast.Expr{}, flags: map[model.Role]FlagState{},
	}
	for _, way := range p.Spelling.Spellings(values[0]) {
		if len(way) == 0 {
			continue
		}
		c.addSpelling(way)
		c.LastPart = way[len(way)-1]
		c.Spellings++
	}
	add(c)
}

// addSpelling adds the name, value and attributes that one spelling of a header field has.
func (c *Cookie) addSpelling(way []spelling.Part) {
	segments := splitAttributes(way)
	c.addPair(segments[0])
	on := map[model.Role]bool{}
	for _, s := range segments[1:] {
		if len(s) > 0 {
			c.addAttribute(s, on)
		}
	}
	for _, r := range []model.Role{model.Secure, model.HTTPOnly, model.SameSite} {
		if on[r] {
			c.flags[r] = FlagOn
		} else if c.flags[r] == FlagUnsure {
			c.flags[r] = FlagUnset
		}
	}
}

// splitAttributes splits a spelling at its semicolons.
func splitAttributes(way []spelling.Part) [][]spelling.Part {
	segments := [][]spelling.Part{nil}
	for _, part := range way {
		pieces := []string{part.Text}
		if part.Expr == nil {
			pieces = strings.Split(part.Text, ";")
		}
		for i, piece := range pieces {
			if i > 0 {
				segments = append(segments, nil)
			}
			if last := len(segments) - 1; piece != "" || part.Expr != nil {
				segments[last] = append(segments[last], spelling.Part{Text: piece, Expr: part.Expr})
			}
		}
	}
	return segments
}

// addPair adds the name and the value of a cookie.
func (c *Cookie) addPair(s []spelling.Part) {
	if len(s) == 0 || s[0].Expr != nil {
		c.Complete = false // the name is not known, or the whole is put together elsewhere
		return
	}
	name, rest, ok := strings.Cut(s[0].Text, "=")
	c.text = strings.TrimSpace(name)
	switch {
	case !ok || len(s) > 2 || len(s) == 2 && rest != "":
		c.Complete = false // more than a value
	case len(s) == 2:
		c.Parts[model.Value] = append(c.Parts[model.Value], s[1].Expr)
	}
}

// addAttribute adds one attribute; on collects the flags that are set.
func (c *Cookie) addAttribute(s []spelling.Part, on map[model.Role]bool) {
	if s[0].Expr != nil {
		c.Complete = false // it can be any
		return
	}
	name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s[0].Text)), "=")
	switch name {
	case "secure":
		on[model.Secure] = true
	case "httponly":
		on[model.HTTPOnly] = true
	case "samesite":
		on[model.SameSite] = true
	case "max-age":
		c.deletes = c.deletes || len(s) == 1 && (value == "0" || strings.HasPrefix(value, "-"))
	case "expires":
		c.deletes = c.deletes || strings.Contains(value, " 1970 ")
	}
}
