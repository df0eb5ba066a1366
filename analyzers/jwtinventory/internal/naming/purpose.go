package naming

import (
	"cmp"
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// PurposeOf returns what a name says of a token, "" for nothing.
func PurposeOf(name string) inventory.Purpose {
	n := names.Snake(name)
	switch {
	case strings.Contains(n, "refresh"):
		return inventory.Refresh
	case strings.Contains(n, "access"):
		return inventory.Access
	}
	return ""
}

var ofUser = pattern.New(`access|refresh|auth|jwt|sess|login|bearer|user|admin|^_*(id_?)?token$`)

// OfUser reports whether the name of a cookie says that its token lets a user in: access_token and
// token, where guest_token may be that of an order.
func OfUser(name string) bool { return ofUser().MatchString(names.Snake(name)) }

var making = pattern.New(`^(re_?)?(gen|creat|issu|sign|mint|new|mak|renew|exchang)`)

// Makes reports whether a name says that a function makes something: what it is named after is what
// it returns, not what it is given.
func Makes(name string) bool { return making().MatchString(names.Snake(name)) }

// Purpose returns what the names in what is handed over say of the tokens, or where those say
// nothing the names of what the call returns; "" where they say nothing, or two things.
func Purpose(x *syntax.Index, call ast.Node, handed ...ast.Expr) inventory.Purpose {
	found := inventory.Purpose("")
	add := func(name string) bool {
		p := PurposeOf(name)
		if found != "" && p != "" && p != found {
			return false
		}
		found = cmp.Or(p, found)
		return true
	}
	agree := true
	for _, e := range handed {
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				agree = add(id.Name) && agree
			}
			return true
		})
	}
	if e, ok := call.(ast.Expr); ok && found == "" {
		for _, name := range x.NamesOf(e) {
			agree = add(name) && agree
		}
	}
	if !agree {
		return ""
	}
	return found
}
