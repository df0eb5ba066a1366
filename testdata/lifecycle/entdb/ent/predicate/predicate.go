// Package predicate has the shape of what ent generates for a schema with revoked tokens.
package predicate

import "entgo.io/ent/dialect/sql"

// RevokedToken is a condition on revoked tokens.
type RevokedToken func(*sql.Selector)
