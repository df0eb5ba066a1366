package jwtcookie

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "insecure-cookie", Severity: report.Medium, CWE: []int{614, 1004, 1275}, RFC: "RFC 6265 4.1.2", ASVS: "3.3.1", Title: "a cookie carries a token without Secure, HttpOnly or SameSite"},
	{ID: "cors-credentials", Severity: report.High, CWE: []int{942}, RFC: "Fetch 3.3.5", ASVS: "3.4.2", Title: "pages of every origin may use the API with the cookies of its users"},
	{ID: "cookie-lifetime", Severity: report.Low, CWE: []int{613}, RFC: "RFC 6265 4.1.2.2", ASVS: "7.3.2", Title: "a cookie outlives the token in it", Strict: true},
}
