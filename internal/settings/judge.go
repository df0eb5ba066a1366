package settings

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Severities are the severities of reports, from worst to mildest.
var Severities = []string{"critical", "high", "medium", "low"}

// never is the severity that no report has.
const never = "none"

// Judge returns the severity of a report and whether it is reported at all, as settings for its
// category, for the path of its file and for severities say. The path is relative to the folder of
// the settings, with slashes; "" for none. Of several overrides the last one holds.
func (s *Settings) Judge(analyzer, category, severity, file string) (string, bool) {
	if to := s.Severities[category]; to != "" {
		severity = to
	}
	for _, o := range s.Overrides {
		if !o.holds(file) {
			continue
		}
		if o.disables(analyzer, category) {
			return severity, false
		}
		if to := o.Severities[category]; to != "" {
			severity = to
		}
	}
	return severity, s.Severity == "" || atLeast(severity, s.Severity)
}

// Moot reports whether a report says that an ignore directive has expired, where nothing follows of
// that: an override disables its category there.
func (s *Settings) Moot(category, message, file string) bool {
	of, expired := analyzers.Expired(message)
	return category == analyzers.StaleIgnore && expired && slices.ContainsFunc(s.Overrides,
		func(o Override) bool { return o.holds(file) && o.disables(analyzers.Owner(of), of) })
}

// holds reports whether an override is about a file, whose path is as Judge has it.
func (o Override) holds(file string) bool {
	return file != "" && slices.ContainsFunc(o.Paths, func(p string) bool { return covers(p, file) })
}

// disables reports whether an override disables a category of an analyzer.
func (o Override) disables(analyzer, category string) bool {
	return slices.Contains(o.Disable, analyzer) || slices.Contains(o.Disable, category)
}

// Fails reports whether a report of a severity is a failure of the run.
func (s *Settings) Fails(severity string) bool {
	return s.FailOn == "" || s.FailOn != never && atLeast(severity, s.FailOn)
}

// atLeast reports whether one severity is as bad as another, or worse.
func atLeast(severity, other string) bool {
	return slices.Index(Severities, severity) <= slices.Index(Severities, other)
}

// Judges reports whether [Settings.Judge] can change anything.
func (s *Settings) Judges() bool {
	return s.Severity != "" || len(s.Severities) > 0 || len(s.Overrides) > 0
}
