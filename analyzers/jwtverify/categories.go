package jwtverify

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "unverified-token", Severity: report.Critical, CWE: []int{347}, RFC: "RFC 8725 3.3", ASVS: "9.1.1", Title: "claims are believed that nobody has verified"},
	{ID: "alg-none", Severity: report.Critical, CWE: []int{327}, RFC: "RFC 8725 3.2", ASVS: "9.1.2", Title: "tokens without a signature are made or accepted"},
	{ID: "ignored-error", Severity: report.Critical, CWE: []int{252}, RFC: "RFC 8725 3.3", ASVS: "9.1.1", Title: "claims are used although nobody looked whether the token is good"},
	{ID: "unpinned-alg", Severity: report.High, CWE: []int{347}, RFC: "RFC 8725 3.1", ASVS: "9.1.2", Title: "the token chooses the algorithm that verifies it", Stricter: true},
	{ID: "validation-disabled", Severity: report.High, CWE: []int{613}, RFC: "RFC 7519 7.2", ASVS: "9.2.1", Title: "the end of a token or another claim is not checked"},
	{ID: "key-from-token", Severity: report.Critical, CWE: []int{345, 22, 89, 918}, RFC: "RFC 8725 3.10", ASVS: "9.1.3", Title: "the token says which key, file or address verifies it"},
	{ID: "unenforced-auth", Severity: report.Critical, CWE: []int{287, 696}, RFC: "RFC 7519 7.2", ASVS: "8.3.1", Title: "a request is refused and handled all the same"},
	{ID: "missing-audience", Severity: report.Medium, CWE: []int{345}, RFC: "RFC 8725 3.9", ASVS: "9.2.3", Title: "nobody looks for whom or by whom a token was made", Stricter: true},
	{ID: "header-panic", Severity: report.Medium, CWE: []int{129}, RFC: "RFC 6750 2.1", ASVS: "2.2.1", Title: "a request of another form makes the handler panic"},
	{ID: "error-text", Severity: report.Low, CWE: []int{755}, RFC: "RFC 7519 7.2", ASVS: "16.5.3", Title: "what is wrong with a token is told by the text of an error"},
	{ID: "obsolete-library", Severity: report.High, CWE: []int{1104}, RFC: "RFC 8725 2", ASVS: "15.2.1", Title: "a token library that nobody mends any more"},
}
