package guards

// This file reads comparisons:
//
//	if key == "" {}            // mark(key, 1)
//	if secret != nil {}        // mark(secret, 1)
//	if 32 > len(cfg.Secret) {} // mark(cfg.Secret, 32)
//	if min > len(password) {}  // mark(password, 1)

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// test reads one comparison. What a value is compared with is put on its right.
func (t *Guards) test(g *tested, b *ast.BinaryExpr) {
	x, y, op := b.X, b.Y, b.Op
	of, times := measured(t.index, x)
	if t.info.Types[x].Value != nil || t.info.Types[x].IsNil() || of == nil && lenOf(t.index, y) != nil {
		x, y, op = y, x, mirror[op]
		of, times = measured(t.index, x)
	}
	tv := t.info.Types[y]
	switch {
	case tv.IsNil():
		t.mark(g, x, 1, nil)
	case t.shows(b, x) || of != nil && (t.shows(b, of) || t.cuts(b, of, op) || t.caps(b, op)):
	case of != nil && tv.Value == nil:
		if t.limited(b, of, y, op) {
			t.mark(g, of, 1, nil)
		}
	case tv.Value == nil:
	case of != nil:
		n := t.origin.Integer(y)
		switch {
		case n >= 0 && (t.grades(b) || t.warns(b)):
			t.mark(g, of, 1, nil)
		case n >= 0:
			t.mark(g, of, int((int64(shortest(op, int(n)))+times-1)/times), b)
		}
	case tv.Value.Kind() == constant.String:
		t.mark(g, x, 1, nil)
	}
}

// mirror gives the operator of a comparison whose operands are swapped.
var mirror = map[token.Token]token.Token{
	token.EQL: token.EQL,
	token.NEQ: token.NEQ,
	token.LSS: token.GTR,
	token.LEQ: token.GEQ,
	token.GTR: token.LSS,
	token.GEQ: token.LEQ,
}

// shortest returns the shortest length that passes a test "len(x) op n", which accepts where op
// is > or >= and refuses where it is < or <=.
func shortest(op token.Token, n int) int {
	switch op {
	case token.LEQ, token.GTR:
		return n + 1
	case token.EQL, token.NEQ:
		return max(n, 1)
	}
	return n
}

// mark notes that x is tested and has at least minLen bytes where it passes; at is the test of
// its length, nil for a test of emptiness.
func (t *Guards) mark(g *tested, x ast.Expr, minLen int, at ast.Node) {
	typ := t.info.TypeOf(x)
	b, basic := typ.(*types.Basic)
	if basic && b.Info()&types.IsString == 0 && b.Kind() != types.UntypedNil ||
		types.Implements(typ, typing.ErrorType) {
		return // numbers, truth values and errors are no keys
	}
	tr := t.origin.Trace(x)
	empty := tr.Has(origin.Nothing)
	for _, v := range tr.Through {
		g.vars[v] = true
	}
	for _, o := range tr.Origins {
		if o.Kind == origin.Unknown || o.Kind == origin.Const || o.Kind == origin.Nothing {
			continue
		}
		p := placesOf(o)[0]
		g.places[p] = true
		g.merged[p] = g.merged[p] || empty
		for _, n := range o.Names {
			g.names[strings.ToLower(n)] = true
		}
		if at != nil && minLen > 1 && o.Split == nil && !o.Masked && !o.Hashed {
			p.piece = o.Piece // whose length says nothing of the others
			if old := g.lengths[p]; old == nil || old.Min < minLen {
				g.lengths[p] = &MinLength{At: at, Min: minLen}
			}
		}
	}
}
