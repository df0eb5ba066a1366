package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Pieces of code in docs/guide.md stand between marks that name a file below testdata/guide and its
// declarations, none for the whole file:
//
//	<!-- code service/internal/keys/keys.go Parse Ring.Sign -->
//	<!-- /code -->
var (
	guidePieces = regexp.MustCompile(`(?s)<!-- code (\S+)((?: \S+)*) -->\n.*?<!-- /code -->\n`)
	wanted      = regexp.MustCompile(`(//|#) want(( [a-z-]+( "[^"]*")?)+)`)
	quoted      = regexp.MustCompile(` "[^"]*"`)
)

// guide returns the page with the pieces of code as testdata/guide has them now.
func guide(t *testing.T, text []byte) []byte {
	t.Helper()
	reported := map[string]bool{}
	out := guidePieces.ReplaceAllFunc(text, func(piece []byte) []byte {
		m := guidePieces.FindSubmatch(piece)
		file, names := string(m[1]), strings.Fields(string(m[2]))
		code, categories := withoutWants(cut(t, file, names))
		var b bytes.Buffer
		fmt.Fprintf(&b, "<!-- code %s%s -->\n", file, m[2])
		fmt.Fprintf(&b, "```%s\n%s```\n", language(file), code)
		if len(categories) > 0 {
			fmt.Fprintf(&b, "\nReported as %s.\n", links(t, categories))
		}
		for _, c := range categories {
			reported[c] = true
		}
		b.WriteString("<!-- /code -->\n")
		return b.Bytes()
	})
	for _, c := range dangers(t) {
		if !reported[c] {
			t.Errorf("docs/guide.md shows nothing that is reported as %s", c)
		}
	}
	return out
}

func guideFile(name string) string {
	return filepath.Join("..", "..", "testdata", "guide", filepath.FromSlash(name))
}

// cut returns declarations of a Go file with their comments, or all of a file.
func cut(t *testing.T, name string, names []string) string {
	t.Helper()
	src, err := os.ReadFile(guideFile(name))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		return string(src)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range names {
		i := slices.IndexFunc(f.Decls, func(d ast.Decl) bool {
			return slices.Contains(declared(d), n)
		})
		if i < 0 {
			t.Fatalf("%s has no %s", name, n)
		}
		from, to := extent(fset, f.Decls[i], src)
		out = append(out, string(src[from:to]))
	}
	return strings.Join(out, "\n")
}

// extent returns where a declaration begins, with its comment, and where its last line ends.
func extent(fset *token.FileSet, d ast.Decl, src []byte) (from, to int) {
	pos := d.Pos()
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc != nil {
			pos = d.Doc.Pos()
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			pos = d.Doc.Pos()
		}
	}
	from, to = fset.Position(pos).Offset, fset.Position(d.End()).Offset
	return from, to + bytes.IndexByte(src[to:], '\n') + 1
}

// declared returns the names that a declaration declares, methods as Type.Method.
func declared(d ast.Decl) (out []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return []string{d.Name.Name}
		}
		typ := d.Recv.List[0].Type
		if star, ok := typ.(*ast.StarExpr); ok {
			typ = star.X
		}
		if id, ok := typ.(*ast.Ident); ok {
			out = append(out, id.Name+"."+d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				out = append(out, s.Name.Name)
			case *ast.ValueSpec:
				for _, id := range s.Names {
					out = append(out, id.Name)
				}
			}
		}
	}
	return out
}

// withoutWants leaves the categories alone of want comments, and returns them in their order.
func withoutWants(code string) (string, []string) {
	var categories []string
	code = wanted.ReplaceAllStringFunc(code, func(comment string) string {
		m := wanted.FindStringSubmatch(comment)
		found := strings.Fields(quoted.ReplaceAllString(m[2], ""))
		for _, c := range found {
			if !slices.Contains(categories, c) {
				categories = append(categories, c)
			}
		}
		return m[1] + " " + strings.Join(found, ", ")
	})
	return code, categories
}

// links names categories, each with a link to its documentation.
func links(t *testing.T, categories []string) string {
	t.Helper()
	var out []string
	for _, id := range categories {
		page := ""
		for _, a := range analyzers.All {
			for _, c := range analyzers.Categories(a.Name) {
				if c.ID == id {
					page = a.Name
					if flag := c.Flag(); flag != "" {
						id += " (" + flag + ")"
					}
					out = append(out, fmt.Sprintf("[%s](%s.md#%s)", id, page, c.ID))
				}
			}
		}
		if page == "" {
			t.Errorf("there is no category %s", id)
		}
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return out[0]
}

// dangers returns the categories that are reported of the dangerous forms.
func dangers(t *testing.T) (out []string) {
	t.Helper()
	err := filepath.WalkDir(guideFile("dangerous"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(path)
		_, found := withoutWants(string(src))
		out = append(out, found...)
		return err
	})
	if err != nil || len(out) < 20 {
		t.Fatalf("got %q, %v", out, err)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// language is that of a code block.
func language(file string) string {
	return map[string]string{
		".go": "go", ".js": "js", ".html": "html", ".yaml": "yaml",
	}[filepath.Ext(file)]
}
