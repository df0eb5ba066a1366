package origin

// This file traces values that are written out, and their parts:
//
//	"secret", jwtSecret            // Constant
//	[]byte{1, 2, 3}, Config{Key: k} // ofComposite
//	digest[:16]                    // ofSlice
//	keys["2024"], parts[1]         // ofElement

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Constant returns the origin of a constant expression, of which tv holds the value. Its place is
// where the value is written: in the declaration of a constant of this package, whatever other
// names that has.
func (t *Tracer) Constant(e ast.Expr, tv types.TypeAndValue) Trace {
	o := Origin{Kind: Const, At: e, Value: tv.Value, Size: -1}
	if tv.Value.Kind() == constant.String {
		text := constant.StringVal(tv.Value)
		o.Size = len(text)
		if text == "" {
			o.Kind = Nothing
		} else if public(text) {
			o.Kind = Public
		}
	}
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = t.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = t.info.ObjectOf(e.Sel)
	}
	if c, ok := obj.(*types.Const); ok && c.Pkg() != nil {
		if v := t.index.Consts[c]; v != nil {
			if _, again := t.index.Used(v).(*types.Const); again { // a second name of a constant
				return t.Constant(ast.Unparen(v), tv)
			}
			o.At = v
		} else if c.Pkg() != t.pkg {
			o.Via = c
			s := t.facts(c)
			o.Reported = s != nil && len(s.From) > 0 && len(s.From[0]) > 0 && s.From[0][0].Reported
		}
	}
	return one(o)
}

// ofComposite is the origin of a composite literal: bytes are a constant, an empty list of them
// is nothing, everything else is an object.
func ofComposite(t *Tracer, e *ast.CompositeLit) Trace {
	if n, ok := typing.BytesOf(t.info.TypeOf(e)); ok {
		if len(e.Elts) > 0 {
			for _, el := range e.Elts {
				if t.info.Types[el].Value == nil {
					return unknown(e)
				}
			}
			return one(Origin{Kind: Const, At: e, Size: len(e.Elts)})
		}
		return one(Origin{Kind: Nothing, At: e, Size: max(n, 0)})
	}
	if len(e.Elts) == 0 && isBuffer(t.info.TypeOf(e)) {
		return one(Origin{Kind: Nothing, At: e})
	}
	return one(Origin{Kind: Object, At: e, Size: -1})
}

// ofSlice is the origin of x[i:j], with the length that constant bounds give.
func ofSlice(t *Tracer, e *ast.SliceExpr) Trace {
	lo, hi := int64(0), int64(-1)
	if e.Low != nil {
		lo = t.Integer(e.Low)
	}
	if e.High != nil {
		hi = t.Integer(e.High)
	}
	masked := hides(t, e)
	return t.Local(e.X).Each(func(o *Origin) {
		switch {
		case lo < 0 || e.High != nil && hi < 0:
			o.Size = -1
		case e.High != nil:
			o.Size = int(hi - lo)
		case o.Size >= 0:
			o.Size = max(o.Size-int(lo), 0)
		}
		o.Value = nil
		o.Masked = o.Masked || masked
	})
}

// Integer returns the value of a constant or of a variable that only ever has one, -1 for every
// other expression.
func (t *Tracer) Integer(e ast.Expr) int64 {
	v := t.info.Types[e].Value
	if v == nil {
		// a function that slices what it is given by a number that it is given can call itself
		tr := t.once(number{e}, 0, func() Trace { return t.Trace(e) })
		if len(tr.Origins) == 1 {
			v = tr.Origins[0].Value
		}
	}
	if v != nil {
		if n, ok := constant.Int64Val(constant.ToInt(v)); ok {
			return n
		}
	}
	return -1
}

// number is the step of a walk that asks for the value of a number.
type number struct{ ast.Expr }

// Element returns the origins of any element of x.
func (t *Tracer) Element(x ast.Expr) Trace { return ofElement(t, x, nil) }

// ofReceived is the origin of what comes out of a channel: any of the values that this package
// sends into the variable that holds it.
func ofReceived(t *Tracer, ch ast.Expr) Trace {
	var out Trace
	if v, ok := t.index.Used(ch).(*types.Var); ok {
		for _, w := range t.index.Writes[v.Origin()] {
			if w.Into && w.Value != nil {
				out.Add(t.Local(w.Value))
			}
		}
	}
	if len(out.Origins) == 0 {
		out.Add(unknown(ch))
	}
	return out
}

// ofElement is the origin of x[key]: of the elements in literals of x whose key may be the same,
// and of what is stored into x. A nil key stands for any.
func ofElement(t *Tracer, x, key ast.Expr) Trace {
	if isBuffer(t.info.TypeOf(x)) {
		if key == nil {
			return t.Local(x)
		}
		return join(t.Local(x), t.Local(key)) // a byte of a string depends on the index too
	}
	if typing.IsChan(t.info.TypeOf(x)) {
		return ofReceived(t, x)
	}
	from := t.Trace(x)
	out := Trace{Through: from.Through}
	for _, o := range from.Origins {
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok || o.Kind != Object {
			if o.Kind != Nothing {
				out.Add(one(item(t, o, x, key)))
			}
			continue
		}
		for _, el := range lit.Elts {
			kv, keyed := el.(*ast.KeyValueExpr)
			if !keyed {
				out.Add(t.Local(el))
			} else if mayEqual(t, kv.Key, key) {
				out.Add(t.Local(kv.Value))
			}
		}
	}
	for _, v := range from.Through {
		for _, w := range t.index.Writes[v] {
			if w.Into && w.Value != nil {
				out.Add(t.local(w.Value, w.Result))
			}
		}
	}
	return out
}

// item is the origin of x[key] where o, an origin of x, is not made here. Of the headers, the URL
// or the body of a request and of the header of a token (RFC 7515 section 4), the key is the name.
func item(t *Tracer, o *Origin, x, key ast.Expr) Origin {
	if o.Split != nil {
		index := int64(AnyPiece)
		if key != nil {
			index = t.Integer(key)
		}
		piece := *o
		piece.cutTo(Piece{o.Split, int(index)})
		return piece
	}
	it := Origin{
		Kind: o.Kind, At: x, Via: o.Via, Names: o.Names, Part: o.Part, Size: -1,
		Checked: o.Checked, Masked: o.Masked, Hashed: o.Hashed, Joined: o.Joined,
	}
	named := o.Part == model.Headers || o.Part == model.Jose || o.Part == model.Query ||
		o.Part == model.Route || o.Part == model.Posted
	switch {
	case !named || key == nil:
	case len(o.Names) == 0:
		if it.Names = t.Strings(key); len(it.Names) == 0 && o.Part == model.Headers {
			it.Part = model.Request
		}
	case o.Part == model.Headers:
		it.At = o.At // one of the values of a field: the same read at every use of the list
	}
	return it
}

// mayEqual reports whether two map keys can be equal; a nil key equals every other.
func mayEqual(t *Tracer, a, b ast.Expr) bool {
	if a == nil || b == nil {
		return true
	}
	x, y := t.info.Types[a].Value, t.info.Types[b].Value
	return x == nil || y == nil || constant.Compare(x, token.EQL, y)
}
