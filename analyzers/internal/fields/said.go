package fields

// This file collects what one package says of fields:
//
//	cfg.Auth.Key = os.Getenv("KEY")         // From
//	token.SignedString([]byte(cfg.Auth.Key)) // Uses
//	if cfg.Auth.Key == "" { ... }           // Tested

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Said is what one package says of the fields of other packages.
type Said struct {
	known *Known
	of    map[string]*Field
}

// Say returns a new collection for a package whose imports say what is known.
func Say(known *Known) *Said { return &Said{known, map[string]*Field{}} }

// Field returns what is said of a field of another package, new at first; nil where the field has
// no name or is not exported.
func (s *Said) Field(v *types.Var) *Field {
	name := s.known.Name(v)
	if name == "" || !v.Exported() {
		return nil
	}
	if s.of[name] == nil {
		s.of[name] = &Field{Name: name}
	}
	return s.of[name]
}

// Export exports what the package and its imports say of fields. joined are the names of those
// whose value and use meet in the package.
func (s *Said) Export(pass *analysis.Pass, joined map[string]bool) {
	for name, f := range s.of {
		known := s.known.Named(name)
		f.Settled = f.Settled || len(f.Uses) > 0 && len(f.From) > 0 ||
			known != nil && len(known.Uses) > 0 && len(f.From) > 0
	}
	for _, name := range s.known.Names() {
		s.repeat(s.known.Named(name), joined[name])
	}
	var out Fact
	for _, name := range slices.Sorted(maps.Keys(s.of)) {
		f := s.of[name]
		if (len(f.Uses)+len(f.From) > 0 || f.Tested) && len(out.Of) < Max {
			out.Of = append(out.Of, *f)
		}
	}
	if len(out.Of) > 0 {
		pass.ExportPackageFact(&out)
	}
}

// repeat adds what an import says: those that import this package may not see that one. The files
// of other packages are not beside those of this one, so their places are left out.
func (s *Said) repeat(known *Field, joined bool) {
	f := s.of[known.Name]
	if f == nil {
		f = &Field{Name: known.Name}
		s.of[known.Name] = f
	}
	f.Add(&known.Summary)
	f.Settled = f.Settled || known.Settled || joined
	for i := range f.From {
		f.From[i] = slices.Clone(f.From[i])
		for j, a := range f.From[i] {
			if a.Place.Found {
				f.From[i][j].Place = origin.Place{}
			}
		}
	}
}
