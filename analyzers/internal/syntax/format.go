package syntax

// This file reads the verbs of formats:
//
//	fmt.Sprintf("%T %.8s of %d", key, key, n)  // Formatted: key as T, a part of key, n as d

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// verbs matches the verbs of a format, as package fmt defines them, without explicit indexes.
var verbs = pattern.New(`%[-+# 0]*(\d+|\*)?(\.(\d+|\*))?[a-zA-Z]`)

// Verbs returns the start and end of each verb in a format as it is written, in bytes, one for
// each argument.
func Verbs(format string) [][]int {
	return verbs().Regexp().FindAllStringIndex(strings.ReplaceAll(format, "%%", "\x00\x00"), -1)
}

// Formatted is an argument with the verb that prints it.
type Formatted struct {
	ast.Expr
	Verb byte // 0 where it is not known
	Cut  bool // no more than the beginning is printed
}

// IsAny reports whether the verb is one of the given ones.
func (f Formatted) IsAny(verbs string) bool {
	return f.Verb != 0 && strings.IndexByte(verbs, f.Verb) >= 0
}

// Formatted returns the arguments of a call in a role with their verbs, which a constant format
// says. What has no verb is printed at the end.
func (x *Index) Formatted(e *ast.CallExpr, sig *model.Sig, r model.Role) []Formatted {
	var out []Formatted
	shown := verbsOf(x.Info, e, sig)
	for i, a := range Args(e, sig, r) {
		f := Formatted{Expr: a}
		if i < len(shown) {
			f.Verb, f.Cut = shown[i][len(shown[i])-1], strings.Contains(shown[i], ".")
		}
		out = append(out, f)
	}
	return out
}

// verbsOf returns the verbs of the format of a call, nil where it is no constant, has explicit
// indexes, or takes widths from arguments.
func verbsOf(info *types.Info, e *ast.CallExpr, sig *model.Sig) []string {
	at := sig.Index(model.Format)
	if at < 0 || at >= len(e.Args) || info.Types[e.Args[at]].Value == nil {
		return nil
	}
	format := strings.ReplaceAll(constant.StringVal(info.Types[e.Args[at]].Value), "%%", "")
	shown := verbs().Regexp().FindAllString(format, -1)
	if strings.Contains(format, "%[") ||
		slices.ContainsFunc(shown, func(verb string) bool { return strings.Contains(verb, "*") }) {
		return nil
	}
	return shown
}
