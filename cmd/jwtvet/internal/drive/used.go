package drive

import (
	"path/filepath"
	"slices"
	"sync"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unused"
)

// used looks up what no program uses. Nothing reads some settings that are called like keys: these are
// none. Nothing calls some functions: of advice, which is about what programs do, nothing is left
// there, and any other report says so and is a rank less severe.
func (r *run) used(reports []Report) []Report {
	source := sync.OnceValue(func() *unused.Repository {
		return unused.Read(load.Repository(r.loader.Sources()[0]))
	})
	var kept []Report
	for _, rep := range reports {
		of, ok := category(rep)
		if !ok {
			kept = append(kept, rep)
			continue
		}
		if at, ok := named(rep); ok && source().Setting(at.File, at.Line, at.Column) {
			rep.withdraws = true // what other packages say of it, too
		}
		name, spare := "", false
		if filepath.Ext(rep.Position.File) == ".go" {
			name, spare = source().At(rep.Position.File, rep.Position.Line)
		}
		switch {
		case spare && of.Advice:
			continue
		case spare:
			rep.Message += "; no program calls " + name
			rep.Severity = milder[rep.Severity]
		}
		kept = append(kept, rep)
	}
	return kept
}

// category returns the category of a report about a program; false for what the tool says of
// directives and settings of its own.
func category(r Report) (analyzers.Category, bool) {
	all := analyzers.Categories(r.Analyzer)
	i := slices.IndexFunc(all, func(c analyzers.Category) bool { return c.ID == r.Category })
	if i < 0 {
		return analyzers.Category{}, false
	}
	return all[i], true
}

// named returns where a setting is read that counts as a key by its name: no use of it is known.
func named(r Report) (Position, bool) {
	switch {
	case r.Category == "default-secret" && len(r.Related) == 0:
		return r.Position, true
	case r.Category == "committed-secret":
		for _, rel := range r.Related {
			if analyzers.ReadsSetting(rel.Message) {
				return rel.Position, true
			}
		}
	}
	return Position{}, false
}
