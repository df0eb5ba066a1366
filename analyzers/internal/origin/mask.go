package origin

// This file knows what puts a mark into the place of a value, or of a piece of it:
//
//	for i := range b { b[i] = '*' }     // overwrites
//	lines[i] = "Authorization: ***"     // overwrites, too
//	safe.Key = "[redacted]"             // blanks
//	if shown != "" { shown = "set" }    // replaced

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// overwrites reports whether one of the writes of v puts a constant into the place of a character
// of a text, b[i] = '*', or a mark into that of a line: lines[i] = "Authorization: ***". A zero
// wipes a key that was used.
func overwrites(t *Tracer, v *types.Var, writes []syntax.Write) bool {
	list, ok := v.Type().Underlying().(*types.Slice)
	if !ok {
		return false
	}
	texts := typing.IsString(list.Elem())
	if !texts && !typing.NeverText(list.Elem()) {
		return false
	}
	return slices.ContainsFunc(writes, func(w syntax.Write) bool {
		if !w.Into || w.Value == nil {
			return false
		}
		if texts {
			return endsInMark(t, w.Value)
		}
		value := t.info.Types[w.Value].Value
		return value != nil && value.Kind() == constant.Int && constant.Sign(value) != 0
	})
}

// endsInMark reports whether the last part of a text is stars: name + ": ***".
func endsInMark(t *Tracer, e ast.Expr) bool {
	for {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok || b.Op != token.ADD || t.info.Types[e].Value != nil {
			break
		}
		e = b.Y
	}
	value := t.info.Types[e].Value
	return value != nil && value.Kind() == constant.String &&
		strings.HasSuffix(constant.StringVal(value), "*")
}

// marks are texts that stand for a value which is not shown.
var marks = pattern.New(
	`^[^\pL\d]+$|^[<(\[{*]+[\pL _-]*[>)\]}*]+$|(?i)^(redacted|masked|hidden)$`,
)

// blanks reports whether an assignment to a field of something puts a mark into the place of a
// value, as copies for a log have it. Nobody uses that for what the value is there for.
func blanks(t *Tracer, w syntax.Write) bool {
	if w.Base == nil || w.Value == nil {
		return false
	}
	var value constant.Value
	switch e := ast.Unparen(w.Value).(type) {
	case *ast.Ident: // perhaps of a mark with a name
		value = t.info.Types[e].Value
		v, ok := t.info.ObjectOf(e).(*types.Var)
		if ok && len(t.index.Writes[v]) == 1 && t.index.Writes[v][0].Value != nil {
			value = t.info.Types[t.index.Writes[v][0].Value].Value
		}
	default:
		value = t.info.Types[e].Value
	}
	return value != nil && value.Kind() == constant.String &&
		marks().MatchString(constant.StringVal(value))
}

// replaced reports whether one of the writes of v puts a constant into its place wherever it is
// not empty:
//
//	if shown != "" { shown = "set" }
func replaced(t *Tracer, v *types.Var, writes []syntax.Write) bool {
	if t.whereSet == nil {
		t.whereSet = map[types.Object][]*ast.BlockStmt{}
		for _, s := range t.index.Ifs {
			if set := isSet(t, s.Cond); set != nil {
				t.whereSet[set] = append(t.whereSet[set], s.Body)
			}
		}
	}
	return slices.ContainsFunc(t.whereSet[v], func(b *ast.BlockStmt) bool {
		return slices.ContainsFunc(writes, func(w syntax.Write) bool {
			return w.Value != nil && t.info.Types[w.Value].Value != nil && !w.Into && !w.Join &&
				slices.ContainsFunc(b.List, func(s ast.Stmt) bool { return s.Pos() == w.Pos })
		})
	})
}

// isSet returns the variable of which a condition says that it is not empty, and nothing else; nil
// for other conditions.
func isSet(t *Tracer, cond ast.Expr) types.Object {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ && b.Op != token.GTR {
		return nil
	}
	x := ast.Unparen(b.X)
	if c, ok := x.(*ast.CallExpr); ok && len(c.Args) == 1 {
		x = ast.Unparen(c.Args[0])
	}
	id, ok := x.(*ast.Ident)
	empty := t.info.Types[b.Y].Value
	if !ok || empty == nil || !isEmpty(empty) && empty.ExactString() != "0" {
		return nil
	}
	return t.info.ObjectOf(id)
}
