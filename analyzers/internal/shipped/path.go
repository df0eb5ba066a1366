package shipped

import (
	"go/ast"
	"go/constant"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// patterns returns what a comment embeds, where it is a directive that does.
func patterns(comment string) []string {
	rest, ok := strings.CutPrefix(comment, "//go:embed")
	if !ok || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t") {
		return nil
	}
	var out []string
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		word, _, _ := strings.Cut(rest, " ")
		text := word
		if quoted, err := strconv.QuotedPrefix(rest); err == nil {
			word = quoted
			text, _ = strconv.Unquote(quoted)
		}
		out, rest = append(out, text), rest[len(word):]
	}
	return out
}

// parsed adds the files and folders that calls name by constant paths, relative to the package or
// a folder above it.
func (f *finder) parsed(file *ast.File, dir string) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sig := model.Of(typeutil.Callee(f.pass.TypesInfo, call), "")
		if sig == nil || sig.Verb != model.Ship {
			return true
		}
		for i, a := range call.Args {
			if path := f.constant(a); sig.Arg(i) == model.Path && path != "" {
				f.relative(path, dir, call.Pos())
			}
		}
		return true
	})
}

// constant returns the path that an expression is, "" where it is not known: a constant, or
// constants that are joined.
func (f *finder) constant(e ast.Expr) string {
	if v := f.pass.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	if sig := model.Of(typeutil.Callee(f.pass.TypesInfo, call), ""); sig == nil ||
		sig.Verb != model.Pass || sig.Result(0) != model.Path {
		return ""
	}
	var parts []string
	for _, a := range call.Args {
		part := f.constant(a)
		if part == "" {
			return ""
		}
		parts = append(parts, part)
	}
	return filepath.Join(parts...)
}

// relative adds what a pattern matches in the first folder, from dir up to the root of the module,
// in which it matches. The folder of the program as a whole holds more than what is meant.
func (f *finder) relative(pattern, dir string, from token.Pos) {
	pattern = filepath.Clean(filepath.FromSlash(pattern))
	if filepath.IsAbs(pattern) || pattern == "." ||
		strings.HasPrefix(pattern, "..") && strings.Trim(pattern, "./\\") == "" {
		return
	}
	pattern = strings.ReplaceAll(pattern, "**", "*")
	above := files.Above(dir)
	module := above[len(above)-1]
	for _, dir := range above {
		found := f.matches(dir, pattern, func(path string) {
			if rel, err := filepath.Rel(module, path); err == nil && filepath.IsLocal(rel) {
				f.add(path, false, from)
			}
		})
		if found {
			return
		}
	}
}
