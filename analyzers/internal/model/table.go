package model

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// libraries holds the tables by import path. A path can be in several of them.
var libraries = sync.OnceValue(func() map[string][]*Library {
	all := Libraries()
	m := make(map[string][]*Library, 4*len(all))
	for i := range all {
		for _, path := range all[i].Paths {
			m[path] = append(m[path], &all[i])
		}
	}
	return m
})

// at returns the libraries at an import path; what people add comes last.
func at(path string) []*Library {
	libs := libraries()[path]
	if lib := ownAt(path); lib != nil {
		return append(slices.Clone(libs), &lib.Library)
	}
	return libs
}

// index holds the rows of one import path by the names of what they are about:
//
//	indexOf("github.com/golang-jwt/jwt/v5").rows["Token.SignedString"]
//
// is the row of (*Token).SignedString.
type index struct {
	rows map[string]*Sig
	tls  map[string]bool // the names of fields that say how connections are encrypted, without their types
}

// indexes holds the indexes by import path that somebody has asked for: a package imports few of
// the libraries, and under go vet each package is a process of its own.
var indexes sync.Map

// indexOf returns the index of an import path, an empty one where no table has the path.
func indexOf(path string) index {
	libs := at(path)
	if libs == nil {
		return index{}
	}
	if known, ok := indexes.Load(path); ok {
		return known.(index)
	}
	ix := index{map[string]*Sig{}, map[string]bool{}}
	for _, lib := range libs {
		for _, row := range lib.Rows {
			s, ok := row.Parse()
			if !ok {
				continue
			}
			ix.rows[s.Name] = s
			if s.Verb == Hold && s.Result(0) == TLS {
				ix.tls[lastName(s.Name)] = true
			}
		}
	}
	indexes.Store(path, ix)
	return ix
}

// lastName returns the name of a field without its type.
func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// Of returns the row of a function, method, field or variable; owner is the named type that
// declares a field, "" for everything else. It returns nil where the tables say nothing.
func Of(obj types.Object, owner string) *Sig {
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	rows := indexOf(obj.Pkg().Path()).rows
	if rows == nil {
		return nil
	}
	name := obj.Name()
	if f, ok := obj.(*types.Func); ok {
		owner = receiver(f)
	}
	if owner != "" {
		name = owner + "." + name
	}
	return rows[name]
}

// receiver returns the name of the type a method belongs to, "" for functions.
func receiver(f *types.Func) string {
	recv := f.Signature().Recv()
	if recv == nil {
		return ""
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// ConcernsTLS reports whether a function, method or field has to do with the encryption of a
// server's connections:
//
//	server.ListenAndServeTLS(cert, key)
//	tls.Config{GetCertificate: manager.GetCertificate}
func ConcernsTLS(obj types.Object) bool {
	if fn, ok := obj.(*types.Func); ok {
		sig := Of(fn, "")
		return sig != nil && sig.Result(0) == TLS
	}
	return obj != nil && obj.Pkg() != nil && indexOf(obj.Pkg().Path()).tls[obj.Name()]
}

// MinKeyLen returns the length in bytes below which the library at an import path refuses an HMAC
// key, 0 where it takes any.
func MinKeyLen(path string) int {
	n := 0
	for _, lib := range at(path) {
		n = max(n, lib.MinKeyLen)
	}
	return n
}

// PinsAlg reports whether the verifiers of the library at an import path hold a token against the
// algorithm that they were made for, unless a keyfunc takes that over.
func PinsAlg(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.PinsAlg })
}

// TimesApart reports whether the library at path leaves the times in a verified token to a call of
// their own.
func TimesApart(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.TimesApart })
}

// EncodesNumericDate reports whether the library at an import path encodes a time in a claim as a
// number of seconds, the NumericDate of RFC 7519 section 2.
func EncodesNumericDate(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.EncodesNumericDate })
}

// AcceptsStringKey reports whether the library at an import path accepts a string as an HMAC key.
func AcceptsStringKey(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.AcceptsStringKey })
}

// AnyPayload reports whether the library at an import path signs and verifies bytes of any kind.
func AnyPayload(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.AnyPayload })
}

// ReturnsUnverified reports whether the library at an import path hands out the claims of a token
// that it rejects, beside the error.
func ReturnsUnverified(path string) bool {
	return anyAt(path, func(lib *Library) bool { return lib.ReturnsUnverified })
}

// anyAt reports whether is holds for one of the libraries at an import path.
func anyAt(path string, is func(*Library) bool) bool {
	return slices.ContainsFunc(at(path), is)
}
