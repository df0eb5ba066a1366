package model

import (
	"go/types"
	"strings"
	"sync"
)

// table is the index of every row by import path and name:
//
//	table()["github.com/golang-jwt/jwt/v5"]["Token.SignedString"]
//
// is the row of (*Token).SignedString.
var table = sync.OnceValue(func() map[string]map[string]*Sig {
	t := map[string]map[string]*Sig{}
	for _, lib := range Libraries() {
		for _, path := range lib.Paths {
			if t[path] == nil {
				t[path] = map[string]*Sig{}
			}
			for _, row := range lib.Rows {
				if s, ok := row.Parse(); ok {
					t[path][s.Name] = s
				}
			}
		}
	}
	return t
})

// Of returns the row of a function, method, field or variable; owner is the named type that
// declares a field, "" for everything else. It returns nil where the tables say nothing.
func Of(obj types.Object, owner string) *Sig {
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	rows := table()[obj.Pkg().Path()]
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

// tlsMembers holds the functions, methods and fields that encrypt connections or say that
// something else does, by import path and last name.
var tlsMembers = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for path, rows := range table() {
		for name, s := range rows {
			if s.Result(0) != TLS {
				continue
			}
			if m[path] == nil {
				m[path] = map[string]bool{}
			}
			m[path][name[strings.LastIndex(name, ".")+1:]] = true
		}
	}
	return m
})

// ConcernsTLS reports whether a function, method or field has to do with the encryption of a
// server's connections:
//
//	server.ListenAndServeTLS(cert, key)
//	tls.Config{GetCertificate: manager.GetCertificate}
func ConcernsTLS(obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && tlsMembers()[obj.Pkg().Path()][obj.Name()]
}

// rules holds what a library does by itself with keys, algorithms and dates, by import path.
var rules = sync.OnceValue(func() map[string]Library {
	m := map[string]Library{}
	for _, lib := range Libraries() {
		for _, p := range lib.Paths {
			rule := m[p]
			m[p] = Library{
				MinKeyLen:          max(rule.MinKeyLen, lib.MinKeyLen),
				PinsAlg:            rule.PinsAlg || lib.PinsAlg,
				EncodesNumericDate: rule.EncodesNumericDate || lib.EncodesNumericDate,
				AcceptsStringKey:   rule.AcceptsStringKey || lib.AcceptsStringKey,
				ReturnsUnverified:  rule.ReturnsUnverified || lib.ReturnsUnverified,
			}
		}
	}
	return m
})

// MinKeyLen returns the length in bytes below which the library at an import path refuses an HMAC
// key, 0 where it takes any.
func MinKeyLen(path string) int { return rules()[path].MinKeyLen }

// PinsAlg reports whether the verifiers of the library at an import path hold a token against the
// algorithm that they were made for, unless a keyfunc takes that over.
func PinsAlg(path string) bool { return rules()[path].PinsAlg }

// EncodesNumericDate reports whether the library at an import path encodes a time in a claim as a
// number of seconds, the NumericDate of RFC 7519 section 2.
func EncodesNumericDate(path string) bool { return rules()[path].EncodesNumericDate }

// AcceptsStringKey reports whether the library at an import path accepts a string as an HMAC key.
func AcceptsStringKey(path string) bool { return rules()[path].AcceptsStringKey }

// ReturnsUnverified reports whether the library at an import path hands out the claims of a token
// that it rejects, beside the error.
func ReturnsUnverified(path string) bool { return rules()[path].ReturnsUnverified }
