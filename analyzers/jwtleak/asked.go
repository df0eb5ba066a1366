package jwtleak

// This file knows what is written because somebody has asked for it, by a setting that is named after
// what it shows and is off otherwise:
//
//	if cfg.LogSensitiveInfo {
//		slog.Debug("exchanged", "token", token)
//	}
//
// and what is written on the machine of a developer alone:
//
//	if cfg.Env == "development" {

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// showing are names of settings that log or print what is secret.
var showing = pattern.New(`(^|_)` + hidden + `(_.*)?_` + shown + `$|` +
	`(^|_)` + shown + `_(.*_)?` + hidden + `(_|$)`)

const (
	hidden = `(sensitive|secrets?|credentials?|tokens?|unsafe|unredacted)`
	shown  = `(log|logs|logging|show|dump|print|trace)`
)

// isAskedFor reports whether control gets to a node only where such a setting is on, or on such a
// machine.
func isAskedFor(c *check, n ast.Node) bool {
	for ; n != nil; n = c.Index.Outer(n) {
		branch, ok := c.Index.Outer(n).(*ast.IfStmt)
		if ok && n == branch.Body && shows(c, branch.Cond) {
			return true
		}
	}
	return false
}

// local are the names of the environment in which a program is written.
var local = pattern.New(`^(?i:dev|develop|development|local|localhost)$`)

// shows reports whether a condition holds only where a setting shows what is secret, or a developer
// runs the program.
func shows(c *check, cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.EQL {
			return local().MatchString(c.Index.Text(e.X)) || local().MatchString(c.Index.Text(e.Y))
		}
		return e.Op == token.LAND && (shows(c, e.X) || shows(c, e.Y))
	case *ast.CallExpr:
		return shows(c, e.Fun)
	case *ast.Ident, *ast.SelectorExpr:
		switch obj := c.Index.Used(e).(type) {
		case *types.Var:
			return typing.IsBool(obj.Type()) && showing().MatchString(names.Snake(obj.Name()))
		case *types.Func:
			return showing().MatchString(names.Snake(obj.Name()))
		}
	}
	return false
}
