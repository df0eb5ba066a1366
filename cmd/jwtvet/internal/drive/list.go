package drive

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// listFlags returns the flags by which go vet lists what a program does with tokens, beside other
// flags: where those select analyzers, the one that lists has to be selected too.
func listFlags(others []string) []string {
	name := "-" + analyzers.Inventory.Name
	out := []string{name + ".on"}
	for _, a := range analyzers.All {
		if slices.Contains(others, "-"+a.Name) || slices.Contains(others, "-"+a.Name+"=true") {
			return append(out, name)
		}
	}
	return out
}

// apart takes the entries of an inventory, which travel as diagnostics, out of the reports.
func apart(list []Report) (reports []Report, entries []inventory.Entry) {
	for _, r := range list {
		if r.Analyzer != analyzers.Inventory.Name {
			reports = append(reports, r)
			continue
		}
		if e, err := inventory.Decode(r.Message); err == nil {
			e.Position = inventory.Position(r.Position)
			entries = append(entries, e)
		}
	}
	return reports, entries
}
