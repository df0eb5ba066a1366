package unused

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/scanner"
	"go/token"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// summary is what there is to know of a file.
type summary struct {
	pkg       string            // the name of its package
	program   bool              // of a package main
	ignored   bool              // it is run by its name
	imports   map[string]string // path to name
	functions []*function

	// as in Repository
	selected, fields, tags map[string]bool
	texts                  map[string]int
}

// summarize reads a file: nil for what is no Go at all. In one with mistakes, each word may be the
// call of whatever has that name.
func summarize(name string, text []byte) *summary {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution|parser.ParseComments)
	if f == nil {
		return nil
	}
	s := &summary{
		pkg: f.Name.Name, program: f.Name.Name == "main", ignored: ignored(f), imports: map[string]string{},
		selected: map[string]bool{}, fields: map[string]bool{}, tags: map[string]bool{},
		texts: map[string]int{},
	}
	for _, spec := range f.Imports {
		if of, err := strconv.Unquote(spec.Path.Value); err == nil && spec.Name != nil {
			s.imports[of] = spec.Name.Name
		} else if err == nil {
			s.imports[of] = path.Base(of)
		}
	}
	s.note(f)
	var rest mentions
	moved := bytes.Contains(text, []byte("//line ")) || bytes.Contains(text, []byte("/*line "))
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || err != nil {
			rest.of(d)
			continue
		}
		is := s.declared(fset, fn)
		is.kept = is.kept || moved
		s.functions = append(s.functions, is)
	}
	if err != nil {
		rest.words(text)
		for m := range rest {
			s.selected[m.name] = true
		}
	}
	s.functions = append(s.functions, &function{kept: true, mentions: rest.list()})
	return s
}

// ignored reports whether a file is a program that is run by its name.
func ignored(f *ast.File) bool {
	for _, group := range f.Comments {
		if group.Pos() > f.Package {
			break
		}
		for _, c := range group.List {
			if x, err := constraint.Parse(c.Text); err == nil &&
				!x.Eval(func(tag string) bool { return tag != "ignore" }) {
				return true
			}
		}
	}
	return false
}

// declared makes a function of a declaration.
func (s *summary) declared(fset *token.FileSet, fn *ast.FuncDecl) *function {
	is := &function{
		name:  fn.Name.Name,
		first: fset.PositionFor(fn.Pos(), false).Line, last: fset.PositionFor(fn.End(), false).Line,
		method: fn.Recv != nil, exported: fn.Name.IsExported(),
	}
	is.kept = is.method && is.exported || is.name == "init" || is.name == "_" || fn.Body == nil ||
		is.name == "main" && s.program || directed(fn.Doc)
	is.handler = !is.method && is.exported && handles(fn.Type)
	var in mentions
	in.of(fn)
	is.mentions = in.list()
	return is
}

// directive is a comment that tells a program something: //export F, //go:linkname f, //encore:api.
var directive = regexp.MustCompile(`^//(export |[a-z0-9]+:[a-z0-9])`)

func directed(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List,
		func(c *ast.Comment) bool { return directive.MatchString(c.Text) })
}

// handles reports whether a function has the parameters of a handler of net/http.
func handles(t *ast.FuncType) bool {
	var types []string
	for _, p := range t.Params.List {
		x := p.Type
		if star, ok := x.(*ast.StarExpr); ok {
			x = star.X
		}
		if sel, ok := x.(*ast.SelectorExpr); ok {
			types = append(types, sel.Sel.Name)
		}
	}
	return slices.Equal(types, []string{"ResponseWriter", "Request"})
}

// note notes which fields a file declares and reads, and its texts.
func (s *summary) note(f *ast.File) {
	written, tags := map[*ast.SelectorExpr]bool{}, map[*ast.BasicLit]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if sel, ok := lhs.(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN {
					written[sel] = true
				}
			}
		case *ast.SelectorExpr:
			if !written[n] {
				s.selected[n.Sel.Name] = true
			}
		case *ast.StructType:
			for _, field := range n.Fields.List {
				tags[field.Tag] = true
				for _, name := range field.Names {
					s.fields[name.Name] = true
				}
			}
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			if text = strings.ToLower(text); err != nil || text == "" || len(text) > longest {
				break
			}
			if tags[n] {
				s.tags[text] = true
			} else {
				s.texts[text]++
			}
		}
		return true
	})
}

// longest is the length of a text that can name a setting.
const longest = 1000

// mentions are the names in code that may be those of functions.
type mentions map[mention]bool

func (m *mentions) add(name string, kind kind, of string) {
	if *m == nil {
		*m = mentions{}
	}
	(*m)[mention{name, kind, of}] = true
}

// list returns them.
func (m mentions) list() []mention { return slices.Collect(maps.Keys(m)) }

// of adds those in a declaration. A name before a colon is that of a field.
func (m *mentions) of(d ast.Node) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				m.of(n.Body)
			}
			return false
		case *ast.SelectorExpr:
			of := ""
			if x, ok := n.X.(*ast.Ident); ok {
				of = x.Name
			}
			m.add(n.Sel.Name, selected, of)
			m.of(n.X)
			return false
		case *ast.KeyValueExpr:
			if _, field := n.Key.(*ast.Ident); field {
				m.of(n.Value)
				return false
			}
		case *ast.Ident:
			m.add(n.Name, bare, "")
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && token.IsIdentifier(text) {
				m.add(text, quoted, "")
			}
		}
		return true
	})
}

// anything stands for all names of packages.
const anything = "*"

// words adds all words of a file that cannot be parsed.
func (m *mentions) words(text []byte) {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(text)), text, nil, 0)
	for {
		_, tok, name := s.Scan()
		switch tok {
		case token.EOF:
			return
		case token.IDENT:
			m.add(name, bare, "")
			m.add(name, selected, anything)
		}
	}
}
