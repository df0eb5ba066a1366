package committed

// This file looks, with -strict, for JWT keys in the files that run a program:
//
//	environment:
//	  JWT_SECRET: change-me       # docker-compose, a workflow, a chart
//	ENV JWT_SECRET=change-me      # Dockerfile
//	JWT_SECRET=change-me go run . # Makefile
//
// A job that runs tests has keys of its own:
//
//	jobs:
//	  build:
//	    steps:
//	      - run: go test ./...
//	        env:
//	          JWT_SECRET: for-tests

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
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
	s.walk(func(path string) bool {
		if !settings.Sample(filepath.Base(path)) {
			s.manifest(path, keys)
		}
		return true
	})
}

// sets reports whether an entry of a file, wherever it stands there, is an environment variable.
func sets(k loads.Key, e settings.Entry, _ settings.Format) bool { return e.Name() == k.Name }

// testing finds the words of jobs, services and commands that run tests.
var testing = pattern.New(`(?i)(?:^|[^a-z])(?:tests?|testing|e2e)(?:[^a-z]|$)`)

// tests reports whether an entry stands in a part of a file that runs tests: a job, a service, a
// step that says so in its name or in what it runs. What stands above all jobs is theirs, too.
func tests(all []settings.Entry, e settings.Entry) bool {
	part := section(e.Path)
	return slices.ContainsFunc(all, func(o settings.Entry) bool {
		if !strings.HasPrefix(o.Path, part) {
			return false
		}
		switch o.Name() {
		case "run", "command", "script", "name":
			return testing().MatchString(o.Path) || testing().MatchString(o.Text)
		}
		return o == e && testing().MatchString(part)
	})
}

// section returns the part of a file that a path is in, jobs.build of jobs.build.env.X, with a dot
// at its end; an empty text for what stands above all of them.
func section(path string) string {
	names := strings.SplitN(path, ".", 3)
	if len(names) < 3 || names[0] == "env" {
		return ""
	}
	return names[0] + "." + names[1] + "."
}

// manifest reports the values in one file.
func (s *search) manifest(path string, keys []loads.Key) {
	switch settings.FormatOf(path) {
	case settings.YAML, settings.Shell:
		s.file(path, keys, nil, entries{sets, tests})
	case settings.Dotenv:
		before := len(s.out)
		s.file(path, keys, nil, entries{sets, tests})
		if len(s.out) > before && !s.named(path, keys) {
			s.out = s.out[:before]
		}
	}
}
