package analyzers_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// abilities are what docs/security.md says that this program does not do, by what a source shows of
// it, and the packages that may.
var abilities = []struct {
	what    string
	imports []string // a slash at the end stands for all below
	calls   []string // of package os
	allowed []string // a slash at the end stands for all below
}{
	{"uses the network", []string{
		"net", "net/http", "net/http/", "net/rpc", "net/smtp", "net/textproto", "golang.org/x/net/",
	}, nil, nil},
	{"runs other code in its process", []string{"plugin", "C"}, nil, nil},
	{"starts programs", []string{"os/exec"}, []string{"StartProcess"}, []string{
		"cmd/jwtvet/internal/gocmd",   // the go command
		"cmd/jwtvet/internal/gopls",   // the go command
		"cmd/jwtvet/internal/since",   // git, for -new-from
		"cmd/jwtvet/internal/process", // how both are started
		"cmd/jwtvet/internal/unit",    // itself, for one package
	}},
	{"changes files", nil, []string{
		"Chmod", "Chtimes", "CopyFS", "Create", "Link", "Mkdir", "MkdirAll", "OpenFile", "Remove",
		"RemoveAll", "Rename", "Symlink", "Truncate", "WriteFile",
	}, []string{"cmd/"}}, // TestHostileProgram looks at what it does with a module
	{"reads what may not be a file", nil, []string{"Open", "ReadFile"}, []string{
		"internal/regular", // looks first, and has a limit
		"cmd/",             // reads what the go command writes and what its user names
		"analyzers",        // inputs.go looks first
	}},
}

// TestSecurity holds the packages that analyse, and the command, to those promises.
func TestSecurity(t *testing.T) {
	files := 0
	for _, dir := range []string{"analyzers", "cmd", "plugin", "editor", "internal"} {
		err := fs.WalkDir(os.DirFS(".."), dir, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case file == "internal/performance": // measures jwtvet, and is no part of it
				return fs.SkipDir
			case d.IsDir() && slices.ContainsFunc(rules.helpers, func(h string) bool {
				return file == "analyzers/"+h
			}):
				return fs.SkipDir
			case path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
				return nil
			}
			src, err := os.ReadFile("../" + file)
			if err != nil {
				return err
			}
			files++
			for _, what := range does(t, file, src) {
				t.Errorf("%s %s", file, what)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 150 {
		t.Errorf("%d files cannot be all", files)
	}
}

// does says what a file does that its package may not do.
func does(t *testing.T, file string, src []byte) (out []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range abilities {
		if lists(a.allowed, path.Dir(file)) {
			continue
		}
		for _, imp := range f.Imports {
			if name, _ := strconv.Unquote(imp.Path.Value); lists(a.imports, name) {
				out = append(out, a.what+" with "+name)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(a.calls, sel.Sel.Name) {
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "os" {
					out = append(out, a.what+" with os."+sel.Sel.Name)
				}
			}
			return true
		})
	}
	return out
}

// lists reports whether a list has a name, or a folder above it that ends in a slash.
func lists(list []string, name string) bool {
	return slices.ContainsFunc(list, func(s string) bool {
		return s == name || strings.HasSuffix(s, "/") && strings.HasPrefix(name, s)
	})
}

// TestWrongSecurity makes sure that the test above can fail.
func TestWrongSecurity(t *testing.T) {
	src := []byte(`package p

import (
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"plugin"
)

var _ = []any{http.Get, url.Parse, os.ReadFile, os.Stat, os.WriteFile, exec.Command, plugin.Open}
`)
	for file, want := range map[string][]string{
		"analyzers/jwtleak/x.go": {
			"uses the network with net/http", "runs other code in its process with plugin",
			"starts programs with os/exec",
			"changes files with os.WriteFile", "reads what may not be a file with os.ReadFile",
		},
		"cmd/jwtvet/internal/cli/x.go": {
			"uses the network with net/http", "runs other code in its process with plugin",
			"starts programs with os/exec",
		},
		"cmd/jwtvet/internal/gocmd/x.go": {
			"uses the network with net/http", "runs other code in its process with plugin",
		},
	} {
		if got := does(t, file, src); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", file, got, want)
		}
	}
}
