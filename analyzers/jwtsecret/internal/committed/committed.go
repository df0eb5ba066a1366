// Package committed looks for the values of JWT keys in files that are kept with the source:
//
//	viper.SetConfigName("config")        // config.yaml, with the line "secret: change-me"
//	key := viper.GetString("jwt.secret") // that is the value of its entry jwt.secret
//	token.SignedString([]byte(key))
package committed

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// File is a file with values of JWT keys.
type File struct {
	Path   string
	Data   []byte
	Values []Value
}

// Value is the value of one setting.
type Value struct {
	settings.Entry
	Key loads.Key
	At  ast.Node // where Go reads the file, nil where that is not seen
}

// Find returns the files of the module that have values of JWT keys: those that the program reads
// and, if asked for, those that run it. What is refused is no key that works, and a setting that is read
// too early is none of a file that the program reads.
func Find(known *loads.Known, manifests bool, refused, early func(text string) bool) []File {
	s := &search{known: known, refused: refused}
	for _, f := range known.Files() {
		f.Keys = slices.DeleteFunc(f.Keys, func(k loads.Key) bool { return early(k.Name) })
		s.file(f.Path, f.Keys, f.At, entries{means: means})
	}
	if manifests {
		s.manifests()
	}
	return s.out
}

// search looks through files for the values of settings.
type search struct {
	known   *loads.Known
	refused func(string) bool
	ignore  *settings.Ignore // nil before the first question
	out     []File
}

// entries tells what the entries of a file in a format are.
type entries struct {
	means func(loads.Key, settings.Entry, settings.Format) bool // an entry is that of a key
	tests func(all []settings.Entry, e settings.Entry) bool     // an entry is for tests; nil: none is
}

// file looks for the values of keys in one file; at is where Go reads the file.
func (s *search) file(path string, keys []loads.Key, at ast.Node, is entries) {
	data, err := regular.Read(path, settings.Limit)
	if err != nil || !settings.Mentions(data) || !mentionsAny(data, keys) ||
		slices.ContainsFunc(s.out, func(f File) bool { return f.Path == path }) {
		return
	}
	f := File{Path: path, Data: data}
	format := settings.FormatOf(path)
	all := settings.Parse(format, data)
	for _, e := range all {
		i := slices.IndexFunc(keys, func(k loads.Key) bool { return is.means(k, e, format) })
		if i >= 0 && settings.Written(e.Text) && !s.refused(e.Text) && (is.tests == nil || !is.tests(all, e)) {
			f.Values = append(f.Values, Value{e, keys[i], at})
		}
	}
	if len(f.Values) > 0 && !s.ignored(path) {
		s.out = append(s.out, f)
	}
}

// ignored reports whether git ignores a file.
func (s *search) ignored(path string) bool {
	if s.ignore == nil {
		s.ignore = settings.NewIgnore(s.known.Root())
	}
	return s.ignore.Has(path)
}

// means reports whether an entry of a file is a setting. Libraries ignore the case of names, and
// let variables stand for settings with a path. What is read from a section, or from a struct of
// which nobody sees where it is filled, can stand deeper where the path there says that it is a
// key.
func means(k loads.Key, e settings.Entry, format settings.Format) bool {
	name, path := strings.ToLower(k.Name), strings.ToLower(e.Path)
	if name == path {
		return true
	}
	if format == settings.Dotenv || format == settings.Shell {
		return variable(name) == variable(path)
	}
	return !k.Env && strings.HasSuffix(path, "."+name) && names.Key(e.Path)
}

// variable writes a name as that of an environment variable.
func variable(name string) string { return strings.NewReplacer(".", "_", "-", "_").Replace(name) }

// mentionsAny reports whether a file can have one of the settings: the last part of its name is
// there.
func mentionsAny(data []byte, keys []loads.Key) bool {
	text := strings.ToLower(string(data))
	return slices.ContainsFunc(keys, func(k loads.Key) bool {
		name := strings.ToLower(k.Name)
		return strings.Contains(text, name[strings.LastIndexByte(name, '.')+1:]) ||
			strings.Contains(text, variable(name))
	})
}
