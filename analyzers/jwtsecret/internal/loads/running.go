package loads

// This file looks for the paths of settings files in the files that run the program:
//
//	CONFIG_PATH=config/local.yaml go run ./cmd/server // Makefile
//	ENV CONFIG_PATH=/app/config/local.yaml            // Dockerfile
//	cleanenv.ReadConfig(os.Getenv("CONFIG_PATH"), &cfg)

import (
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// maxRunning is how many files that may run the program are read.
const maxRunning = 256

// addVariables adds the files whose paths stand in environment variables.
func (k *Known) addVariables(at ast.Node, e ast.Expr) {
	for _, o := range k.view.Origin.Trace(e).Origins {
		for _, name := range o.Names {
			if o.Kind == origin.Env && settings.Locates(name) {
				k.addLoad(at, Load{Module: k.module, Dir: k.folder(), Var: name})
			}
		}
	}
}

// runner reads the files that may run a program.
type runner struct {
	dir, root string           // the folders of the program and of its module
	known     []settings.Entry // nil before the first question
}

// given returns the paths that the files which run the program give to an environment variable.
func (r *runner) given(variable string) []string {
	var out []string
	for _, e := range r.entries() {
		if e.Name() != variable || !isSettings(e.Text) || strings.ContainsAny(e.Text, "$%{<*?") {
			continue
		}
		if p := inModule(e.Text); p != "" && !slices.Contains(out, p) && len(out) < maxFiles {
			out = append(out, p)
		}
	}
	return out
}

// inModule returns what a path is from a folder of the module, "" for nothing: one that begins at
// the root is that of a container, of which the first folder has the module.
func inModule(name string) string {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if !path.IsAbs(name) {
		return name
	}
	_, rest, _ := strings.Cut(name[1:], "/")
	return rest
}

// entries returns the settings in files that may run the program and say where its settings are:
// those in its folder, those above it, and those in the folders at the root of the module.
func (r *runner) entries() []settings.Entry {
	if r.known != nil {
		return r.known
	}
	r.known = []settings.Entry{}
	folders, left := files.Above(r.dir), maxRunning
	entries, _ := os.ReadDir(r.root) // what cannot be read is no part of the module
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(aside, e.Name()) {
			folders = append(folders, filepath.Join(r.root, e.Name()))
		}
	}
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			format := settings.FormatOf(e.Name())
			if format == settings.None || !e.Type().IsRegular() || settings.Sample(e.Name()) {
				continue
			}
			if left--; left < 0 {
				return r.known
			}
			r.add(filepath.Join(folder, e.Name()), format)
		}
	}
	return r.known
}

// add adds the settings in one file.
func (r *runner) add(name string, format settings.Format) {
	data, err := regular.Read(name, settings.Limit)
	if err == nil && settings.Locates(data) {
		r.known = append(r.known, settings.Parse(format, data)...)
	}
}
