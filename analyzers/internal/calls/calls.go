// Package calls answers which calls of one package make, check or configure tokens, and what each
// of their arguments is. Every check and every other room asks it:
//
//	token.SignedString(key)      // a row of the model: Sign, with a key and a token
//	auth.NewService(secret)      // a wrapper: a fact on its parameter says that it signs
//	&middleware.Config{Key: key} // a literal that configures a library
//
// Calls of modelled libraries and of the program's own wrappers look the same to a check.
package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Analyzer resolves the calls of a package and exports facts about the meaning of its own
// functions, variables and fields.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtcalls",
	Doc:        "find the calls that make and check JSON Web Tokens, through wrappers and packages",
	Run:        run,
	ResultType: reflect.TypeFor[*Package](),
	FactTypes:  []analysis.Fact{(*Fact)(nil), (*fields.Fact)(nil)},
}

// Fact says what a parameter, function, variable or field of a package means to its importers.
type Fact struct{ origin.Summary }

// AFact marks the type as a fact.
func (*Fact) AFact() {}

// Call is a call, or a literal or assignment that configures a library, in the terms of the model.
type Call struct {
	Verb   model.Verb
	Node   ast.Node     // the call, or the literal or value that configures
	Callee types.Object // what is called or configured
	On     ast.Expr     // the receiver, nil for none

	// The parameter, variable or field of another package whose fact describes the call; nil for
	// a call of a library.
	Via types.Object

	Message      bool         // its token need not be one, but any bytes that are signed
	RejectsEmpty bool         // the library, or what Via belongs to, refuses an empty key
	Sets         []model.Role // the parts of a cookie that the library sets by itself

	args map[model.Role][]ast.Expr
	part *types.Var // the field of the arguments that is meant, nil for all of them
	alg  model.Role // the algorithm that the row or fact names, "" for none
}

// Args returns the arguments in a role.
func (c *Call) Args(r model.Role) []ast.Expr { return c.args[r] }

// Roles returns the roles that the call has arguments in, sorted.
func (c *Call) Roles() []model.Role { return slices.Sorted(maps.Keys(c.args)) }

// Library returns the import path of the library that is called, "" for a wrapper of another
// package.
func (c *Call) Library() string {
	if c.Via != nil || c.Callee == nil || c.Callee.Pkg() == nil {
		return ""
	}
	return c.Callee.Pkg().Path()
}

// MinKeyLen returns the length in bytes below which the library refuses an HMAC key, 0 where it
// accepts any (RFC 7518 section 3.2 asks for the length of the hash).
func (c *Call) MinKeyLen() int { return model.MinKeyLen(c.Library()) }

// UsesKey reports whether the call signs, verifies or encrypts tokens, or makes an object that does
// so with a key that it is given.
func (c *Call) UsesKey() bool {
	switch c.Verb {
	case model.Sign, model.Verify, model.Encrypt:
		return true
	case model.Build:
		return len(c.args[model.Key])+len(c.args[model.Keyfunc]) > 0
	}
	return false
}

// At returns the position of a call that a reader looks at: its name rather than its start.
func (c *Call) At() token.Pos {
	if e, ok := c.Node.(*ast.CallExpr); ok {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return sel.Sel.Pos()
		}
	}
	return c.Node.Pos()
}

// Label returns the name of a call for a message: SignedString, auth.NewService.
func (c *Call) Label() string {
	if c.Callee == nil {
		return string(c.Verb)
	}
	if c.Via != nil && c.Callee.Pkg() != nil {
		return c.Callee.Pkg().Name() + "." + c.Callee.Name()
	}
	return c.Callee.Name()
}
