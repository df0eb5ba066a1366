package fixes

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// This file looks after the imports of a file that several fixes have changed. Each of them is
// right alone:
//
//	log.Println(token)      // the last but one use of log goes
//	log.Println(raw)        // and the last one
//	import "errors"         // one fix adds it, and so does another, at another place

var errImports = errors.New("an import is missing")

// tidyImports takes out of a text the imports that it has twice, and those that the old file
// mentions and the text does not. It is an error when the text mentions what only the old file
// imports. name returns the name of a package where an import gives none.
func tidyImports(old *ast.File, text string, name func(path string) string) (string, error) {
	fset := token.NewFileSet()
	next, err := parser.ParseFile(fset, "", text, parser.ParseComments)
	if err != nil {
		return "", err
	}
	before, after := mentions(old), mentions(next)
	gone := false // some name is no longer mentioned
	for id := range before {
		gone = gone || !after[id]
	}
	seen := map[string]bool{}
	var drop []*ast.ImportSpec
	for _, spec := range next.Imports {
		switch id := imported(spec, gone, name); {
		case seen[key(spec)], id != "" && before[id] && !after[id]:
			drop = append(drop, spec)
		default:
			seen[key(spec)] = true
		}
	}
	for _, spec := range old.Imports {
		if seen[key(spec)] {
			continue
		}
		if id := imported(spec, true, name); id != "" && after[id] && !another(next, id, name) {
			return "", errImports
		}
	}
	return without(text, fset, next, drop), nil
}

// another reports whether a file imports something by a name.
func another(f *ast.File, id string, name func(path string) string) bool {
	for _, spec := range f.Imports {
		if imported(spec, true, name) == id {
			return true
		}
	}
	return false
}

// mentions returns the names before a dot that the file itself does not declare.
func mentions(f *ast.File) map[string]bool {
	out := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				out[id.Name] = true
			}
		}
		return true
	})
	return out
}

// imported returns the name by which a file mentions an import, "" for none. Where the import has
// no name of its own, somebody is asked only when that matters.
func imported(spec *ast.ImportSpec, ask bool, name func(path string) string) string {
	switch {
	case spec.Name != nil && (spec.Name.Name == "_" || spec.Name.Name == "."):
		return ""
	case spec.Name != nil:
		return spec.Name.Name
	case !ask:
		return ""
	}
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return name(path)
}

// key tells imports apart.
func key(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name + " " + spec.Path.Value
	}
	return spec.Path.Value
}

// without returns a text without some of its imports, and without declarations that are
// empty then.
func without(text string, fset *token.FileSet, f *ast.File, drop []*ast.ImportSpec) string {
	gone := map[ast.Spec]bool{}
	for _, spec := range drop {
		gone[spec] = true
	}
	for i := len(f.Decls) - 1; i >= 0; i-- {
		d, ok := f.Decls[i].(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			continue
		}
		left := 0
		for _, s := range d.Specs {
			if !gone[s] {
				left++
			}
		}
		if left == 0 && len(d.Specs) > 0 {
			text = cut(text, fset, d)
			continue
		}
		for j := len(d.Specs) - 1; j >= 0; j-- {
			if gone[d.Specs[j]] {
				text = cut(text, fset, d.Specs[j])
			}
		}
	}
	return text
}

// cut takes a node out of a text, with the rest of its last line where that is blank.
func cut(text string, fset *token.FileSet, n ast.Node) string {
	from, to := fset.Position(n.Pos()).Offset, fset.Position(n.End()).Offset
	line, _, _ := strings.Cut(text[to:], "\n")
	if strings.TrimSpace(line) == "" {
		to = min(len(text), to+len(line)+1)
		from = len(strings.TrimRight(text[:from], " \t"))
	}
	return text[:from] + text[to:]
}
