package syntax

import (
	"go/ast"
	"go/token"
)

// Span returns a piece of the source as a node, where it is a part of one or stands in a file of
// another language.
func Span(pos, end token.Pos) ast.Node { return span{pos, end} }

type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
