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

// ofType returns what others can read of a value that is printed as a whole: a request, a token, a
// struct with a field for a key. encoded is set where it is written field by field, as JSON is.
//
//	type Config struct { Port int; JWTSecret string }
//
//	log.Printf("%+v", cfg)
//	json.NewEncoder(w).Encode(cfg)
//
// without returns the fields of the value that are blank, when somebody asks.
func (p *Reader) ofType(t types.Type, encoded bool, without func() blanks, depth int) Secret {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		if depth > 0 && !encoded {
			return Secret{} // an address
		}
		t = ptr.Elem()
	}
	switch r := typeRole(t); r {
	case model.None, model.Response, model.Query: // no secret
	case model.Key: // a key of this type need not be a JWT key
	default:
		return Secret{Role: r}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || isKey(t) || depth > 3 || typing.Redacts(t) || typing.Redacts(types.NewPointer(t)) {
		return Secret{}
	}
	return p.ofFields(st, encoded, without, depth)
}

// ofFields returns the secret that the fields of a struct hold.
func (p *Reader) ofFields(
	st *types.Struct, encoded bool, without func() blanks, depth int,
) Secret {
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		if encoded && !typing.Encodes(st, i) {
			continue
		}
		if (typing.MayHoldText(f.Type()) || encoded && isKey(f.Type())) && !redacts(f.Type()) {
			if p.keyField(st, f, tag) && !without().has(f) {
				return Secret{Role: model.Key, Field: f}
			}
			if p.tokenField(f) && !without().has(f) {
				return Secret{Role: model.Token, Field: f}
			}
		}
		if s := p.ofType(f.Type(), encoded, without, depth+1); s.Field != nil &&
			!without().has(f) {
			return s
		}
	}
	return Secret{}
}

// ofToken reports whether a field is the secret of the token in the field beside it, which
// OAuth 1 sends tokens with (RFC 5849 section 3.4.2):
//
//	type User struct{ AccessToken, AccessTokenSecret string }
func ofToken(st *types.Struct, f *types.Var) bool {
	token, ok := strings.CutSuffix(f.Name(), "Secret")
	for i := 0; ok && i < st.NumFields(); i++ {
		if st.Field(i).Name() == token {
			return true
		}
	}
	return false
}

// tagKeys are the keys of struct tags that name a setting.
var tagKeys = []string{"env", "yaml", "mapstructure", "koanf", "envconfig", "toml", "ini"}

// keyField reports whether a field of a struct holds a key: keys come through it, or it is a setting
// of that name. A name alone says nothing of what the field is used for.
func (p *Reader) keyField(st *types.Struct, f *types.Var, tag reflect.StructTag) bool {
	v := f.Origin()
	if p.secrets().keys.HasVar(v) || p.usedAs(v, model.Key) {
		return true
	}
	if ofToken(st, f) {
		return false
	}
	if slices.ContainsFunc(p.Origin.Settings().Names(v), names.Key) {
		return true
	}
	return slices.ContainsFunc(tagKeys, func(k string) bool {
		name, _, _ := strings.Cut(tag.Get(k), ",")
		return names.Key(name)
	})
}

// tokenField reports whether a field holds a token: tokens come through it.
func (p *Reader) tokenField(f *types.Var) bool {
	v := f.Origin()
	if p.secrets().tokens.HasVar(v) || p.holdsToken(v) || p.usedAs(v, model.Token) {
		return true
	}
	if f.Pkg() != p.Pkg {
		return false
	}
	tr := p.Origin.ResolveParams(p.Origin.Var(v))
	return slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		return p.roleOf(o) == model.Token
	})
}

// holdsToken reports whether a fact says that a variable or field of another package holds a
// token: one that was signed, or a credential of a request.
func (p *Reader) holdsToken(v *types.Var) bool {
	s := p.Calls.Summary(v)
	return s != nil && len(s.From) > 0 && slices.ContainsFunc(s.From[0], func(a origin.Atom) bool {
		return (a.Kind == origin.Token || a.Kind == origin.Request && a.Names != "") &&
			!a.Hashed && !a.Masked
	})
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

// isKey reports whether values of a type are private keys, for tokens or for anything else.
func isKey(t types.Type) bool { return typeRole(t) == model.Key }

// printsText reports whether a type of a library prints the text that it is made of, as a cookie
// does.
func printsText(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "String")
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.Pass && sig.Recv == model.From
}

// redacts reports whether a named type decides itself what is printed of it.
func redacts(t types.Type) bool {
	obj := typing.TypeName(typing.Deref(t))
	return obj != nil && !types.IsInterface(t) && typing.Redacts(t) && !printsText(t)
}
