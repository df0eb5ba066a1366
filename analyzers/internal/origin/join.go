package origin

// This file joins the origins of values that are made of two:
//
//	"Bearer " + token           // Token: the constant does not count
//	"dev" + os.Getenv("SUFFIX") // Env, unlike the union of both, which Add makes
//	first + second              // of two parameters: Unknown

import (
	"go/constant"
	"go/token"
	"slices"
)

// join is the trace of a value made of both t and u, as a + b is: the better secret of the two
// decides, so that a constant prefix before an environment variable is no constant. Of two
// parameters, or of a parameter and something guessable, nothing is known.
func join(t, u Trace) Trace {
	if len(t.Origins)*len(u.Origins) > many {
		return joinKinds(t, u)
	}
	var out gather
	for i := range t.Origins {
		for j := range u.Origins {
			a, b := t.Origins[i], u.Origins[j]
			o, from := meet(a, b), t
			if b.Kind > a.Kind {
				from = u
			}
			out.made(o)
			if o.Kind != Unknown {
				out.through(from.Through...)
			}
		}
	}
	return out.Trace
}

// joinKinds is join for many origins: each origin meets one of each kind of the other trace.
// Values and lengths are given up.
func joinKinds(t, u Trace) Trace {
	var out gather
	for _, part := range [2][2]Trace{{t, u.kinds()}, {t.kinds(), u}} {
		for i := range part[0].Origins {
			for j := range part[1].Origins {
				o := meet(part[0].Origins[i], part[1].Origins[j])
				o.Value, o.Size = nil, -1
				out.made(o)
			}
		}
	}
	out.through(slices.Concat(t.Through, u.Through)...)
	return out.Trace
}

// kinds returns the trace with one origin of each kind.
func (t Trace) kinds() Trace {
	var out Trace
	for i := range t.Origins {
		if !out.Has(t.Origins[i].Kind) {
			out.Origins = append(out.Origins, t.Origins[i])
		}
	}
	return out
}

// meet is the origin of a value made of both a and b: the later of the two kinds, and the sum of
// the lengths.
func meet(a, b *Origin) Origin {
	o := *a
	switch {
	case b.Kind > a.Kind:
		o = *b
	case b.Kind == a.Kind: // as much as the better of the two shows
		o.Masked = a.Masked && b.Masked
		o.Piece = a.Piece.and(b.Piece)
	}
	if a.Param != nil && a.Param == b.Param {
		o.Size = -1
		return o
	}
	if other := min(a.Kind, b.Kind); o.Kind == Param && other != Const && other != Nothing {
		o.Kind, o.Param = Unknown, nil
		if other.External() || other == Random {
			o = better(a, b)
		}
	}
	o.Joined = a.Joined || b.Joined || a.Kind != Nothing && b.Kind != Nothing
	o.Value = concat(a, b)
	o.Size = -1
	if a.Size >= 0 && b.Size >= 0 {
		o.Size = a.Size + b.Size
	}
	return o
}

// better returns the one of two origins that is no parameter.
func better(a, b *Origin) Origin {
	if a.Kind == Param {
		return *b
	}
	return *a
}

// concat returns the concatenation of two constant strings, nil where one is not known.
func concat(a, b *Origin) constant.Value {
	if a.Value == nil || b.Value == nil || a.Value.Kind() != constant.String ||
		b.Value.Kind() != constant.String {
		return nil
	}
	return constant.BinaryOp(a.Value, token.ADD, b.Value)
}
