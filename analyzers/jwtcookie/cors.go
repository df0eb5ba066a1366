package jwtcookie

// This file asks which origins may make requests with cookies:
//
//	cors.Config{AllowAllOrigins: true, AllowCredentials: true}
//	cors.Options{AllowedOrigins: []string{"https://*"}, AllowCredentials: true}

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// cors asks whether every origin may make requests with cookies.
func (c *check) cors(call *calls.Call) {
	lit, ok := call.Node.(*ast.CompositeLit)
	if !ok || !c.Origin.True(call.Args(model.Credentials)) || !cookies.Sent(c.pass) {
		return
	}
	asked := call.Args(model.Origins)
	for _, e := range asked {
		if c.Origin.True([]ast.Expr{e}) {
			c.allOrigins(e, lit)
		}
	}
	if len(asked) > 0 {
		return // the library asks the function and no list
	}
	for _, list := range call.Args(model.Wildcards) {
		items, _ := c.Origin.Items(list)
		for _, e := range items {
			if slices.Contains([]string{"https://*", "http://*"}, c.Index.Text(e)) {
				c.allOrigins(e, lit)
				return
			}
		}
	}
}

func (c *check) allOrigins(at, policy ast.Node) {
	c.Report(report.Found("cors-credentials", at,
		"requests of every origin are allowed with cookies: any page that a user visits can act as that user").
		Because(policy.Pos(), "credentials are allowed here"))
}
