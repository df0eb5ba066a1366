package jwttransport

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "plain-http", Severity: report.High, CWE: []int{319}, RFC: "RFC 6750 5.3", ASVS: "12.2.1", Title: "a token or password is sent without encryption"},
	{ID: "plain-jwks", Severity: report.Critical, CWE: []int{319, 345}, RFC: "RFC 8414 3", ASVS: "12.3.1", Title: "verification keys are fetched without encryption"},
	{ID: "plain-grpc", Severity: report.High, CWE: []int{319}, RFC: "RFC 6750 5.3", ASVS: "12.3.1", Title: "credentials of gRPC calls may be sent without encryption"},
	{ID: "insecure-tls", Severity: report.High, CWE: []int{295}, RFC: "RFC 9525 6", ASVS: "12.3.2", Title: "a token is sent to whoever presents any certificate"},
	{ID: "plain-listen", Severity: report.Low, CWE: []int{319}, RFC: "RFC 6750 5.3", ASVS: "12.2.1", Title: "a server that gives out or accepts tokens listens without encryption", Advice: true},
}
