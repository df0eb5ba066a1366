package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"path/filepath"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// fingerprints makes what tells one defect from another in the same way while other code changes:
// the category, the function and the code that is reported, without its form and its place. Equal
// ones are counted.
type fingerprints struct {
	src   sources
	files map[string]*parsed
	seen  map[string]int
}

// parsed is a file of Go.
type parsed struct {
	fset *token.FileSet
	file *ast.File
}

func newFingerprints(src sources) fingerprints {
	return fingerprints{src, map[string]*parsed{}, map[string]int{}}
}

// of returns the fingerprint of a report.
func (p fingerprints) of(r drive.Report) string {
	text := p.src.text(r.Position.File)
	start := offset(text, r.Position)
	end := len(text)
	if r.End.Line > 0 && r.End != r.Position {
		end = max(start, offset(text, r.End))
	} else if i := bytes.IndexByte(text[start:], '\n'); i >= 0 {
		end = start + i
	}
	code, function := strings.Join(strings.Fields(string(text[start:end])), " "), ""
	if filepath.Ext(r.Position.File) == ".go" {
		// that of a key is guessed from its hash where it is short
		code = normal(text[start:end], strings.HasSuffix(r.Category, "-secret"))
		function = p.function(r.Position.File, start)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []string{r.Category, function, code}))
	print := fmt.Sprintf("%x", sum[:10])
	p.seen[print]++
	return fmt.Sprintf("%s-%d", print, p.seen[print])
}

// function returns the name of the function around an offset, with that of its receiver's type; ""
// outside functions.
func (p fingerprints) function(name string, offset int) string {
	in := p.files[name]
	if in == nil {
		in = &parsed{fset: token.NewFileSet()}
		in.file, _ = parser.ParseFile(in.fset, name, p.src.text(name), parser.SkipObjectResolution)
		p.files[name] = in
	}
	if in.file == nil {
		return ""
	}
	for _, d := range in.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		at := func(pos token.Pos) int { return in.fset.PositionFor(pos, false).Offset }
		if !ok || offset < at(f.Pos()) || offset >= at(f.End()) {
			continue
		}
		if f.Recv == nil || len(f.Recv.List) == 0 {
			return f.Name.Name
		}
		return receiver(f.Recv.List[0].Type) + "." + f.Name.Name
	}
	return ""
}

// receiver returns the name of the type of a receiver: T of *T[K].
func receiver(e ast.Expr) string {
	for {
		switch t := e.(type) {
		case *ast.StarExpr:
			e = t.X
		case *ast.ParenExpr:
			e = t.X
		case *ast.IndexExpr:
			e = t.X
		case *ast.IndexListExpr:
			e = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}

// normal returns Go code without what gofmt and line breaks change: comments, spaces, and commas
// before a closing bracket. The text of strings is left out where it is secret.
func normal(code []byte, secret bool) string {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(code)), code, func(token.Position, string) {}, 0)
	var out []string
	for {
		_, tok, lit := s.Scan()
		word := lit
		switch {
		case tok == token.EOF:
			return strings.Join(out, " ")
		case tok == token.SEMICOLON:
			word = ";" // the same at the end of a line
		case secret && (tok == token.STRING || tok == token.CHAR):
			word = `""`
		case !tok.IsLiteral() && !tok.IsKeyword():
			word = tok.String()
		}
		if n := len(out); n > 0 && (tok == token.RPAREN || tok == token.RBRACE ||
			tok == token.RBRACK) && (out[n-1] == "," || out[n-1] == ";") {
			out = out[:n-1]
		}
		out = append(out, word)
	}
}
