package facts

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// gobFact is a fact as x/tools writes it.
type gobFact struct {
	PkgPath, Object string
	Fact            analysis.Fact
}

type nested struct {
	Texts []string
	N     map[string]int
}

type one struct {
	A int
	B []nested
}

type two struct{ C *nested }

func (*one) AFact() {}
func (*two) AFact() {}

// encoded returns facts as x/tools writes them.
func encoded(t *testing.T, list []gobFact) []byte {
	t.Helper()
	gob.Register((*one)(nil))
	gob.Register((*two)(nil))
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// decoded returns what facts say and are about.
func decoded(t *testing.T, data []byte) (list []string) {
	t.Helper()
	var facts []gobFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&facts); err != nil {
		t.Error(err)
	}
	for _, f := range facts {
		text := fmt.Sprintf("%s %s %+v", f.PkgPath, f.Object, f.Fact)
		if f, ok := f.Fact.(*two); ok && f.C != nil {
			text += fmt.Sprintf(" %+v", *f.C)
			text = text[:strings.Index(text, "0x")] + text[strings.LastIndex(text, "}"):]
		}
		list = append(list, text)
	}
	return list
}

// facts returns so many, of different kinds and sizes.
func facts(n int) (list []gobFact) {
	for i := range n {
		f := gobFact{PkgPath: fmt.Sprintf("example.com/p%d", i%7), Object: fmt.Sprintf("T%d.F", i)}
		switch {
		case i%5 == 0:
			f.Object = ""
		case i%11 == 0:
			f.Object = strings.Repeat("M", 300)
		}
		if f.Fact = analysis.Fact(&one{i * i, []nested{{Texts: []string{"x", f.Object}}}}); i%3 == 2 {
			f.Fact = &two{&nested{N: map[string]int{"n": i}}}
		}
		list = append(list, f)
	}
	return list
}

// What is left of a list is what was wanted, and the first of each type.
func TestFilter(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 50, 300} {
		data := encoded(t, facts(n))
		all := decoded(t, data)
		for name, keep := range map[string]func(path, object string) bool{
			"all":     func(string, string) bool { return true },
			"none":    func(string, string) bool { return false },
			"one":     func(path, _ string) bool { return path == "example.com/p3" },
			"objects": func(_, object string) bool { return object != "" },
		} {
			got := decoded(t, filter(data, keep))
			var want []string
			for i, f := range facts(n) {
				if keep(f.PkgPath, f.Object) || i == 0 || i == 2 {
					want = append(want, all[i])
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d, %s: got %q\nwant %q", n, name, got, want)
			}
		}
	}
}

// What is not understood stays as it is.
func TestFilterOfWhatIsNotUnderstood(t *testing.T) {
	data := encoded(t, facts(20))
	for i := range data {
		for _, wrong := range [][]byte{data[:i], slices.Clone(data)} {
			if len(wrong) == len(data) {
				wrong[i] ^= 0x91
			}
			before := slices.Clone(wrong)
			got := filter(wrong, func(string, string) bool { return true })
			if len(wrong) == i && !bytes.Equal(got, wrong) || !bytes.Equal(wrong, before) {
				t.Errorf("%d: got %q, want %q", i, got, wrong)
			}
		}
	}
}

const below = `package below

type Hidden struct{ Key string }

type Shown struct{ Key string }

func (Shown) Sign() Far { return Far{} }
func (Shown) own(Hidden) {}

type Far struct{ inner Hidden }

type Generic[T any] struct{ Of T }

type Arg struct{}

type Embedded struct{ Promoted Deep }

type Deep struct{}

type Aliased struct{}

type Elem struct{}

type Asked interface{ Ask() Answer }

type Answer struct{}
`

const above = `package above

import "example.com/below"

type Service struct {
	hidden below.Hidden
	below.Embedded
	Elems map[string][]*below.Elem
}

func New(g *below.Generic[below.Arg]) (s *Service, _ below.Shown) { return }

type Same = below.Aliased

type Asks interface{ below.Asked }

func unexported(below.Hidden) {}

var v below.Hidden
`

// importing imports one package.
type importing struct{ pkg *types.Package }

func (i importing) Import(string) (*types.Package, error) { return i.pkg, nil }

func checked(t *testing.T, path, text string, imp types.Importer) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: imp}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// A package hands on what is known of the types that it shows, and unitchecker writes that.
func TestUse(t *testing.T) {
	low := checked(t, "example.com/below", below, importer.Default())
	high := checked(t, "example.com/above", above, importing{low})
	list := []gobFact{{"example.com/above", "", &one{}}, {"example.com/above", "", &two{}}}
	for _, name := range low.Scope().Names() {
		list = append(list, gobFact{low.Path(), name + ".UF0", &one{A: 1}})
	}
	list = append(list, gobFact{"example.com/above", "unexported.PA0", &two{}})
	if exportFacts == nil || exportTypes == nil {
		t.Fatal("unitchecker keeps what it does with facts somewhere else")
	}
	a, b := exportFacts, exportTypes
	defer func() { exportFacts, exportTypes = a, b }()
	Use()
	cfg := &unitchecker.Config{VetxOutput: filepath.Join(t.TempDir(), "vet.out")}
	if err := exportFacts(cfg, encoded(t, list)); err != nil {
		t.Fatal(err)
	}
	if err := exportTypes(cfg, token.NewFileSet(), high); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(cfg.VetxOutput)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range decoded(t, data)[2:] {
		name, _, _ := strings.Cut(strings.Fields(f)[1], ".")
		got = append(got, name)
	}
	const want = "Aliased Answer Arg Asked Deep Elem Embedded Far Generic Shown unexported"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
	if err := exportFacts(cfg, nil); err != nil || exportTypes(cfg, nil, high) != nil {
		t.Error(err)
	}
	if info, err := os.Stat(cfg.VetxOutput); err != nil || info.Size() > 0 {
		t.Errorf("%v, %v: a package without facts has an empty file", info, err)
	}
}
