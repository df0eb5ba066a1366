// Package revokedtoken has the shape of what ent generates for a schema with revoked tokens.
package revokedtoken

import (
	"entgo.io/ent/dialect/sql"

	"example.com/testdata/lifecycle/entdb/ent/predicate"
)

// Names of the table and its columns.
const (
	Table    = "revoked_tokens"
	FieldJti = "jti"
)

// JtiEQ holds for one token.
func JtiEQ(v string) predicate.RevokedToken {
	return predicate.RevokedToken(sql.FieldEQ(FieldJti, v))
}
