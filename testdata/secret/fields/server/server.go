// Package server hands settings on.
package server

import (
	"example.com/testdata/secret/fields/auth"
	"example.com/testdata/secret/fields/conf"
)

// Run hands them on.
func Run(d *conf.Deep) error {
	_, err := auth.Deep(*d)
	return err
}
