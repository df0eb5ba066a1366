package jwtsecret

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "hardcoded-secret", Severity: report.Critical, CWE: []int{798, 321}, RFC: "RFC 8725 3.5", ASVS: "13.3.1", Title: "the key is written in the source"},
	{ID: "default-secret", Severity: report.High, CWE: []int{1188, 1392}, RFC: "RFC 8725 3.5", ASVS: "13.3.1", Title: "the key falls back to a value written in the source"},
	{ID: "embedded-secret", Severity: report.Critical, CWE: []int{540, 321}, RFC: "RFC 8725 3.5", ASVS: "13.3.1", Title: "the key is a file that ships with the program"},
	{ID: "short-secret", Severity: report.High, CWE: []int{326}, RFC: "RFC 7518 3.2", ASVS: "11.2.3", Title: "the key is shorter than the algorithm's hash"},
	{ID: "predictable-secret", Severity: report.High, CWE: []int{330, 338, 340, 1391}, RFC: "RFC 8725 3.5", ASVS: "11.5.1", Title: "the key is made of values that can be guessed"},
	{ID: "unchecked-secret", Severity: report.High, CWE: []int{1188}, RFC: "RFC 8725 3.5", ASVS: "9.1.3", Title: "the key may be empty and nothing tests it"},
	{ID: "unloaded-secret", Severity: report.Critical, CWE: []int{1188}, RFC: "RFC 8725 3.5", ASVS: "9.1.3", Title: "the key is read before the configuration is loaded"},
	{ID: "shared-secret", Severity: report.Medium, CWE: []int{323, 345}, RFC: "RFC 8725 3.12", ASVS: "9.2.2", Title: "access and refresh tokens are signed with one key and nothing tells them apart"},
	{ID: "weak-key", Severity: report.High, CWE: []int{326}, RFC: "RFC 7518 3.3", ASVS: "11.2.3", Title: "the RSA or EC key is too small"},
	{ID: "key-type", Severity: report.Low, CWE: []int{704}, RFC: "RFC 7518 3.1", ASVS: "9.1.2", Title: "the key's type does not fit the algorithm"},
}
