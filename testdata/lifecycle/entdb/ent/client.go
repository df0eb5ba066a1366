// Package ent has the shape of what ent generates for a schema with revoked tokens.
package ent

import (
	"context"
	"errors"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqlgraph"
	"entgo.io/ent/schema/field"

	"example.com/testdata/lifecycle/entdb/ent/predicate"
	"example.com/testdata/lifecycle/entdb/ent/revokedtoken"
)

// Client has a client for each table.
type Client struct{ RevokedToken *RevokedTokenClient }

// NewClient returns the clients of a database.
func NewClient(d dialect.Driver) *Client {
	return &Client{&RevokedTokenClient{d}}
}

// RevokedTokenClient asks for revoked tokens.
type RevokedTokenClient struct{ driver dialect.Driver }

// Query begins a question.
func (c *RevokedTokenClient) Query() *RevokedTokenQuery { return &RevokedTokenQuery{driver: c.driver} }

// RevokedToken is a row.
type RevokedToken struct {
	ID  int
	Jti string
}

// NotFoundError says that there is no row.
type NotFoundError struct{ label string }

func (e *NotFoundError) Error() string { return "ent: " + e.label + " not found" }

// IsNotFound reports whether an error says that there is no row.
func IsNotFound(err error) bool {
	var e *NotFoundError
	return errors.As(err, &e)
}

// RevokedTokenQuery is a question.
type RevokedTokenQuery struct {
	driver     dialect.Driver
	predicates []predicate.RevokedToken
}

// Where adds conditions.
func (q *RevokedTokenQuery) Where(ps ...predicate.RevokedToken) *RevokedTokenQuery {
	q.predicates = append(q.predicates, ps...)
	return q
}

// Only returns the one row.
func (q *RevokedTokenQuery) Only(ctx context.Context) (*RevokedToken, error) {
	ok, err := q.Exist(ctx)
	if err != nil {
		return nil, err
	} else if !ok {
		return nil, &NotFoundError{revokedtoken.Table}
	}
	return &RevokedToken{}, nil
}

// Exist reports whether there is a row.
func (q *RevokedTokenQuery) Exist(ctx context.Context) (bool, error) {
	n, err := q.Count(ctx)
	return n > 0, err
}

// Count counts the rows.
func (q *RevokedTokenQuery) Count(ctx context.Context) (int, error) {
	spec := sqlgraph.NewQuerySpec(revokedtoken.Table, []string{revokedtoken.FieldJti},
		sqlgraph.NewFieldSpec("id", field.TypeInt))
	spec.Predicate = func(s *sql.Selector) {
		for _, p := range q.predicates {
			p(s)
		}
	}
	return sqlgraph.CountNodes(ctx, q.driver, spec)
}
