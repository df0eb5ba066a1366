// Package config reads .jwtvet.yml, the file in which a module keeps its settings.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/jwtvet/jwtvet/internal/regular"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Name is the name of the file.
const Name = ".jwtvet.yml"

// Find returns the file in the first of the folders that has one, "" when none has. A file with
// nearly the name is an error: its settings would hold nowhere.
func Find(dirs []string) (string, error) {
	for _, dir := range dirs {
		if stray := filepath.Join(dir, ".jwtvet.yaml"); exists(stray) {
			return "", fmt.Errorf("%s is not read: rename it to %s", stray, Name)
		}
		if file := filepath.Join(dir, Name); exists(file) {
			return file, nil
		}
	}
	return "", nil
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// limit is the size in bytes up to which a file of settings is read.
const limit = 1 << 20

// Read reads the settings in a file, which errors call name. They have one
// line that says where and what.
func Read(file, name string) (settings.Settings, error) {
	data, err := regular.Read(file, limit)
	switch {
	case errors.Is(err, regular.ErrNot):
		return settings.Settings{},
			fmt.Errorf("%s is not a regular file: write the settings into one", name)
	case errors.Is(err, regular.ErrLarge):
		return settings.Settings{},
			fmt.Errorf("%s is too large: settings have at most %d bytes", name, limit)
	case err != nil:
		return settings.Settings{}, fmt.Errorf("cannot read %s: %w", name, errors.Unwrap(err))
	}
	return read(data, name)
}

// read reads the settings in the content of a file. On some that is no YAML the library crashes, as
// on a list with an unknown tag.
func read(data []byte, name string) (s settings.Settings, err error) {
	defer func() {
		if recover() != nil {
			s, err = settings.Settings{},
				fmt.Errorf("%s cannot be read: write %s as plain YAML, without tags and anchors",
					name, settings.Keys)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(&s); err == io.EOF {
		return s, nil
	} else if err != nil {
		return s, explain(err, name)
	}
	if dec.Decode(new(any)) != io.EOF {
		return s, fmt.Errorf("%s has more than one document: keep one", name)
	}
	if i, err := s.Unknown(); err != nil {
		return s, fmt.Errorf("%s:%d: %w", name, line(data, fmt.Sprintf("$.disable[%d]", i)), err)
	}
	return s, nil
}

// explain makes one line of an error of the YAML library, whose own text goes over several.
func explain(err error, name string) error {
	var at yaml.Error
	if !errors.As(err, &at) {
		return fmt.Errorf("%s: %s", name, strings.Join(strings.Fields(err.Error()), " "))
	}
	if tok := at.GetToken(); tok != nil {
		name = fmt.Sprintf("%s:%d", name, tok.Position.Line)
	}
	var unknown *yaml.UnknownFieldError
	var mistyped *yaml.TypeError
	var shape *yaml.UnexpectedNodeTypeError
	switch {
	case errors.As(err, &unknown):
		return fmt.Errorf("%s: unknown setting %q; the settings are %s",
			name, unknown.Token.Value, settings.Keys)
	case errors.As(err, &mistyped) && mistyped.StructFieldName != nil &&
		mistyped.DstType.Kind() == reflect.Bool:
		_, key, _ := strings.Cut(*mistyped.StructFieldName, ".")
		return fmt.Errorf("%s: %s must be true or false", name, strings.ToLower(key))
	case errors.As(err, &shape) && shape.Expected == ast.SequenceType:
		// the one setting that is a list
		return fmt.Errorf("%s: disable must be a list of names", name)
	}
	return fmt.Errorf("%s: %s", name, at.GetMessage())
}

// line returns the line of what a path leads to, 1 when it leads nowhere.
func line(data []byte, path string) int {
	p, err := yaml.PathString(path)
	if err != nil {
		return 1
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return 1
	}
	node, err := p.FilterFile(file)
	if err != nil {
		return 1
	}
	return node.GetToken().Position.Line
}
