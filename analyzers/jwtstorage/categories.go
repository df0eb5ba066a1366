package jwtstorage

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "web-storage", Severity: report.Medium, CWE: []int{922}, RFC: "RFC 9700 4.16", ASVS: "14.3.3", Title: "a page keeps a token where every script of it can read it"},
}
