// Package editor is the analyzers in the form that gopls can show. "jwtvet gopls install"
// builds a gopls that has them.
package editor

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/adapt"
	"github.com/jwtvet/jwtvet/internal/config"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Analyzers returns the analyzers that the settings leave on which hold in the current folder, as
// gopls has no way to hand settings on. Where they are wrong that is written to standard error,
// which editors show as the log of gopls, and the defaults hold.
func Analyzers() []*analysis.Analyzer {
	here, err := os.Getwd()
	if err == nil {
		var list []*analysis.Analyzer
		if list, err = in(here); err == nil {
			return list
		}
	}
	fmt.Fprintf(os.Stderr, "jwtvet: %v; the defaults hold\n", err)
	list, _ := with(settings.Settings{}, "")
	return list
}

// in returns the analyzers as the settings for a folder want them.
func in(dir string) ([]*analysis.Analyzer, error) {
	file, err := config.Find([]string{dir})
	if err != nil || file == "" {
		list, _ := with(settings.Settings{}, "")
		return list, err
	}
	s, err := config.Read(file, file)
	if err != nil {
		return nil, err
	}
	list, err := with(s, filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	said, err := s.Bytes()
	if err != nil {
		return nil, err
	}
	return append(list, mark(fmt.Sprintf("%q %s", file, said))), nil
}

// with returns the analyzers as settings want them, which hold in a folder.
func with(s settings.Settings, dir string) ([]*analysis.Analyzer, error) {
	// gopls writes the error of an analyzer to its log, and shows what all others report.
	c := adapt.Container{Fail: func(_ *analysis.Pass, f *adapt.Failure) error { return f }}
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		on, flags := s.Of(a)
		for name, value := range flags {
			if err := a.Flags.Set(name, value); err != nil {
				return nil, fmt.Errorf("%s: %w", a.Name, err)
			}
		}
		if !on {
			continue
		}
		list = append(list, adapt.Reports(c.Contain(a),
			func(pass *analysis.Pass, d *analysis.Diagnostic) bool {
				keep := adapt.Keeps(&s, dir, pass, d)
				adapt.Inside(pass, d)
				return keep
			}))
	}
	return list, nil
}

// mark returns an analyzer that does nothing. gopls keeps the answers of analyzers from one start to
// the next under their names and nothing else: those for other settings need another name among
// them, which, for facts, is that of an analyzer with facts.
func mark(said string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      fmt.Sprintf("jwtsettings_%x", sha256.Sum256([]byte(said)))[:24],
		Doc:       "tell the settings of jwtvet apart",
		Run:       func(*analysis.Pass) (any, error) { return nil, nil },
		FactTypes: []analysis.Fact{new(none)},
	}
}

// none is a fact that nothing has.
type none struct{ Any bool }

// AFact implements [analysis.Fact].
func (*none) AFact() {}
