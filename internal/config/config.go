// Package config reads .jwtvet.yml, the file in which a module keeps its settings.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/internal/regular"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Name is the name of the file.
const Name = ".jwtvet.yml"

// Find returns the file that holds for a module: in the first of the folders, or above it up to the
// root of its repository, or in the next of the folders; "" when there is none. Outside a
// repository it is not looked for above. A file with nearly the name is an error: its settings
// would hold nowhere.
func Find(dirs []string) (string, error) {
	for _, dir := range dirs {
		for _, dir := range above(dir) {
			if stray := filepath.Join(dir, ".jwtvet.yaml"); exists(stray) {
				return "", fmt.Errorf("%s is not read: rename it to %s", stray, Name)
			}
			if file := filepath.Join(dir, Name); exists(file) {
				return file, nil
			}
		}
	}
	return "", nil
}

// above returns a folder and those above it up to the root of its repository, the folder alone
// where it is in none.
func above(dir string) []string {
	var dirs []string
	for at := dir; ; at = filepath.Dir(at) {
		dirs = append(dirs, at)
		if exists(filepath.Join(at, ".git")) {
			return dirs
		}
		if at == filepath.Dir(at) {
			return dirs[:1]
		}
	}
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

// read reads the settings in the content of a file.
func read(data []byte, name string) (s settings.Settings, err error) {
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&doc); err == io.EOF {
		return s, nil
	} else if err != nil {
		return s, explain(err, name)
	}
	if err := dec.Decode(&more); err == nil {
		return s, fmt.Errorf("%s has more than one document: keep one", name)
	} else if err != io.EOF {
		return s, explain(err, name)
	}
	err = s.Read(&doc)
	if at := (*settings.Error)(nil); errors.As(err, &at) {
		return settings.Settings{}, fmt.Errorf("%s:%d: %w", name, max(at.Line, 1), err)
	}
	return s, err
}

// explain makes one line of an error of the YAML library, with the place in the form of this
// program.
func explain(err error, name string) error {
	text := strings.TrimPrefix(strings.Join(strings.Fields(err.Error()), " "), "yaml: ")
	if at, rest, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(at, "line ") {
		return fmt.Errorf("%s:%s: %s", name, strings.TrimPrefix(at, "line "), rest)
	}
	return fmt.Errorf("%s: %s", name, text)
}
