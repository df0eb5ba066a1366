package script

import (
	"slices"

	"github.com/tdewolff/parse/v2/js"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// value is what can be said of an expression without running it.
type value struct {
	// of what it can be, or of its parts with the names of their properties before them
	names    []string
	constant bool // it is written out
}

// with is the value of an expression that is one of two, or made of both.
func (v value) with(o value) value {
	return value{append(v.names, o.names...), v.constant && o.constant}
}

var (
	otherwise = []js.TokenType{js.OrToken, js.NullishToken}
	asks      = []js.TokenType{
		js.EqEqToken, js.EqEqEqToken, js.NotEqToken, js.NotEqEqToken, js.LtToken, js.LtEqToken,
		js.GtToken, js.GtEqToken, js.InToken, js.InstanceofToken,
	}
	computes = []js.TokenType{js.SubToken, js.MulToken, js.DivToken, js.ModToken, js.ExpToken}
)

// value reads an expression: of conditions it takes both branches, of sums all parts.
func (r *reader) value(s span) value {
	has := func(kinds ...js.TokenType) bool { return r.find(s.from, s.to, kinds...) < s.to }
	switch {
	case s.from >= s.to:
		return value{constant: true}
	case s.long() || has(js.ArrowToken) || r.kind(s.from) == js.FunctionToken:
		return value{}
	case has(js.QuestionToken):
		yes, no := r.branches(s)
		return r.value(yes).with(r.value(no))
	case has(otherwise...):
		return r.union(r.split(s, otherwise...))
	case has(js.AndToken):
		parts := r.split(s, js.AndToken)
		return r.value(parts[len(parts)-1])
	case has(asks...):
		return value{}
	case has(js.AddToken):
		return r.union(r.split(s, js.AddToken))
	case r.kind(s.from) != js.SubToken && has(computes...):
		return value{}
	}
	return r.single(s)
}

func (r *reader) union(parts []span) value {
	v := value{constant: true}
	for _, p := range parts {
		v = v.with(r.value(p))
	}
	return v
}

// branches returns what a conditional expression can be.
func (r *reader) branches(s span) (yes, no span) {
	mark := r.find(s.from, s.to, js.QuestionToken)
	open := 1
	for i := mark + 1; ; i++ {
		i = r.find(i, s.to, js.QuestionToken, js.ColonToken)
		if r.kind(i) == js.QuestionToken {
			open++
		} else if open--; open == 0 || i >= s.to {
			return span{mark + 1, min(i, s.to)}, span{min(i+1, s.to), s.to}
		}
	}
}

// single reads an expression without binary operators.
func (r *reader) single(s span) value {
	switch r.kind(s.from) {
	case js.AwaitToken:
		return r.value(span{s.from + 1, s.to})
	case js.NotToken, js.BitNotToken, js.TypeofToken, js.VoidToken, js.SubToken, js.NewToken,
		js.DeleteToken:
		return value{constant: r.value(span{s.from + 1, s.to}).constant}
	case js.OpenParenToken:
		if parts, end := r.list(s.from + 1); end == s.to-1 && len(parts) > 0 {
			return r.value(parts[len(parts)-1])
		}
		return value{}
	case js.OpenBraceToken:
		return r.object(s.from + 1)
	case js.OpenBracketToken:
		return value{}
	case js.TemplateStartToken, js.TemplateToken, js.StringToken:
		v := value{constant: true}
		for _, p := range r.pieces(s) {
			if p.isText {
				v = v.with(value{constant: !templated(p.text)})
			} else {
				v = v.with(r.value(p.span))
			}
		}
		return v
	}
	if s.to-s.from == 1 && (js.IsNumeric(r.kind(s.from)) ||
		r.is(s.from, "null", "true", "false", "undefined", "NaN")) {
		return value{constant: true}
	}
	return r.chain(s)
}

// object reads the properties of an object literal from token i on.
func (r *reader) object(i int) value {
	v := value{constant: true}
	parts, _ := r.list(i)
	for _, p := range parts {
		key := r.text(p.from)
		if text, ok := r.literal(p.from); ok {
			key = text
		}
		switch {
		case !js.IsIdentifierName(r.kind(p.from)) && r.kind(p.from) != js.StringToken:
			v.constant = false // what is spread is not known
		case p.to == p.from+1:
			v = v.with(value{names: []string{key}})
		case r.kind(p.from+1) == js.ColonToken:
			of := r.value(span{p.from + 2, p.to})
			if !of.constant {
				of.names = append(under(key, of.names), key)
			}
			v = v.with(of)
		default:
			v.constant = false
		}
	}
	return v
}

// under puts the name of a property before the names of its value.
func under(key string, names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, key+"."+n)
	}
	return out
}

// What a call returns is what it is given, or what it is called on; of others the name says what
// they return.
var (
	same  = []string{"stringify", "String", "encodeURIComponent", "encodeURI", "escape", "btoa"}
	keeps = []string{
		"toString", "trim", "replace", "slice", "substring", "substr", "valueOf", "concat",
	}
	yields = pattern.New(`^(get|create|generate|make|issue|sign|fetch|request)`)
)

// chain reads a name with what follows it: properties, elements, calls.
func (r *reader) chain(s span) value {
	name, called := "", false
	if js.IsIdentifierName(r.kind(s.from)) {
		name = r.text(s.from)
	}
	for i := s.from + 1; i < s.to; i++ {
		switch {
		case r.dot(i) && js.IsIdentifierName(r.kind(i+1)):
			if r.kind(i+2) == js.OpenParenToken && slices.Contains(keeps, r.text(i+1)) {
				i = r.until(i+3, js.CloseParenToken)
				continue
			}
			i++
			name, called = r.text(i), false
		case r.dot(i): // ?.[ and ?.(
		case r.kind(i) == js.OpenBracketToken:
			if text, ok := r.literal(i + 1); ok {
				name = text
			}
			i, called = r.until(i+1, js.CloseBracketToken), false
		case r.kind(i) == js.OpenParenToken:
			args, end := r.list(i + 1)
			if slices.Contains(same, name) && len(args) > 0 {
				return r.value(args[0])
			}
			i, called = end, true
		default:
			return value{}
		}
	}
	if name == "" || called && !yields().MatchString(name) {
		return value{}
	}
	return value{names: []string{name}}
}
