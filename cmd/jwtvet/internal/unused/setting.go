package unused

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/jwtvet/jwtvet/internal/regular"
)

// Setting reports whether nothing reads the setting at a place: it fills a field that no code of the
// repository selects, or a library is told of it under a name that stands nowhere else.
func (r *Repository) Setting(name string, line, column int) bool {
	if r == nil || r.files[name] == nil {
		return false
	}
	text, err := regular.Read(name, regular.Limit)
	if err != nil {
		return false
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	in := fset.File(f.FileStart)
	if line < 1 || line > in.LineCount() {
		return false
	}
	pos := in.LineStart(line) + token.Pos(column-1)
	path, _ := astutil.PathEnclosingInterval(f, pos, pos+1)
	return r.spare(r.files[name], path)
}

// spare goes from a value outward to what it fills.
func (r *Repository) spare(in *file, path []ast.Node) bool {
	for i, n := range path[:max(0, len(path)-1)] {
		switch up := path[i+1].(type) {
		case *ast.CallExpr, *ast.BinaryExpr, *ast.ParenExpr, *ast.UnaryExpr:
		case *ast.KeyValueExpr:
			key, ok := up.Key.(*ast.Ident)
			return ok && n == up.Value && i+2 < len(path) && in.declares(path[i+2]) && r.unselected(key.Name, nil)
		case *ast.AssignStmt:
			if len(up.Lhs) != 1 {
				return false
			}
			field, ok := up.Lhs[0].(*ast.SelectorExpr)
			return ok && r.unselected(field.Sel.Name, nil)
		case *ast.Field:
			return len(up.Names) == 1 && up.Tag != nil && r.unselected(up.Names[0].Name, up.Tag)
		case *ast.ExprStmt:
			return r.unread(up.X)
		default:
			return false
		}
	}
	return false
}

// declares reports whether a literal is of a type of this repository.
func (f *file) declares(lit ast.Node) bool {
	of, ok := lit.(*ast.CompositeLit)
	if !ok {
		return false
	}
	switch t := of.Type.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		x, ok := t.X.(*ast.Ident)
		return ok && f.names[x.Name]
	}
	return false
}

// unselected reports whether no code selects a field, nor names it, or a word of its tag, as a library
// that has the struct would.
func (r *Repository) unselected(field string, tag *ast.BasicLit) bool {
	if !r.fields[field] || r.selected[field] {
		return false
	}
	names := []string{strings.ToLower(field)}
	if tag != nil {
		text, _ := strconv.Unquote(tag.Value)
		names = append(names, strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
			return strings.ContainsRune(`":, `, c)
		})...)
	}
	for text := range r.texts {
		if slices.Contains(names, text[strings.LastIndexByte(text, '.')+1:]) {
			return false
		}
	}
	return true
}

// unread reports whether the name of a setting, the first text that a call is given, stands nowhere
// else, nor its last part.
func (r *Repository) unread(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return false
	}
	name, err := strconv.Unquote(lit.Value)
	name = strings.ToLower(name)
	last := name[strings.LastIndexByte(name, '.')+1:]
	if err != nil || last == "" || r.texts[name] > 1 {
		return false
	}
	for tag := range r.tags {
		if strings.Contains(tag, last) {
			return false
		}
	}
	plain := strings.NewReplacer("_", "", "-", "").Replace(last)
	for field := range r.fields { // libraries fill a field by its name
		if strings.EqualFold(field, plain) {
			return false
		}
	}
	for text := range r.texts {
		if text != name && strings.Contains(text, last) {
			return false
		}
	}
	return true
}
