package files

// This file knows packages that are there for tests, without a _test.go in their names:
//
//	example.com/app/internal/testutil    // a folder of helpers
//	example.com/app/test/e2e/fakeidp     // a program that tests start
//	example.com/app/auth/authtest        // by custom, as net/http/httptest, where it uses that
//
// and files of doubles:
//
//	auth/mocks.go                        // type TestAuthenticator struct{}
//	auth/mock_verifier.go                // as mockgen calls what it writes

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// support are the names of folders that hold nothing but what tests need.
var support = []string{
	"test", "tests", "testdata", "testutil", "testutils", "testhelper", "testhelpers", "mock", "mocks",
	"fakes", "e2e",
}

var double = pattern.New(`^((mock|fake|stub)s?|test_?(util|helper|double)s?|(mock|fake)s?_\w+|\w+_(mock|fake|stub)s?)\.go$`)

// doubles reports whether a file of the name holds doubles for tests, by custom.
func doubles(name string) bool { return double().MatchString(name) }

// supportsTests reports whether a package is there for tests: one of the folders below the root of
// its module says so, or its name does and it uses what only tests use.
func supportsTests(pass *analysis.Pass) bool {
	ofTests := func(folder string) bool { return slices.Contains(support, folder) }
	if slices.ContainsFunc(folders(pass), ofTests) {
		return true
	}
	if !strings.HasSuffix(pass.Pkg.Name(), "test") {
		return false
	}
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == "testing" || imp.Path() == "net/http/httptest" {
			return true
		}
	}
	return false
}

// folders returns the folders of a package below the root of its repository, which is host, owner
// and name, or that of its module, which can be nearer to the host.
func folders(pass *analysis.Pass) []string {
	elements := strings.Split(pass.Pkg.Path(), "/")
	root := 1
	if strings.Contains(elements[0], ".") {
		root = 3
	}
	if pass.Module != nil && pass.Module.Path != "" {
		root = min(3, strings.Count(pass.Module.Path, "/")+1)
	}
	return elements[min(root, len(elements)):]
}
