package jwtexpiry

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "missing-expiry", Severity: report.High, CWE: []int{613}, RFC: "RFC 7519 4.1.4", ASVS: "9.2.1", Title: "a token is signed that never ends"},
	{ID: "long-expiry", Severity: report.Medium, CWE: []int{613}, RFC: "RFC 6750 5.3", ASVS: "7.3.2", Title: "a token lives longer than it should"},
	{ID: "expiry-unit", Severity: report.High, CWE: []int{682}, RFC: "RFC 7519 2", ASVS: "9.2.1", Title: "the end of a token is in the wrong unit"},
	{ID: "expiry-name", Severity: report.High, CWE: []int{613}, RFC: "RFC 7519 4.1.4", ASVS: "9.2.1", Title: "the end of a token is in a claim that no verifier reads"},
	{ID: "shadowed-claim", Severity: report.High, CWE: []int{670}, RFC: "RFC 7519 7.2", ASVS: "9.2.1", Title: "a claims type hides a registered claim from the verifier"},
	{ID: "frozen-claims", Severity: report.High, CWE: []int{672}, RFC: "RFC 7519 4.1.4", ASVS: "9.2.1", Title: "claims computed once are signed again and again"},
}
