package jwtleak

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "secret-log", Severity: report.High, CWE: []int{532}, RFC: "RFC 8725 2.2", ASVS: "16.2.5", Title: "a key of tokens is written to a log, to the console or into an error"},
	{ID: "token-log", Severity: report.High, CWE: []int{532}, RFC: "RFC 6750 5.3", ASVS: "16.2.5", Title: "a token is written to a log or to the console"},
	{ID: "secret-response", Severity: report.Critical, CWE: []int{200, 522}, RFC: "RFC 8725 2.2", ASVS: "16.5.1", Title: "a key of tokens is part of an answer"},
	{ID: "sensitive-claim", Severity: report.High, CWE: []int{312}, RFC: "RFC 7519 12", ASVS: "14.2.6", Title: "a token carries a password or another secret for everyone to read"},
	{ID: "token-url", Severity: report.Medium, CWE: []int{598}, RFC: "RFC 6750 2.3", ASVS: "14.2.1", Title: "a token is part of a URL"},
}
