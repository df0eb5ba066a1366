package files

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
)

// Each function of a long chain mentions the next one, and the program mentions the first: all of them
// are part of it, and each is read once.
func TestManyFunctions(t *testing.T) {
	const many = 4000
	var src strings.Builder
	src.WriteString("package p\nfunc Run() { test0() }\nfunc testNothing() { testNothing() }\n")
	for i := range many {
		fmt.Fprintf(&src, "func test%d() { test%d() }\n", i, i+1)
	}
	fmt.Fprintf(&src, "func test%d() {}\n", many)
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src.String(), 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	if _, err := new(types.Config).Check("p", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	out := withoutTests(&analysis.Pass{Fset: fset, TypesInfo: info}, []*ast.File{f})
	if took := time.Since(begin); took > time.Second {
		t.Errorf("took %v", took)
	}
	if n := len(out[0].Decls); n != many+2 {
		t.Errorf("%d functions are left", n)
	}
}
