// Package model says what a call means: tables of stylised signatures in which roles stand where the types were.
//
// A row such as
//
//	{Sign, "(object *Token).SignedString(key) token"}
//
// names a function, method, field or variable of a [Library] and gives each of its parts a role. Nothing outside this
// package knows the name of a library, and nobody counts argument positions: a check asks for the argument in the role
// [Key]. The tables hold no logic; a test resolves every row against the real modules.
package model

import (
	"go/types"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Verb says what a modelled call does.
type Verb string

// The closed vocabulary of verbs.
const (
	Sign    Verb = "sign"    // makes a token: roles key, claims, object
	Verify  Verb = "verify"  // believes a token after checking it: key or keyfunc, token, claims
	Decode  Verb = "decode"  // reads a token without checking it
	PinAlg  Verb = "pinalg"  // restricts the algorithms a verifier accepts
	Build   Verb = "build"   // makes a token object that is signed or configured later
	Hold    Verb = "hold"    // a field or variable that has a role
	Alg     Verb = "alg"     // a value that stands for an algorithm: the role is the algorithm's name
	Read    Verb = "read"    // a source: the role of a result, or of an argument written through, is where the value comes from
	Default Verb = "default" // sets the value a later Read of the same name falls back to
	Fill    Verb = "fill"    // writes every field of what an argument points to
	Load    Verb = "load"    // makes environment or configuration available to later reads
	Pass    Verb = "pass"    // the result is made of the arguments in role from
	Choose  Verb = "choose"  // the result is one of the arguments in role from
	Hash    Verb = "hash"    // the result is a digest of the arguments in role from
	Exit    Verb = "exit"    // does not return
	Require Verb = "require" // fails when the value in role from is empty
	Time    Verb = "time"    // moves an instant, a duration or a number of seconds: see the time roles
)

// Role says what an argument, result, receiver or field is.
type Role string

// The closed vocabulary of roles. An algorithm's name (HS256, RS256, none ...) is a role too, see [Role.Algorithm].
const (
	None     Role = "_"
	Key      Role = "key"      // signing or verification key
	Keyfunc  Role = "keyfunc"  // function that returns the verification key
	Claims   Role = "claims"   // payload of a token
	Token    Role = "token"    // a token as it is sent
	Object   Role = "object"   // a token, signer, verifier or parser as a Go value
	Method   Role = "method"   // the algorithm a token is signed with
	Methods  Role = "methods"  // the algorithms a verifier accepts
	Options  Role = "options"  // options that change what a call does
	Name     Role = "name"     // the name under which a source is read
	Fallback Role = "fallback" // the value a source yields when nothing else is set
	From     Role = "from"     // what a result is made of
	Filled   Role = "filled"   // pointer whose target is written
	Life     Role = "life"     // how long a token lives
	Refresh  Role = "refresh"  // how long a token can be renewed
	Required Role = "required" // true when an empty value is an error

	// Sources: where a value comes from.
	Env     Role = "env"
	Config  Role = "config"
	Flag    Role = "flag"
	File    Role = "file"
	Random  Role = "random"  // from a cryptographic generator
	Weak    Role = "weak"    // from a generator an attacker can predict
	Clock   Role = "clock"   // the current time, as an instant
	Host    Role = "host"    // names of machine, user or process
	Request Role = "request" // under the control of who sends the request
	Public  Role = "public"  // a public key or certificate

	// Quantities.
	Size     Role = "size"     // length in bytes
	Bits     Role = "bits"     // length in bits
	Curve    Role = "curve"    // an elliptic curve
	Instant  Role = "instant"  // a time.Time or a library's date
	Duration Role = "duration" // a time.Duration
	Seconds  Role = "seconds"  // since 1970, or a span
	Millis   Role = "millis"
	Micros   Role = "micros"
	Nanos    Role = "nanos"
	Minutes  Role = "minutes"
	Hours    Role = "hours"
	Days     Role = "days"
	Months   Role = "months"
	Years    Role = "years"
	Text     Role = "text" // formatted for people
)

// Algorithms that RFC 7518 section 3.1 and RFC 8037 name, with the smallest HMAC key in bytes (RFC 7518 section 3.2).
var algorithms = map[Role]int{
	"HS256": 32, "HS384": 48, "HS512": 64,
	"RS256": 0, "RS384": 0, "RS512": 0, "PS256": 0, "PS384": 0, "PS512": 0,
	"ES256": 0, "ES384": 0, "ES512": 0, "EdDSA": 0, "none": 0,
}

// Algorithm reports whether the role is the name of a JWS algorithm.
func (r Role) Algorithm() bool { _, ok := algorithms[r]; return ok }

// MinKey returns the least number of bytes an HMAC key must have for the algorithm (RFC 7518 section 3.2), 0 for others.
func (r Role) MinKey() int { return algorithms[r] }

// Source reports whether the role says where a value comes from.
func (r Role) Source() bool {
	return slices.Contains([]Role{Env, Config, Flag, File, Random, Weak, Clock, Host, Request, Public}, r)
}

// Row is one line of a table: what a function, method, field or variable of a library means.
// Sig has one of the forms
//
//	Func(role, role, role...) role, role
//	(role *Type).Method(role) role
//	Type.Field role
//	Variable role
//
// where the receiver's role may be left out and a trailing "..." stands for all further arguments. A source role in
// the place of an argument says that the call writes such a value through it; a number in brackets after a source role
// is the length in bytes of what it yields.
type Row struct {
	Verb Verb
	Sig  string
}

// Library is a family of packages with one meaning: all major versions of a module, and its forks.
type Library struct {
	Paths  []string // import paths
	Tokens bool     // the library makes or checks tokens, so that a package that imports it handles them
	Rows   []Row
}

// Libraries returns every table.
func Libraries() []Library { return slices.Concat(tokenLibraries, sources, passes, times) }

// Sig is a parsed row.
type Sig struct {
	Verb     Verb
	Name     string // name within the package: Func, Type.Method, Type.Field, Variable
	Recv     Role
	Args     []Role
	Variadic bool // the last of Args stands for all further arguments
	Results  []Role
	Size     int // length in bytes of what a source yields, 0 where it varies
	Method   bool
	Func     bool // function or method, as opposed to field and variable
}

// Arg returns the role of argument i, [None] where there is none.
func (s *Sig) Arg(i int) Role {
	switch {
	case i < len(s.Args):
		return s.Args[i]
	case s.Variadic && len(s.Args) > 0:
		return s.Args[len(s.Args)-1]
	}
	return None
}

// Result returns the role of result i, [None] where there is none. The role of a field or variable is its result 0.
func (s *Sig) Result(i int) Role {
	if i < len(s.Results) {
		return s.Results[i]
	}
	return None
}

// Index returns the first argument with the role, or -1.
func (s *Sig) Index(r Role) int { return slices.Index(s.Args, r) }

// Parse reads the stylised signature of a row. ok is false when it has none of the forms of [Row].
func (r Row) Parse() (sig *Sig, ok bool) {
	s := &Sig{Verb: r.Verb, Recv: None}
	rest := r.Sig
	recv := ""
	if strings.HasPrefix(rest, "(") {
		in, after, found := strings.Cut(rest[1:], ").")
		if !found {
			return nil, false
		}
		if role, typ, two := strings.Cut(in, " "); two {
			s.Recv, in = Role(role), typ
		}
		recv, rest, s.Method = strings.TrimPrefix(in, "*"), after, true
	}
	name, rest, call := cutAny(rest)
	if name == "" || (s.Method && !call) {
		return nil, false
	}
	if recv != "" {
		name = recv + "." + name
	}
	s.Name, s.Func = name, call
	if call {
		args, results, closed := strings.Cut(rest, ")")
		if !closed {
			return nil, false
		}
		args, s.Variadic = strings.CutSuffix(strings.TrimSpace(args), "...")
		s.Args, rest = roles(args), results
	}
	if at := strings.IndexByte(rest, '['); at >= 0 { // a source of known length: random[26]
		s.Size, _ = strconv.Atoi(strings.TrimSuffix(rest[at+1:], "]"))
		rest = rest[:at]
	}
	s.Results = roles(rest)
	return s, true
}

// cutAny splits a signature after its name: at the parenthesis of a call or at the space before a field's role.
func cutAny(s string) (name, rest string, call bool) {
	i := strings.IndexAny(s, "( ")
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], s[i] == '('
}

func roles(list string) []Role {
	var out []Role
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, Role(part))
		}
	}
	return out
}

// table is the index of every row by import path and name.
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

// Of returns the row of a function, method, field or variable; owner is the named type that declares a field, "" for
// everything else. It returns nil where the tables say nothing.
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

// tokenPaths holds the import paths of the libraries that make or check tokens.
var tokenPaths = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, lib := range tokenLibraries {
		for _, p := range lib.Paths {
			m[p] = true
		}
	}
	return m
})

// Handles reports whether a package that imports path handles tokens.
func Handles(path string) bool { return tokenPaths()[path] }
