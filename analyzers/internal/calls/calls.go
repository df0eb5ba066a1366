// Package calls finds the calls that make and check tokens: those of modelled libraries and those of this program's own
// wrappers, which look the same to a check. It is the one analyzer with facts.
package calls

import (
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Analyzer resolves the calls of a package and says what its own functions, variables and fields mean to others.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtcalls",
	Doc:        "find the calls that make and check JSON Web Tokens, through wrappers and packages",
	Run:        run,
	ResultType: reflect.TypeFor[*Package](),
	FactTypes:  []analysis.Fact{(*Fact)(nil)},
}

// Fact is what a package says of one of its parameters, functions, variables or fields.
type Fact struct{ origin.Summary }

// AFact marks the type as a fact.
func (*Fact) AFact() {}

// Call is a call, or a literal or assignment that configures a library, in the terms of the model.
type Call struct {
	Verb         model.Verb
	Node         ast.Node     // the call, or the literal or value that configures
	Via          types.Object // the parameter, variable or field of another package whose fact says so; nil for a library's own
	Callee       types.Object // what is called or configured
	On           ast.Expr     // the receiver, nil for none
	RejectsEmpty bool         // an empty key is refused, by the library or by what Via belongs to
	args         map[model.Role][]ast.Expr
	alg          model.Role
	Sets         []model.Role // the parts of a cookie that the library sets by itself
}

// Args returns the arguments in a role.
func (c *Call) Args(r model.Role) []ast.Expr { return c.args[r] }

// Roles returns the roles that the call has arguments in, sorted.
func (c *Call) Roles() []model.Role { return slices.Sorted(maps.Keys(c.args)) }

// Library returns the import path of the library that is called, "" for a wrapper of another package.
func (c *Call) Library() string {
	if c.Via != nil || c.Callee == nil || c.Callee.Pkg() == nil {
		return ""
	}
	return c.Callee.Pkg().Path()
}

// MinKeyLen returns the length in bytes below which the library refuses the key of an HMAC, 0 where it takes any.
func (c *Call) MinKeyLen() int { return model.MinKeyLen(c.Library()) }

// EncodesNumericDate reports whether the library writes an instant in a claim as a number of seconds.
func (c *Call) EncodesNumericDate() bool { return model.EncodesNumericDate(c.Library()) }

// AcceptsStringKey reports whether the library takes a string for the key of an HMAC.
func (c *Call) AcceptsStringKey() bool { return model.AcceptsStringKey(c.Library()) }

// UsesKey reports whether the call signs or verifies tokens, or makes what does so with a key that it is given.
func (c *Call) UsesKey() bool {
	return c.Verb == model.Sign || c.Verb == model.Verify || c.Verb == model.Build && len(c.args[model.Key])+len(c.args[model.Keyfunc]) > 0
}

// Named is a setting whose name says that it is the key of tokens, with where it comes from.
type Named struct {
	Name  string
	Trace origin.Trace
}
