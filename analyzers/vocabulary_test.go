package analyzers_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

const modelPath = "github.com/jwtvet/jwtvet/analyzers/internal/model"

// A row with a verb or a role that nothing asks for is a row that never yields anything, and no
// other test can see that. Each word of the vocabulary that rows use must be asked for, and each
// word must be used by a row or be asked for.
func TestVocabulary(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax}, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the packages do not load: ", err)
	}
	v := vocabulary{rows: wordsOf(model.Libraries()), asked: map[string]bool{}}
	for _, p := range pkgs {
		if p.PkgPath == modelPath {
			v.declare(p.Types)
		}
		v.ask(p.Syntax, p.TypesInfo)
	}
	if len(v.words) < 100 || len(v.asked) < 100 {
		t.Fatalf("%d words and %d that are asked for cannot be all", len(v.words), len(v.asked))
	}
	for _, complaint := range v.complaints() {
		t.Error(complaint)
	}
}

// TestDeadWords makes sure that the test above can fail, on a vocabulary that is made up.
func TestDeadWords(t *testing.T) {
	v := vocabulary{asked: map[string]bool{}, rows: wordsOf([]model.Library{{Rows: []model.Row{
		{Verb: "sign", Sig: "(object *Token).SignedString(key) HS256"},
		{Verb: "whistle", Sig: "Whistle(tune)"},
		{Verb: "heap", Sig: "Pile.Top stone"},
	}}})}
	pkgs := madeUp{}
	v.declare(pkgs.check(t, modelPath, v, `package model
		type (Verb string; Role string; Row struct { Verb; Sig string })
		const (
			Sign    Verb = "sign"
			Whistle Verb = "whistle" // only rows use it
			Heap    Verb = "heap"    // a list has it, and nobody looks for it
			Idle    Verb = "idle"    // nothing uses it
			Ready   Verb = "ready"   // no row has it yet
			Key     Role = "key"
			Object  Role = "object"
			Stone   Role = "stone"
			Tune    Role = "tune" // only rows use it
			None    Role = "_"
		)`, `package model
		var Rows = []Row{{Sign, "(object *Token).SignedString(key)"}, {Whistle, "Whistle(tune)"}}
		func more() []Row { return []Row{{Heap, "Pile.Top stone"}, {Verb(Tune), ""}} }
		`, `package model
		func (r Role) IsKey() bool { return r == Key || r == Stone || r == None }
		`))
	pkgs.check(t, path.Dir(modelPath)+"/calls", v, `package calls
		import "`+modelPath+`"
		var verbs = []model.Verb{model.Sign, model.Heap}
		func ask(v model.Verb, r model.Role) bool {
			return v == model.Sign || v == model.Ready || r == model.Object
		}
	`)
	want := []string{
		"Heap: rows use it, and nothing asks for it",
		"Idle: no row uses it, and nothing asks for it",
		"Tune: rows use it, and nothing asks for it",
		"Whistle: rows use it, and nothing asks for it",
	}
	if got := v.complaints(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// vocabulary is what is known of the verbs and roles of package model.
type vocabulary struct {
	words map[string]string // by the names of their constants: the type, a space and the word
	rows  map[string]bool   // words that rows use, in the same form
	asked map[string]bool   // names of constants that something asks for
}

// wordsOf returns the words that the rows of some libraries use.
func wordsOf(libs []model.Library) map[string]bool {
	out := map[string]bool{}
	for _, lib := range libs {
		for _, row := range lib.Rows {
			sig, ok := row.Parse()
			if !ok {
				continue // a test of package model says so
			}
			out["Verb "+string(row.Verb)] = true
			for _, r := range append(slices.Concat(sig.Args, sig.Results), sig.Recv) {
				out["Role "+string(r)] = true
			}
		}
	}
	return out
}

// declare notes the constants of package model.
func (v *vocabulary) declare(pkg *types.Package) {
	v.words = map[string]string{}
	for _, name := range pkg.Scope().Names() {
		if c, typ := constant(pkg.Scope().Lookup(name)); c != nil {
			v.words[name] = typ + " " + strings.Trim(c.Val().ExactString(), `"`)
		}
	}
}

// constant returns an object as a word of the vocabulary with its type, nil for other objects.
func constant(obj types.Object) (c *types.Const, typ string) {
	if c, ok := obj.(*types.Const); ok {
		for _, typ := range []string{"Verb", "Role"} {
			if isModel(c.Type(), typ) {
				return c, typ
			}
		}
	}
	return nil, ""
}

// ask notes the constants that the files of a package use. Two uses do not count: tables say
// something instead of asking, and so does a list of the verbs that are collected for those who
// ask.
func (v *vocabulary) ask(files []*ast.File, info *types.Info) {
	for _, f := range files {
		if writesRows(f, info) {
			continue
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && listsVerbs(g, info) {
				continue
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					if c, _ := constant(info.Uses[id]); c != nil {
						v.asked[c.Name()] = true
					}
				}
				return true
			})
		}
	}
}

// writesRows reports whether a file is a table, or has functions that write rows of tables.
func writesRows(f *ast.File, info *types.Info) (found bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		found = found || ok && isModel(info.TypeOf(lit), "Row")
		return !found
	})
	return found
}

// listsVerbs reports whether a declaration is a variable of the package that holds verbs.
func listsVerbs(g *ast.GenDecl, info *types.Info) bool {
	return g.Tok == token.VAR && slices.ContainsFunc(g.Specs, func(s ast.Spec) bool {
		return slices.ContainsFunc(s.(*ast.ValueSpec).Names, func(id *ast.Ident) bool {
			s, ok := info.TypeOf(id).Underlying().(*types.Slice)
			return ok && isModel(s.Elem(), "Verb")
		})
	})
}

// isModel reports whether a type is the one of the name in package model.
func isModel(t types.Type, name string) bool {
	n, ok := t.(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == modelPath && n.Obj().Name() == name
}

// complaints says which words are dead, in the order of their names.
func (v *vocabulary) complaints() (out []string) {
	for _, name := range slices.Sorted(maps.Keys(v.words)) {
		switch {
		case v.asked[name]:
		case v.rows[v.words[name]]:
			out = append(out, name+": rows use it, and nothing asks for it")
		default:
			out = append(out, name+": no row uses it, and nothing asks for it")
		}
	}
	return out
}

// madeUp holds packages that are made up, by import path.
type madeUp map[string]*types.Package

// check type-checks the files of one such package and asks what it uses of the vocabulary.
func (m madeUp) check(t *testing.T, path string, v vocabulary, srcs ...string) *types.Package {
	t.Helper()
	fset, info := token.NewFileSet(), &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{},
	}
	var files []*ast.File
	for i, src := range srcs {
		f, err := parser.ParseFile(fset, fmt.Sprintf("%d.go", i), src, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	pkg, err := (&types.Config{Importer: m}).Check(path, fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	m[path] = pkg
	v.ask(files, info)
	return pkg
}

// Import makes packages that are made up known to each other.
func (m madeUp) Import(path string) (*types.Package, error) {
	if pkg := m[path]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("%s is not made up", path)
}
