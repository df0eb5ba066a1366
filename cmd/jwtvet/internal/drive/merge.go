package drive

import "github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"

// Merge puts together what runs over several modules found.
func Merge(list []*Result) *Result {
	out := &Result{Failures: []load.Failure{}}
	for _, r := range list {
		out.Packages += r.Packages
		out.Handling += r.Handling
		out.unanalysed += r.unanalysed
		out.Reports = append(out.Reports, r.Reports...)
		out.Entries = append(out.Entries, r.Entries...)
		out.Failures = append(out.Failures, r.Failures...)
		out.Placeholders = append(out.Placeholders, r.Placeholders...)
		out.Notes = append(out.Notes, r.Notes...)
	}
	out.Reports = inOrder(out.Reports)
	return out
}
