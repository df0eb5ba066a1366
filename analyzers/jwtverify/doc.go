// Package jwtverify reports tokens that are believed without a reason.
package jwtverify

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
