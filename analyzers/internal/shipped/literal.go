package shipped

import (
	"bytes"
	"go/ast"
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Literal is a text that is written in Go: a string literal, or several with values between them.
type Literal struct {
	Text []byte
	Kind Kind
	at   []token.Pos // of each byte
}

// Pos returns where in the source the byte at an offset of the text is.
func (l *Literal) Pos(offset int) token.Pos {
	if len(l.at) == 0 {
		return token.NoPos
	}
	return l.at[min(offset, len(l.at)-1)]
}

// hole stands in a text for a value that is put in.
const hole = "{{value}}"

// Literals returns the texts in the files of a package that can hold a script; can tells so of
// bytes as they are written. A package that runs scripts in a browser of its own ships none.
func Literals(pass *analysis.Pass, sources []*ast.File, can func([]byte) bool) []Literal {
	for _, imp := range pass.Pkg.Imports() {
		if model.DrivesBrowser(imp.Path()) {
			return nil
		}
	}
	var out []Literal
	for _, file := range sources {
		if data, err := files.Read(pass, pass.Fset.File(file.FileStart).Name()); err == nil &&
			!can(data) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if l := text(e); l != nil {
					if can(l.Text) {
						out = append(out, *l)
					}
					return false
				}
			}
			return true
		})
	}
	return out
}

// text returns the text that an expression is, nil for none.
func text(e ast.Expr) *Literal {
	l := &Literal{}
	if !l.add(e) {
		return nil
	}
	l.Kind = Script
	if bytes.Contains(l.Text, []byte("</")) ||
		bytes.Contains(bytes.ToLower(l.Text), []byte("<script")) ||
		bytes.HasPrefix(bytes.TrimSpace(l.Text), []byte("<")) {
		l.Kind = Page
	}
	return l
}

// add adds a literal, or a sum with one in it, and tells whether it is any.
func (l *Literal) add(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return l.add(e.X)
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return false
		}
		l.unquote(e)
		return true
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return false
		}
		parts := operands(e)
		if !slices.ContainsFunc(parts, isText) {
			return false
		}
		for _, p := range parts {
			if !l.add(p) {
				for range len(hole) {
					l.at = append(l.at, p.Pos())
				}
				l.Text = append(l.Text, hole...)
			}
		}
		return true
	}
	return false
}

// operands returns the parts of a sum.
func operands(e ast.Expr) []ast.Expr {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD {
		return append(operands(b.X), operands(b.Y)...)
	}
	return []ast.Expr{e}
}

func isText(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Kind == token.STRING
}

// unquote adds the text of a literal, and of each byte of it where it comes from.
func (l *Literal) unquote(lit *ast.BasicLit) {
	rest, raw := lit.Value[1:len(lit.Value)-1], lit.Value[0] == '`'
	pos := lit.Pos() + 1
	for rest != "" {
		size, plain := 1, rest[:1]
		if !raw && rest[0] == '\\' {
			_, _, tail, err := strconv.UnquoteChar(rest, '"')
			if err != nil {
				return // the compiler has more to say
			}
			size = len(rest) - len(tail)
			plain, _ = strconv.Unquote(`"` + rest[:size] + `"`)
		}
		for range len(plain) {
			l.at = append(l.at, pos)
		}
		l.Text = append(l.Text, plain...)
		pos, rest = pos+token.Pos(size), rest[size:]
	}
}
