// Package category lists every kind of report of the suite: the ids that people ignore, disable
// and look up, with the rules that each stands for. An id never changes its meaning once it is
// released.
package category

import "strings"

// Severity ranks what an attacker gains.
type Severity string

// Severities, from worst to mildest.
const (
	Critical Severity = "critical"
	High     Severity = "high"
	Medium   Severity = "medium"
	Low      Severity = "low"
)

// Category is one kind of report.
type Category struct {
	// what a diagnostic carries, the anchor of its documentation, the rule id of SARIF
	ID       string
	Severity Severity
	CWE      []int
	RFC      string // document and section of the rule: RFC 8725 3.5
	ASVS     string // requirement of OWASP ASVS 5.0
	Title    string // what it reports, in one line
	Fix      string // what to do about it, in one line
	Strict   bool   // reported with the flag -strict only
	Stricter bool   // reported more often with the flag -strict
	Advice   bool   // reported with the flag -advice only
	Mild     string // reports whose message has this text are of severity low; "" for none
}

// SeverityOf returns the severity of a report of the category that has a message.
func (c Category) SeverityOf(message string) Severity {
	if c.Mild != "" && strings.Contains(message, c.Mild) {
		return Low
	}
	return c.Severity
}

// Flag returns the flag without which the category is not reported, "" for most.
func (c Category) Flag() string {
	switch {
	case c.Strict:
		return "-strict"
	case c.Advice:
		return "-advice"
	}
	return ""
}

// StaleIgnore is the id of reports about ignore directives, which no analyzer owns.
const StaleIgnore = "stale-ignore"

// UnresolvedModel is the id of reports about rows of the model that people added and that name
// nothing, which no analyzer owns: what is wrong is a setting. It cannot be ignored.
const UnresolvedModel = "unresolved-model"

// lists holds the categories of each analyzer, in the order in which people meet them.
var lists = [][]Category{Secret, Expiry, Verify, Leak, Transport, Cookie, Storage, Lifecycle}

// IDs returns the ids of all categories, StaleIgnore last.
func IDs() []string {
	var out []string
	for _, list := range lists {
		for _, c := range list {
			out = append(out, c.ID)
		}
	}
	return append(out, StaleIgnore)
}
