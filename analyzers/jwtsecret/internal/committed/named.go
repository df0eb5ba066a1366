package committed

// This file asks whether something loads a file of variables that Go code is not seen to load:
//
//	include .env.production          # Makefile
//	env_file: deploy/.env.production # docker-compose
//	JWT_SECRET: ${JWT_SECRET}        # docker-compose, which loads the .env beside it
//	joinPath(dir, ".env.production") // Go, by a path that is not constant
//	docker run --env-file .env.docker // a README
//
// A file that nothing names may be left over.

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// composes finds the files of docker-compose by their names.
var composes = pattern.New(`^(docker-)?compose\b.*\.ya?ml$`)

// silent are the ends of the names of files that load nothing: what they say is for people, or of
// files that are not there.
var silent = []string{".txt", ".rst", "ignore", "_test.go"}

// maxText is how many bytes of a module are looked through for the name of one file.
const maxText = 64 << 20

// named reports whether a file of the module names a file of variables.
func (s *search) named(path string, keys []loads.Key) bool {
	dir, base := filepath.Split(path)
	const end = `($|[^\w.-]|[.]\s)`
	by := regexp.MustCompile(`(^|[^\w.])` + regexp.QuoteMeta(base) + end)
	told := regexp.MustCompile(`(--env-file[ =]|\bsource |\bcat )["']?[\w./-]*` + regexp.QuoteMeta(base) + end)
	found, left := false, maxText
	s.walk(func(name string) bool {
		if name == path || slices.ContainsFunc(silent, func(end string) bool { return strings.HasSuffix(name, end) }) {
			return true
		}
		beside, other := filepath.Split(name)
		if settings.Sample(other) {
			return true
		}
		text, err := regular.Read(name, settings.Limit)
		if err != nil {
			return true
		}
		if left -= len(text); left < 0 {
			return false
		}
		if strings.HasSuffix(name, ".md") {
			found = told.Match(text)
			return !found
		}
		found = by.Match(text) || base == ".env" && beside == dir && composes().MatchString(other) &&
			mentionsAny(text, keys)
		return !found
	})
	return found
}

// walk hands on the files of the module that may run the program, until next returns false.
func (s *search) walk(next func(name string) bool) {
	left := maxManifests
	filepath.WalkDir(s.known.Root(), func(path string, d fs.DirEntry, err error) error {
		if left--; left < 0 {
			return fs.SkipAll
		}
		switch {
		case err != nil: // what cannot be read is no part of the module
		case d.IsDir() && path != s.known.Root() && slices.Contains(aside, strings.ToLower(d.Name())):
			return fs.SkipDir
		case d.Type().IsRegular() && !next(path):
			return fs.SkipAll
		}
		return nil
	})
}
