package quantity

// This file says what an exported function makes of the lifetime that it is given:
//
//	func Sign(ttl time.Duration)  // exp: time.Now().Add(ttl): Lifetime{Scale: 1}
//	func Sign(minutes int)        // ... Add(time.Duration(minutes) * time.Minute): Scale: 60e9
//	func Sign(end time.Time)      // exp: end: Lifetime{End: true}

import (
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Lifetime is what a number means as the life of a token.
type Lifetime struct {
	End           bool    // it is the instant of the end; Scale and Offset are not set
	Scale, Offset float64 // the life in nanoseconds is Scale times the number, plus Offset
}

// Lifetime returns the variable that decides how long a token lives, of which q is the end or,
// where isSpan is true, the life, and what it means; ok is false where none decides.
func (q Value) Lifetime(isSpan bool) (v *types.Var, l Lifetime, ok bool) {
	switch {
	case q.Param == nil || q.Known:
		return nil, l, false
	case q.FromNow:
		return q.Param, Lifetime{Scale: q.Scale, Offset: q.Amount}, true
	case isSpan:
		unit := units[q.Unit]
		return q.Param, Lifetime{Scale: q.Scale * unit, Offset: q.Amount * unit}, unit > 0
	}
	return q.Param, Lifetime{End: true}, q.Scale == 1 && q.Amount == 0 && q.Unit != model.Duration
}

// Of returns the end of a token that a number makes, ok is false where the number is no life: an
// instant where a span is wanted, or the other way round.
func (l Lifetime) Of(q Value) (end Value, ok bool) {
	if l.End {
		return q, q.FromNow || q.Unit == model.Instant || q.Param != nil
	}
	end = q
	end.Unit, end.FromNow = model.Instant, true
	end.Amount, end.Scale = q.Amount*l.Scale+l.Offset, q.Scale*l.Scale
	return end, !q.FromNow && q.Unit != model.Instant
}
