package jwtcookie

// This file switches the flags of cookies on:
//
//	http.Cookie{Name: "token", Secure: false} // replaced: Secure: true
//	http.Cookie{Name: "token"}                // added: a field at the end, see room
//	"token=" + token + "; Path=/"             // appended: "; Path=/; Secure"

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/edit"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// fixer switches the flags of one cookie on.
type fixer struct {
	*cookies.Cookie
	pass *analysis.Pass
	flow *flow.Graphs
}

// appended is the edit that adds attributes at the end of a text.
func (c *fixer) appended(flags []model.Role) []analysis.TextEdit {
	lit, ok := c.LastPart.At.(*ast.BasicLit)
	if !ok || c.Spellings != 1 || lit.Kind != token.STRING ||
		lit.Pos() < c.Made.Pos() || lit.End() > c.Made.End() {
		return nil
	}
	words := map[model.Role]string{
		model.Secure: "; Secure", model.HTTPOnly: "; HttpOnly", model.SameSite: "; SameSite=Lax",
	}
	text := ""
	for _, r := range []model.Role{model.Secure, model.HTTPOnly, model.SameSite} {
		if slices.Contains(flags, r) {
			text += words[r]
		}
	}
	return []analysis.TextEdit{{Pos: lit.End() - 1, End: lit.End() - 1, NewText: []byte(text)}}
}

// fix returns the edits that switch the flags of a cookie on, Lax for SameSite, all in one file;
// nil where one of them cannot be switched on at its place.
func (c *fixer) fix(flags []model.Role) []analysis.TextEdit {
	if c.Kind == cookies.AsHeaderText {
		return c.appended(flags)
	}
	var edits, fields []analysis.TextEdit
	for _, r := range flags {
		if set := c.setting(r); set != nil {
			edit, ok := c.replaced(r, set)
			if !ok {
				return nil
			}
			edits = append(edits, edit)
			continue
		}
		text, ok := c.added(r)
		if !ok {
			return nil
		}
		fields = append(fields, analysis.TextEdit{NewText: []byte(text)})
	}
	if len(fields) == 0 {
		return edits
	}
	at, before, between, after := c.room()
	if !at.IsValid() {
		return nil
	}
	text := before
	for i, f := range fields {
		if i > 0 {
			text += between
		}
		text += string(f.NewText)
	}
	return append(edits, analysis.TextEdit{Pos: at, End: at, NewText: []byte(text + after)})
}

// setting returns the one expression that sets a flag of the cookie, nil where none or several do.
func (c *fixer) setting(r model.Role) ast.Expr {
	for _, r := range sameSites(r) {
		if len(c.Parts[r]) == 1 {
			return c.Parts[r][0]
		}
	}
	return nil
}

// sameSites are the roles that a SameSite can have.
func sameSites(r model.Role) []model.Role {
	if r == model.SameSite {
		return []model.Role{model.SameSite, model.SameSecure, model.SameLax}
	}
	return []model.Role{r}
}

// replaced is the edit that switches a flag on where it is written to be off.
func (c *fixer) replaced(r model.Role, set ast.Expr) (analysis.TextEdit, bool) {
	text := "true"
	if id, ok := ast.Unparen(set).(*ast.Ident); r != model.SameSite &&
		(!ok || c.Reader.Info.ObjectOf(id) != types.Universe.Lookup("false")) {
		return analysis.TextEdit{}, false
	}
	if r == model.SameSite {
		if c.Reader.Info.Types[set].Value == nil {
			return analysis.TextEdit{}, false
		}
		if text = c.lax(set.Pos(), c.Reader.Info.TypeOf(set)); text == "" {
			return analysis.TextEdit{}, false
		}
	}
	return analysis.TextEdit{Pos: set.Pos(), End: set.End(), NewText: []byte(text)}, true
}

// added is the field or statement that switches a flag on.
func (c *fixer) added(r model.Role) (string, bool) {
	if c.Kind == cookies.AsArguments {
		return c.statement(r)
	}
	made, _ := c.Made.(ast.Expr)
	for _, r := range sameSites(r) {
		name := c.Member(r)
		if name == "" {
			continue
		}
		value := "true"
		t := typing.Deref(c.Reader.Info.TypeOf(made))
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, c.Reader.Pkg, name)
		if r != model.Secure && r != model.HTTPOnly {
			value = c.lax(c.Made.Pos(), partType(obj))
		}
		if value == "" {
			return "", false
		}
		if _, lit := made.(*ast.CompositeLit); lit {
			return name + ": " + value, true
		}
		on := c.sentAs()
		if on == "" {
			return "", false
		}
		if _, method := obj.(*types.Func); method {
			return on + "." + name + "(" + value + ")", true
		}
		return on + "." + name + " = " + value, true
	}
	return "", false
}

// partType is the type of a field, or of what a setter takes.
func partType(obj types.Object) types.Type {
	if fn, ok := obj.(*types.Func); ok && fn.Signature().Params().Len() > 0 {
		return fn.Signature().Params().At(0).Type()
	} else if obj == nil {
		return nil
	}
	return obj.Type()
}

// statement sets the SameSite of a cookie whose parts are arguments, by the setter of what sends
// it.
func (c *fixer) statement(r model.Role) (string, bool) {
	fn, ok := c.Sent.Callee.(*types.Func)
	if !ok || r != model.SameSite || !c.Reader.HasRequestSameSite(c.Sent) || c.Sent.On == nil {
		return "", false
	}
	set := c.Reader.PerRequest(fn)
	lax := c.lax(c.Made.Pos(), partType(set))
	return types.ExprString(c.Sent.On) + "." + set.Name() + "(" + lax + ")", lax != ""
}

// lax returns how the file at pos writes Lax for a SameSite of the type: the constant of the type
// whose value is 2.
func (c *fixer) lax(pos token.Pos, t types.Type) string {
	obj := typing.TypeName(t)
	if obj == nil || obj.Pkg() == nil {
		if b, ok := t.(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return strconv.Quote("Lax")
		}
		return ""
	}
	scope := obj.Pkg().Scope()
	for _, name := range scope.Names() {
		k, ok := scope.Lookup(name).(*types.Const)
		if ok && types.Identical(k.Type(), t) &&
			constant.Compare(k.Val(), token.EQL, constant.MakeInt64(2)) {
			if pkg := edit.Imported(c.pass, pos, obj.Pkg()); pkg != "" {
				return pkg + "." + name
			}
		}
	}
	return ""
}

// sentAs returns the name of the variable that is sent, "" where it is more than a name.
func (c *fixer) sentAs() string {
	args := c.Sent.Args(model.Whole)
	if len(args) != 1 {
		return ""
	}
	e := ast.Unparen(args[0])
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	if id, ok := e.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// room returns where what is added goes: after the last field of a literal, else before the
// statement that sends the cookie; and what stands before, between and after it.
func (c *fixer) room() (at token.Pos, before, between, after string) {
	if lit, ok := c.Made.(*ast.CompositeLit); ok {
		line := func(p token.Pos) int { return c.Reader.Fset.PositionFor(p, false).Line }
		switch n := len(lit.Elts); {
		case n > 0 && line(lit.Elts[n-1].End()) == line(lit.Rbrace):
			return lit.Elts[n-1].End(), ", ", ", ", ""
		case n == 0 && line(lit.Lbrace) == line(lit.Rbrace):
			return lit.Rbrace, "", ", ", ""
		}
		return lit.Rbrace, "", ",\n", ",\n"
	}
	if s := c.Reader.Flow.Statement(c.Sent.Node); s != nil {
		return s.Pos(), "", "\n", "\n"
	}
	return token.NoPos, "", "", ""
}
