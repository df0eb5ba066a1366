package model

// This file reads rows of libraries that only those who use them know:
//
//	sign: (*corp/auth.Issuer).Issue(claims, key) token; log: corp/log.Info(logged...)
//
// A row is one of [Row] in which the import path stands before the name.

import (
	"errors"
	"fmt"
	"go/token"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/jwtvet/jwtvet/internal/nearest"
)

// Own holds the rows that people add, as the value of a flag: they are separated by semicolons or
// ends of lines. It belongs to the whole run and is set before the analysis begins.
type Own struct{ text string }

// OwnRow is one of them.
type OwnRow struct {
	Row
	Path string // import path
	Text string // as it was written
}

// own holds the libraries that rows of people describe, by import path.
var own atomic.Pointer[map[string]*ownLibrary]

type ownLibrary struct {
	Library
	rows []OwnRow
}

// checks are the verbs of what makes or checks tokens.
var checks = []Verb{
	Sign, Verify, Decode, PinAlg, Middleware, Claim, Check, SkipClaims, SkipSignature, FetchKeys,
}

// String implements [flag.Value].
func (o *Own) String() string { return o.text }

// Set implements [flag.Value]: what it is given takes the place of what was there.
func (o *Own) Set(text string) error {
	rows, err := ParseOwn(text)
	if err != nil {
		return err
	}
	libraries := map[string]*ownLibrary{}
	for _, r := range rows {
		lib := libraries[r.Path]
		if lib == nil {
			lib = &ownLibrary{Library: Library{Paths: []string{r.Path}, own: true}}
			libraries[r.Path] = lib
		}
		lib.Rows, lib.rows = append(lib.Rows, r.Row), append(lib.rows, r)
		lib.Tokens = lib.Tokens || slices.Contains(checks, r.Verb)
		lib.Logger = lib.Logger || r.Verb == Log
	}
	o.text = text
	own.Store(&libraries)
	indexes.Clear()
	return nil
}

// ParseOwn reads rows. It accepts what looks right: whether a package has what a row names is seen
// where it is imported, see [Unresolved].
func ParseOwn(text string) (rows []OwnRow, err error) {
	for part := range strings.FieldsFuncSeq(text,
		func(c rune) bool { return c == ';' || c == '\n' || c == '\r' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		r, err := parseOwn(part)
		if err != nil {
			return nil, fmt.Errorf("row %q: %w", part, err)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// parseOwn reads one row.
func parseOwn(text string) (OwnRow, error) {
	verb, sig, ok := strings.Cut(text, ":")
	if !ok {
		return OwnRow{}, errors.New("it has no verb, as in " +
			"sign: (*corp/auth.Issuer).Issue(claims, key) token")
	}
	r := OwnRow{Text: text, Row: Row{Verb: Verb(strings.TrimSpace(verb))}}
	if !slices.Contains(Verbs, r.Verb) {
		return r, fmt.Errorf("%q is no verb%s", r.Verb, hint(string(r.Verb), Verbs))
	}
	if r.Path, r.Sig, ok = cutPath(strings.TrimSpace(sig)); ok {
		var s *Sig
		if s, ok = r.Parse(); ok {
			if !token.IsExported(lastName(s.Name)) {
				return r, fmt.Errorf("%s is not exported", s.Name)
			}
			return r, s.unknown()
		}
	}
	return r, errors.New("it must have one of the forms corp/auth.Func(role) role, " +
		"(*corp/auth.Type).Method(role) role, corp/auth.Type.Field role, corp/auth.Variable role")
}

// unknown returns an error about the first role that is none.
func (s *Sig) unknown() error {
	for _, r := range slices.Concat([]Role{s.Recv}, s.Args, s.Results) {
		if !slices.Contains(Roles, r) && !r.Algorithm() {
			return fmt.Errorf("%q is no role%s", r, hint(string(r), Roles))
		}
	}
	return nil
}

func hint[T ~string](text string, words []T) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return nearest.Hint(text, "; there are "+strings.Join(list, ", "), list...)
}

// cutPath takes the import path out of a signature.
func cutPath(sig string) (path, rest string, ok bool) {
	if in, after, method := strings.Cut(sig, ")."); method && strings.HasPrefix(in, "(") {
		role, typ, two := strings.Cut(in[1:], " ")
		if !two {
			role, typ = "", role
		}
		star := ""
		if typ = strings.TrimSpace(typ); strings.HasPrefix(typ, "*") {
			star, typ = "*", typ[1:]
		}
		if path, typ, ok = cutName(typ, 1); two {
			role += " "
		}
		return path, "(" + role + star + typ + ")." + after, ok
	}
	end := strings.IndexAny(sig, "( ")
	if end < 0 {
		end = len(sig)
	}
	names := 1
	if !strings.HasPrefix(sig[end:], "(") {
		names = 2 // Type.Field
	}
	path, name, ok := cutName(sig[:end], names)
	return path, name + sig[end:], ok
}

// cutName cuts a name with up to so many exported parts off an import path.
func cutName(text string, most int) (path, name string, ok bool) {
	at := len(text)
	slash := strings.LastIndexByte(text, '/')
	for range most {
		dot := strings.LastIndexByte(text[:at], '.')
		if dot <= slash+1 || most > 1 && !token.IsExported(text[dot+1:at]) {
			break
		}
		at = dot
	}
	if at == len(text) || at == len(text)-1 {
		return "", "", false
	}
	return text[:at], text[at+1:], !strings.ContainsAny(text[:at], " \t*()\"")
}

// IsOwn reports whether rows that people added are about the package at an import path.
func IsOwn(path string) bool { return ownAt(path) != nil }

func ownAt(path string) *ownLibrary {
	if libraries := own.Load(); libraries != nil {
		return (*libraries)[path]
	}
	return nil
}
