package calls

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// header adds the cookie that a call writes as the text of a Set-Cookie header field (RFC 6265 section 4.1.1).
func (p *Package) header(call *Call, add func(*Cookie)) {
	names, values := call.args[model.Name], call.args[model.Value]
	if len(names) != 1 || len(values) != 1 || !strings.EqualFold(p.text(names[0]), "Set-Cookie") {
		return
	}
	for _, o := range p.Of(values[0]).Births {
		if at, ok := o.At.(ast.Expr); ok && o.Kind == origin.Object && p.member(p.pass.TypesInfo.TypeOf(at), model.Value) != "" {
			add(&Cookie{Made: at, Sent: call, Seen: true})
			return
		}
	}
	c := &Cookie{Made: values[0], Sent: call, Seen: true, kind: text, parts: map[model.Role][]ast.Expr{}, flags: map[model.Role]State{}}
	for _, way := range p.Wordings(values[0]) {
		if len(way) == 0 {
			continue
		}
		p.read(c, way)
		c.last = way[len(way)-1]
		c.ways++
	}
	add(c)
}

// read adds what one wording of a header field says of a cookie.
func (p *Package) read(c *Cookie, way []origin.Part) {
	segments := [][]origin.Part{nil}
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
				segments[last] = append(segments[last], origin.Part{Text: piece, Expr: part.Expr})
			}
		}
	}
	c.pair(segments[0])
	on := map[model.Role]bool{}
	for _, s := range segments[1:] {
		if len(s) > 0 {
			c.attribute(s, on)
		}
	}
	for _, r := range []model.Role{model.Secure, model.HTTPOnly, model.SameSite} {
		if on[r] {
			c.flags[r] = On
		} else if c.flags[r] == Unsure {
			c.flags[r] = Unset
		}
	}
}

// pair reads the name and the value of a cookie.
func (c *Cookie) pair(s []origin.Part) {
	if len(s) == 0 || s[0].Expr != nil {
		c.Seen = false // the name is not known, or the whole is put together elsewhere
		return
	}
	name, rest, ok := strings.Cut(s[0].Text, "=")
	c.text = strings.TrimSpace(name)
	switch {
	case !ok || len(s) > 2 || len(s) == 2 && rest != "":
		c.Seen = false // more than a value
	case len(s) == 2:
		c.parts[model.Value] = append(c.parts[model.Value], s[1].Expr)
	}
}

// attribute reads one attribute.
func (c *Cookie) attribute(s []origin.Part, on map[model.Role]bool) {
	if s[0].Expr != nil {
		c.Seen = false // it can be any
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
		c.gone = c.gone || len(s) == 1 && (value == "0" || strings.HasPrefix(value, "-"))
	case "expires":
		c.gone = c.gone || strings.Contains(value, " 1970 ")
	}
}

// appended is the edit that adds attributes at the end of a text.
func (c *Cookie) appended(flags []model.Role) []analysis.TextEdit {
	lit, ok := c.last.At.(*ast.BasicLit)
	if !ok || c.ways != 1 || lit.Kind != token.STRING || lit.Pos() < c.Made.Pos() || lit.End() > c.Made.End() {
		return nil
	}
	words := map[model.Role]string{model.Secure: "; Secure", model.HTTPOnly: "; HttpOnly", model.SameSite: "; SameSite=Lax"}
	text := ""
	for _, r := range []model.Role{model.Secure, model.HTTPOnly, model.SameSite} {
		if slices.Contains(flags, r) {
			text += words[r]
		}
	}
	return []analysis.TextEdit{{Pos: lit.End() - 1, End: lit.End() - 1, NewText: []byte(text)}}
}
