package committed

// This file looks, with -strict, for JWT keys in the files that run a program:
//
//	environment:
//	  JWT_SECRET: change-me       # docker-compose, a workflow, a chart
//	ENV JWT_SECRET=change-me      # Dockerfile
//	JWT_SECRET=change-me go run . # Makefile

import (
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// maxManifests is how many files and folders of a module are looked at.
const maxManifests = 1 << 14

// aside are the folders that hold nothing which runs the program.
var aside = []string{".git", "node_modules", "vendor", "testdata", "test", "tests", "e2e"}

// manifests reports the values that files of the module give environment variables that are JWT
// keys.
func (s *search) manifests() {
	keys := s.known.Variables()
	if len(keys) == 0 {
		return
	}
	left := maxManifests
	filepath.WalkDir(s.known.Root(), func(path string, d fs.DirEntry, err error) error {
		if left--; left < 0 {
			return fs.SkipAll
		}
		switch {
		case err != nil: // what cannot be read is no part of the module
		case d.IsDir() && path != s.known.Root() && slices.Contains(aside, d.Name()):
			return fs.SkipDir
		case d.Type().IsRegular() && !settings.Sample(d.Name()):
			s.manifest(path, keys)
		}
		return nil
	})
}

// sets reports whether an entry of a file, wherever it stands there, is an environment variable.
func sets(k loads.Key, e settings.Entry, _ settings.Format) bool { return e.Name() == k.Name }

// manifest reports the values in one file.
func (s *search) manifest(path string, keys []loads.Key) {
	switch settings.FormatOf(path) {
	case settings.YAML, settings.Dotenv, settings.Shell:
		s.file(path, keys, nil, sets)
	}
}
