package jwtsecret

// This file looks for JWT keys in the settings files that a program reads:
//
//	viper.SetConfigName("config")          // config.yaml, with the line "secret: change-me"
//	key := viper.GetString("jwt.secret")   // that line is reported
//	token.SignedString([]byte(key))

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// committed asks whether the value of a setting that is a JWT key stands in a file that is kept
// with the source.
func committed(c *check) {
	known := c.pass.ResultOf[loads.Analyzer].(*loads.Known)
	s := &search{c, known, nil, map[string]bool{}}
	for _, f := range known.Files() {
		s.file(f.Path, f.Keys, f.At, means)
	}
	if flags.Strict {
		s.manifests()
	}
}

// search looks through files for the values of settings.
type search struct {
	*check
	known  *loads.Known
	ignore *settings.Ignore // nil before the first question
	seen   map[string]bool  // files, by path
}

// file reports the values of keys in one file; at is where Go reads the file, nil where that is not
// seen, and is tells which of its values are those of a key.
func (s *search) file(path string, keys []loads.Key, at ast.Node,
	is func(loads.Key, settings.Entry, settings.Format) bool,
) {
	data, err := regular.Read(path, settings.Limit)
	if err != nil || s.seen[path] || !settings.Mentions(data) || !mentionsAny(data, keys) {
		return
	}
	s.seen[path] = true
	var file *token.File
	format := settings.FormatOf(path)
	for _, e := range settings.Parse(format, data) {
		i := slices.IndexFunc(keys, func(k loads.Key) bool { return is(k, e, format) })
		if i < 0 || !settings.Written(e.Text) || s.refused(e.Text) {
			continue
		}
		if s.ignored(path) {
			return
		}
		if file == nil {
			file = s.Fset.AddFile(path, -1, len(data))
			file.SetLinesForContent(data)
			s.Read(file, data)
		}
		f := report.Found("committed-secret",
			syntax.Span(file.Pos(e.Offset), file.Pos(e.End)),
			fmt.Sprintf("JWT key %.80s is written in a settings file that is kept with the source: "+
				"anyone with the source can forge tokens", e.Path))
		s.Report(s.from(f, keys[i], at))
	}
}

// from returns a finding with its place in Go: where the setting is read or used, or else where the
// file is.
func (s *search) from(f report.Finding, key loads.Key, at ast.Node) report.Finding {
	if read := s.known.At(key); read != nil {
		f.From = read.Pos()
		return f.Because(read.Pos(), "is read here")
	}
	if at != nil {
		f.From = at.Pos()
		return f.Because(at.Pos(), "the file is read here")
	}
	return f
}

// refused reports whether the package compares something with a value, as programs do that refuse
// to start with the one that they ship.
func (s *search) refused(text string) bool {
	return s.Guards.Rejected(origin.Origin{Value: constant.MakeString(text)})
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
