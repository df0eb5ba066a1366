package jwtsecret

import "github.com/jwtvet/jwtvet/analyzers/internal/report"

// Categories lists what the analyzer reports.
var Categories = []report.Category{
	{ID: "hardcoded-secret", Severity: report.Critical, CWE: []int{798, 321}, Title: "the key is written in the source"},
	{ID: "default-secret", Severity: report.High, CWE: []int{1188, 1392}, Title: "the key falls back to a value written in the source"},
	{ID: "embedded-secret", Severity: report.Critical, CWE: []int{540, 321}, Title: "the key is a file that ships with the program"},
	{ID: "short-secret", Severity: report.High, CWE: []int{326}, Title: "the key is shorter than the algorithm's hash"},
	{ID: "predictable-secret", Severity: report.High, CWE: []int{330, 338, 340, 1391}, Title: "the key is made of values that can be guessed"},
	{ID: "unchecked-secret", Severity: report.High, CWE: []int{1188}, Title: "the key may be empty and nothing tests it"},
	{ID: "unloaded-secret", Severity: report.Critical, CWE: []int{1188}, Title: "the key is read before the configuration is loaded"},
	{ID: "shared-secret", Severity: report.Medium, CWE: []int{323, 345}, Title: "access and refresh tokens are signed with one key and nothing tells them apart"},
	{ID: "weak-key", Severity: report.High, CWE: []int{326}, Title: "the RSA or EC key is too small"},
	{ID: "key-type", Severity: report.Low, CWE: []int{704}, Title: "the key's type does not fit the algorithm"},
}
