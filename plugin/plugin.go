// Package plugin is jwtvet as a linter of golangci-lint v2, called jwtvet. The
// files .custom-gcl.yml and .golangci.example.yml of this repository show how to
// build it in and how to set it.
package plugin

import (
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"strconv"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/adapt"
	"github.com/jwtvet/jwtvet/internal/settings"
)

func init() { register.Plugin("jwtvet", New) }

// Linter is the linter with its settings.
type Linter struct {
	settings settings.Settings
	dir      string // what paths in them are relative to
}

// New returns the linter with the settings that a configuration of golangci-lint has for it: the
// keys of .jwtvet.yml, which itself is not read. Nil stands for the defaults. An unknown key, or a
// name in disable that is neither an analyzer nor a category, is an error.
func New(conf any) (register.LinterPlugin, error) {
	s, err := settings.From(conf)
	if err != nil {
		return nil, err
	}
	if s.FailOn != "" {
		return nil, errors.New("fail-on is for the command: golangci-lint fails for every report")
	}
	return &Linter{s, configured()}, nil
}

// configured returns the folder of the configuration of golangci-lint, which is the current one or
// above it; the current one where there is none.
func configured() string {
	here, err := os.Getwd()
	if err != nil {
		return ""
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		for _, end := range []string{"yml", "yaml", "toml", "json"} {
			if _, err := os.Stat(filepath.Join(dir, ".golangci."+end)); err == nil {
				return dir
			}
		}
		if dir == filepath.Dir(dir) {
			return here
		}
	}
}

// GetLoadMode says what the analyzers need to know of a package: its types.
func (*Linter) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the analyzers that the settings leave on.
func (l *Linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		on, flags := l.settings.Of(a)
		if !on {
			continue
		}
		// golangci-lint takes such lines off itself, and wants to know whether that was needed
		flags["nolint"] = "false"
		for name, value := range flags {
			if err := a.Flags.Set(name, value); err != nil {
				return nil, fmt.Errorf("%s: %w", a.Name, err)
			}
		}
		list = append(list, adapt.Reports(contain.Contain(a),
			func(pass *analysis.Pass, d *analysis.Diagnostic) bool {
				keep := adapt.Keeps(&l.settings, l.dir, pass, d)
				standAlone(pass, d)
				return keep
			}))
	}
	return list, nil
}

// contain keeps a defect of jwtvet from ending golangci-lint. It is reported at a package clause:
// an error would be that of the whole linter, and all its other reports would be lost.
var contain = adapt.Container{Fail: func(pass *analysis.Pass, f *adapt.Failure) error {
	for _, file := range pass.Files {
		if !ast.IsGenerated(file) { // where golangci-lint shows no reports
			pass.Report(analysis.Diagnostic{
				Pos:      file.Name.Pos(),
				End:      file.Name.End(),
				Category: "not-analysed",
				Message:  f.Message,
			})
			return nil
		}
	}
	return f
}}

// standAlone puts the category in front of the message, where it is the only thing that
// golangci-lint shows of it, and leaves out related positions, of which golangci-lint would make
// issues. What is wrong in a file that is not Go, which golangci-lint would leave out, is reported
// in the package that ships it, with its place in the message.
func standAlone(pass *analysis.Pass, d *analysis.Diagnostic) {
	at := pass.Fset.Position(d.Pos)
	if adapt.Inside(pass, d) {
		d.Message += fmt.Sprintf(", in %s:%d",
			beside(pass.Fset.Position(d.Pos).Filename, at.Filename), at.Line)
	}
	d.Message = d.Category + ": " + d.Message
	d.Related = nil
}

// beside returns the name of a file as seen from the folder of another, with what
// does not show in it escaped.
func beside(other, file string) string {
	if rel, err := filepath.Rel(filepath.Dir(other), file); err == nil {
		file = filepath.ToSlash(rel)
	}
	quoted := strconv.Quote(file)
	return quoted[1 : len(quoted)-1]
}
