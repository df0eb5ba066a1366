package vettest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The go command stores one answer of the tool for a package, whether its reports were asked for
// or only the facts that another package needs. If a package imported one of another folder, the
// reports in that one could be lost, by the order in which the tests of the checks run.
func TestFoldersAreApart(t *testing.T) {
	root, seen := Root(t), 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		folder, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		for _, imported := range f.Imports {
			name, err := strconv.Unquote(imported.Path.Value)
			if err != nil {
				return err
			}
			if other, ok := strings.CutPrefix(name, "example.com/testdata/"); ok {
				if seen++; !strings.HasPrefix(other+"/", folder+"/") {
					t.Errorf("%s imports %s of another folder", rel, name)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Error("no package of testdata imports another")
	}
}
