package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// constant is the origin of a constant expression: the place where its value is written.
func (t *Tracer) constant(e ast.Expr, tv types.TypeAndValue) Trace {
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
		if v := t.consts[c]; v != nil {
			o.At = v
		} else if c.Pkg() != t.pass.Pkg {
			o.Via = c
			s := t.facts(c)
			o.Told = s != nil && len(s.From) > 0 && len(s.From[0]) > 0 && s.From[0][0].Told
		}
	}
	return birth(o)
}

// Literal returns the expression that gives a constant of this package its value, nil for others.
func (x *Index) Literal(c *types.Const) ast.Node {
	if e := x.consts[c]; e != nil {
		return e
	}
	return nil
}

// composite is the origin of a composite literal: bytes are a constant, everything else an object.
func (t *Tracer) composite(e *ast.CompositeLit) Trace {
	if _, n, ok := bytesOf(t.info.TypeOf(e)); ok {
		if len(e.Elts) > 0 {
			for _, el := range e.Elts {
				if t.info.Types[el].Value == nil {
					return unknown(e)
				}
			}
			return birth(Origin{Kind: Const, At: e, Size: len(e.Elts)})
		}
		return birth(Origin{Kind: Nothing, At: e, Size: max(n, 0)})
	}
	return birth(Origin{Kind: Object, At: e, Size: -1})
}

// bytesOf reports whether t is a slice or array of bytes, and the array's length.
func bytesOf(t types.Type) (elem types.Type, n int, ok bool) {
	if t == nil {
		return nil, 0, false
	}
	n = -1
	switch u := t.Underlying().(type) {
	case *types.Slice:
		elem = u.Elem()
	case *types.Array:
		elem, n = u.Elem(), int(u.Len())
	case *types.Pointer:
		return bytesOf(u.Elem())
	default:
		return nil, 0, false
	}
	b, basic := elem.Underlying().(*types.Basic)
	return elem, n, basic && b.Kind() == types.Byte
}

// slice is the origin of x[i:j], as long as the bounds say.
func (t *Tracer) slice(e *ast.SliceExpr) Trace {
	lo, hi := int64(0), int64(-1)
	if e.Low != nil {
		lo = t.integer(e.Low)
	}
	if e.High != nil {
		hi = t.integer(e.High)
	}
	return t.Open(e.X).each(func(o *Origin) {
		switch {
		case lo < 0 || e.High != nil && hi < 0:
			o.Size = -1
		case e.High != nil:
			o.Size = int(hi - lo)
		case o.Size >= 0:
			o.Size = max(o.Size-int(lo), 0)
		}
		o.Value = nil
		o.Cut = o.Cut || e.High != nil
	})
}

// integer returns the value of a constant or of a variable that only ever has one, -1 for all others.
func (t *Tracer) integer(e ast.Expr) int64 {
	v := t.info.Types[e].Value
	if v == nil {
		if tr := t.Of(e); len(tr.Births) == 1 {
			v = tr.Births[0].Value
		}
	}
	if v != nil {
		if n, ok := constant.Int64Val(constant.ToInt(v)); ok {
			return n
		}
	}
	return -1
}

// Element is the origin of any element of x.
func (t *Tracer) Element(x ast.Expr) Trace { return t.element(x, nil) }

// element is the origin of x[key]: of the element literals of x whose key may be the same, and of what is stored into x.
func (t *Tracer) element(x, key ast.Expr) Trace {
	if t.text(t.info.TypeOf(x)) {
		if key == nil {
			return t.Open(x)
		}
		return join(t.Open(x), t.Open(key)) // a letter of a text is chosen by the index
	}
	from := t.Of(x)
	out := Trace{Through: from.Through}
	for _, o := range from.Births {
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok || o.Kind != Object {
			if o.Kind != Nothing {
				out.Add(birth(t.item(o, x, key)))
			}
			continue
		}
		for _, el := range lit.Elts {
			kv, keyed := el.(*ast.KeyValueExpr)
			if !keyed {
				out.Add(t.Open(el))
			} else if t.mayEqual(kv.Key, key) {
				out.Add(t.Open(kv.Value))
			}
		}
	}
	for _, v := range from.Through {
		for _, w := range t.writes[v] {
			if w.into && w.value != nil {
				out.Add(t.open(w.value, w.result))
			}
		}
	}
	return out
}

// item is the origin of x[key] where x is not made here. Of the headers of a request or token, the key is the name.
func (t *Tracer) item(o Origin, x, key ast.Expr) Origin {
	it := Origin{Kind: o.Kind, At: x, Via: o.Via, Names: o.Names, Part: o.Part, Size: -1}
	if (o.Part == model.Headers || o.Part == model.Jose) && key != nil && len(o.Names) == 0 {
		if it.Names = t.Texts(key); len(it.Names) == 0 && o.Part == model.Headers {
			it.Part = model.Request
		}
	}
	return it
}

// Constants returns the constants that e can be; only says that it can be nothing else.
func (t *Tracer) Constants(e ast.Expr) (values []constant.Value, only bool) {
	births := t.Of(e).Births
	for _, o := range births {
		if o.Value != nil && !o.Hashed {
			values = append(values, o.Value)
		}
	}
	return values, len(values) > 0 && len(values) == len(births)
}

// text reports whether a type is a string or bytes.
func (t *Tracer) text(typ types.Type) bool {
	if _, _, ok := bytesOf(typ); ok || typ == nil {
		return ok
	}
	b, ok := typ.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// mayEqual reports whether two map keys can be equal; a nil key equals all.
func (t *Tracer) mayEqual(a, b ast.Expr) bool {
	if a == nil || b == nil {
		return true
	}
	x, y := t.info.Types[a].Value, t.info.Types[b].Value
	return x == nil || y == nil || constant.Compare(x, token.EQL, y)
}
