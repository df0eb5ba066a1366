package loads

// This file finds the calls that read settings files, and the files that are part of the program:
//
//	godotenv.Load()                              // .env
//	viper.SetConfigFile("conf/" + env + ".yaml") // conf/*.yaml
//	cleanenv.ReadConfig(*path, &cfg)             // the default of the flag
//	os.ReadFile("config.json")                   // whatever is made of it
//	//go:embed defaults.yaml

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// find collects the settings files that the package reads.
func (k *Known) find(p *calls.Package, own []*ast.File) {
	var folders, bases []ast.Expr
	for _, c := range p.All {
		if c.Verb == model.Locate && c.Via != nil { // a wrapper
			k.addPaths(c.Node, c.Args(model.Settings), opens)
			folders = append(folders, c.Args(model.Folder)...)
			bases = append(bases, c.Args(model.Base)...)
		}
	}
	said := saysSyntax(k.view.Index)
	for _, c := range k.view.Index.Calls {
		sig, obj := k.view.Index.Row(c)
		if sig == nil {
			continue
		}
		switch sig.Verb {
		case model.Locate, model.Load, model.Fill, model.Read:
			paths := syntax.Args(c, sig, model.Settings)
			switch {
			case sig.Verb != model.Locate:
				k.addPaths(c, paths, opens)
			case !said && obj.Pkg() != nil && model.SettingsByEnd(obj.Pkg().Path()):
				k.addPaths(c, paths, byEnd)
			default:
				k.addPaths(c, paths, finds)
			}
			k.addUsual(c, sig, obj)
			if sig.Result(0) == model.File {
				k.addPaths(c, syntax.Args(c, sig, model.Name), opens)
			}
			folders = append(folders, syntax.Args(c, sig, model.Folder)...)
			bases = append(bases, syntax.Args(c, sig, model.Base)...)
		case model.Default: // os.Setenv("CONFIG_PATH", "config/local.yaml")
			for _, name := range syntax.Args(c, sig, model.Name) {
				if slices.ContainsFunc(k.view.Origin.Strings(name), settings.Locates) {
					k.addPaths(c, syntax.Args(c, sig, model.Fallback), opens)
				}
			}
		}
	}
	k.searched(folders, bases)
	for _, f := range own {
		k.imports(f)
		k.embeds(f)
	}
}

// addUsual adds the file that a library looks for where a call names none.
func (k *Known) addUsual(c *ast.CallExpr, sig *model.Sig, obj types.Object) {
	if obj.Pkg() == nil {
		return
	}
	name := model.SettingsFile(obj.Pkg().Path())
	none := func(r model.Role) bool {
		return name != "" && sig.Index(r) >= 0 && len(syntax.Args(c, sig, r)) == 0
	}
	if none(model.Settings) {
		k.add(c, name, false)
	} else if none(model.Base) {
		k.add(c, "*/"+name, true)
	}
}

// saysSyntax reports whether a call says the format of the settings file:
//
//	viper.SetConfigFile(".env.production") // is not read ...
//	viper.SetConfigType("env")             // ... without this
func saysSyntax(index *syntax.Index) bool {
	return slices.ContainsFunc(index.Calls, func(c *ast.CallExpr) bool {
		sig, _ := index.Row(c)
		return sig != nil && sig.Index(model.Syntax) >= 0
	})
}

// how says what a call does with a path.
type how int

const (
	opens how = iota // it reads the file
	finds            // it reads the file, or all in a folder of that name
	byEnd            // likewise, if the name ends like one of a format
)

// addPaths adds the files that expressions name. One that is no settings file by its name is read for
// something else.
func (k *Known) addPaths(at ast.Node, paths []ast.Expr, how how) {
	for _, e := range paths {
		for _, p := range k.paths(e) {
			switch {
			case how == byEnd && !strings.HasSuffix(p, "*") && path.Ext(p) != "" &&
				!slices.Contains(settings.Extensions(), path.Ext(p)[1:]):
			case isSettings(p):
				k.add(at, p, false)
			case how != opens && p != "" && path.Ext(p) == "": // some libraries read all that is in it
				k.add(at, p+"/*", true)
			}
		}
		k.addVariables(at, e)
	}
}

// isSettings reports whether a file of the name is one that a program reads its settings from.
func isSettings(name string) bool {
	format := settings.FormatOf(name)
	return format != settings.None && format != settings.Shell
}

// searched adds the files of some names that are looked for in some folders.
func (k *Known) searched(folders, bases []ast.Expr) {
	var in []string
	for _, f := range folders {
		in = append(in, k.paths(f)...)
	}
	if len(in) == 0 { // another package names them
		in = []string{"*"}
	}
	for _, b := range bases {
		for _, base := range k.paths(b) {
			for _, folder := range in {
				k.add(b, path.Join(folder, base), true)
			}
		}
	}
}

// imports adds what imported packages read in their own initialisation.
func (k *Known) imports(f *ast.File) {
	for _, imp := range f.Imports {
		if name := model.SettingsOnImport(strings.Trim(imp.Path.Value, "\"`")); name != "" {
			k.add(imp, name, false)
		}
	}
}

// embeds adds the settings files that directives put into the program.
func (k *Known) embeds(f *ast.File) {
	for _, group := range f.Comments {
		for _, p := range syntax.EmbedPatterns(group) {
			p = strings.TrimPrefix(p, "all:")
			if isSettings(p) {
				k.add(group, p, false)
			}
		}
	}
}

// paths returns the relative paths that an expression can be, with a star for each part of one
// that is not constant.
func (k *Known) paths(e ast.Expr) []string {
	if !mayBePath(k.view.Info.TypeOf(e)) {
		return nil
	}
	var out []string
	for _, way := range k.view.Spelling.Spellings(e) {
		var b strings.Builder
		for _, part := range way {
			if part.Expr != nil {
				b.WriteByte('*')
			} else {
				b.WriteString(part.Text)
			}
		}
		out = append(out, b.String())
	}
	return append(append(out, k.view.Origin.Strings(e)...), k.named(e)...)
}

// mayBePath reports whether a value of a type can be the path of a file.
func mayBePath(t types.Type) bool {
	return t != nil && (typing.IsString(t) || types.IsInterface(t))
}

// add adds a file that is read at a node. Of a path outside of the module, or one of which nothing
// is known but the end, no file is looked for.
func (k *Known) add(at ast.Node, name string, base bool) {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if rest, ok := strings.CutPrefix(name, "*"); ok { // load(dir + "app.yaml")
		for _, folder := range usual {
			k.add(at, path.Join(folder, rest), base)
		}
		return
	}
	last := path.Base(name)
	stem, _, _ := strings.Cut(strings.TrimLeft(last, "."), ".")
	known := strings.Trim(stem, "*") != "" || strings.Contains(strings.TrimLeft(name, "./*"), "/")
	if path.IsAbs(name) || strings.ContainsAny(name, "?[$:\n\x00") || last == "." || last == ".." ||
		!known || strings.Count(name, "*") > maxStars {
		return
	}
	k.addLoad(at, Load{Module: k.module, Dir: k.folder(), Path: name, Base: base})
}

// addLoad adds a load at a node, once.
func (k *Known) addLoad(at ast.Node, l Load) {
	if _, ok := k.at[l]; !ok && len(k.own.Loads) < maxLoads {
		k.own.Loads = append(k.own.Loads, l)
		k.at[l] = at
	}
}

// usual are the folders in which programs have their settings.
var usual = []string{".", "config", "configs", "conf", "etc", "manifest/config"}

// maxStars is how many parts of a path may be unknown.
const maxStars = 3
