package jwttransport

// This file asks who disables TLS verification:
//
//	http.Client{Transport: &http.Transport{TLSClientConfig: config}} // insecureTLS
//	client.New()                                                     // via

import (
	"go/ast"

	"github.com/jwtvet/jwtvet/analyzers/jwttransport/internal/certificates"
)

// insecureTLS returns the option by which a client disables TLS verification, nil where it does
// not or where that is not constant.
func (c *check) insecureTLS(client ast.Expr) ast.Expr {
	return (&certificates.Reader{View: c.View, Trusts: c.facts.trusts}).Option(client)
}

// via names the function of another package that makes a client with the option, "" for an option
// of this package.
func (c *check) via(option ast.Expr) string {
	call, ok := option.(*ast.CallExpr)
	if !ok || !c.facts.trusts(c.Index.Callee(call)) {
		return ""
	}
	fn := c.Index.Callee(call)
	return ", via " + fn.Pkg().Name() + "." + fn.Name()
}
