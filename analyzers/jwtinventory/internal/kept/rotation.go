package kept

// This file looks for what retires a refresh token when it is used:
//
//	func (s *Service) Refresh(raw string) (string, error) {
//		s.remove(raw) // Rotation: it takes the token out of the store
//		return s.issue()
//	}

import (
	"go/ast"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// maxCallers is how many functions are looked at around one place.
const maxCallers = 64

// Rotation returns the call by which a function that renews tokens leads to a place that takes one
// back, with the name of what it calls; nil where none does.
func Rotation(p *denylist.Reader, at ast.Node) (ast.Node, string) {
	seen := map[ast.Node]bool{}
	for todo := []ast.Node{at}; len(todo) > 0 && len(seen) < maxCallers; todo = todo[1:] {
		d := syntax.DeclAt(p.Index, todo[0].Pos())
		if d == nil || seen[d] {
			continue
		}
		seen[d] = true
		for _, c := range p.Origin.Callers(d) {
			by := syntax.DeclAt(p.Index, c.Pos())
			if by != nil && inventory.Renews(by.Name.Name) {
				return c, d.Name.Name
			}
			todo = append(todo, c)
		}
	}
	return nil, ""
}
