package secrets

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofType says what shows of a value that is printed as a whole: a request, a token, a struct with a field for a key.
func (p *Reader) ofType(t types.Type, encoded bool, depth int) Secret {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		if depth > 0 && !encoded {
			return Secret{} // an address
		}
		t = ptr.Elem()
	}
	switch r := typeRole(t); r {
	case model.None, model.Response, model.Key: // a key of this type need not be one of tokens
	default:
		return Secret{Role: r}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || isKey(t) || depth > 3 || typing.Redacts(t) || typing.Redacts(types.NewPointer(t)) {
		return Secret{}
	}
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		if encoded && (!f.Exported() || tag.Get("json") == "-") {
			continue
		}
		if (typing.MayHoldText(f.Type()) || encoded && isKey(f.Type())) && !redacts(f.Type()) {
			if p.keyField(f, tag) {
				return Secret{Role: model.Key, Field: f}
			}
			if p.tokenField(f) {
				return Secret{Role: model.Token, Field: f}
			}
		}
		if s := p.ofType(f.Type(), encoded, depth+1); s.Field != nil {
			return s
		}
	}
	return Secret{}
}

// keyField reports whether a field holds a key: keys are seen to come through it, or its names say both what it is and for
// whom.
func (p *Reader) keyField(f *types.Var, tag reflect.StructTag) bool {
	if p.secrets().keys.HasVar(f.Origin()) || p.usedAs(f.Origin(), model.Key) || names.Key(f.Name()) {
		return true
	}
	return slices.ContainsFunc([]string{"env", "json", "yaml", "mapstructure", "envconfig", "toml"}, func(k string) bool {
		name, _, _ := strings.Cut(tag.Get(k), ",")
		return names.Key(name)
	})
}

// tokenField reports whether a field holds a token: one is seen to come through it.
func (p *Reader) tokenField(f *types.Var) bool {
	return p.secrets().tokens.HasVar(f.Origin()) || p.bringsToken(f.Origin()) || p.usedAs(f.Origin(), model.Token) ||
		f.Pkg() == p.Pkg && slices.ContainsFunc(p.Origin.ResolveParams(p.Origin.Var(f.Origin())).Origins, func(o origin.Origin) bool { return o.Kind == origin.Token && !o.Hashed && !o.Masked })
}

// bringsToken reports whether a fact says that a variable or field of another package holds a token.
func (p *Reader) bringsToken(v *types.Var) bool {
	s := p.Calls.Summary(v)
	return s != nil && len(s.From) > 0 && slices.ContainsFunc(s.From[0], func(a origin.Atom) bool { return a.Kind == origin.Token && !a.Hashed })
}

// typeRole returns the role that values of a type have as a whole, None for most.
func typeRole(t types.Type) model.Role {
	if obj := typing.TypeName(typing.Deref(t)); obj != nil {
		if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.TypeRole {
			return sig.Result(0)
		}
	}
	return model.None
}

// isKey reports whether values of a type are private keys, of tokens or of something else.
func isKey(t types.Type) bool { return typeRole(t) == model.Key }

// printsText reports whether a library says that a type is printed as the text it was made of, as a cookie is.
func printsText(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "String")
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.Pass && sig.Recv == model.From
}

// redacts reports whether a named text says itself what shows of it.
func redacts(t types.Type) bool {
	obj := typing.TypeName(typing.Deref(t))
	return obj != nil && !types.IsInterface(t) && typing.Redacts(t) && !printsText(t)
}
