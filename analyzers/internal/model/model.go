// Package model says what a call means: tables of stylised signatures in which roles stand where
// the types were.
//
// A row such as
//
//	{Sign, "(object *Token).SignedString(key) token"}
//
// names a function, method, field or variable of a [Library] and gives each of its parts a role.
// Nothing outside this package knows the name of a library, and nobody counts argument positions:
// a check asks for the argument in the role [Key]. The tables hold no logic; a test resolves every
// row against the real modules.
package model

import (
	"slices"
	"strconv"
	"strings"
)

// Row is one line of a table: what a function, method, field or variable of a library means.
// Sig has one of the forms
//
//	Func(role, role, role...) role, role
//	(role *Type).Method(role) role
//	Type.Field role
//	Variable role
//
// where the receiver's role may be left out and a trailing "..." stands for all further arguments.
// A source role in the place of an argument says that the call writes such a value through it; a
// number in brackets after a source role is the length of its value in bytes, after the role of a
// curve its bits. In a row of [Pass], [2n] and [4n/3] say how many bytes it makes of n bytes.
type Row struct {
	Verb Verb
	Sig  string
}

// Library is a family of packages with one meaning: all major versions of a module, and its forks.
type Library struct {
	Paths  []string // import paths
	Family string   // an import path without a major version, for all packages at and below it
	Rows   []Row

	// What it does by itself with keys, algorithms and claims.

	Tokens             bool // it makes or checks tokens: a package that imports it handles them
	MinKeyLen          int  // HMAC keys of fewer bytes are refused; 0 where an empty key is taken
	PinsAlg            bool // it accepts the verifier's algorithm only, unless a keyfunc chooses
	EncodesNumericDate bool // a time in a claim is encoded as a number of seconds
	AcceptsStringKey   bool // a string is accepted as an HMAC key
	TimesApart         bool // a verification leaves the times in a token to a call of their own
	AnyPayload         bool // it signs and verifies any bytes (RFC 7515), claims or not
	ReturnsUnverified  bool // claims come with the error that says that they are not verified

	// What it says of the code that imports it.

	Server   bool   // the code answers requests
	Quiet    bool   // it answers requests, and logs none by itself
	CLI      bool   // the code is run from a command line
	Commands bool   // the code is one command of a program that can have others
	Logger   bool   // the code can wrap a logger
	Browser  bool   // the code runs scripts in a browser of its own, as tests and crawlers do
	Environ  bool   // it fills structs from the environment alone
	Tests    bool   // only tests and what helps them use it
	Markup   string // the end of the names of the files that the code is generated from

	// What it is there for, besides its rows.

	Router bool // it routes requests, and its own middlewares ask for no token
	TLS    bool // it encrypts connections, or has them encrypted

	// What all of it is there for, as a measure that a server takes; "" for no such measure.
	Protects Role

	Store string // what it keeps values in: redis, database, cache, memory

	// The end of the import paths of packages that load settings when they are imported, such as
	// those of a library and its forks.
	LoadsOnImport string

	// What it loads it sets in the environment, for all that reads that.
	SetsEnvironment bool

	// The settings file that it reads where a program names none.
	SettingsFile string

	// It takes the format of a settings file from its end, unless a call says the [Syntax].
	SettingsByEnd bool

	// What it fills without a tag is read from the environment, under the name of the field.
	FieldNames bool

	own bool // people added it
}

// Sig is a parsed row.
type Sig struct {
	Verb     Verb
	Name     string // name within the package: Func, Type.Method, Type.Field, Variable
	Recv     Role
	Args     []Role
	Variadic bool // the last of Args stands for all further arguments
	Results  []Role
	Size     int // length of a source in bytes, bits of a curve, 0 where it varies
	Method   bool
	Func     bool // function or method, as opposed to field and variable

	scale, per int // see Encoded; 0 where the length of the result is not said
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

// Result returns the role of result i, [None] where there is none. The role of a field or variable
// is its result 0.
func (s *Sig) Result(i int) Role {
	if i < len(s.Results) {
		return s.Results[i]
	}
	return None
}

// Means reports whether there is a row, with the verb, and its result 0 has the role.
func (s *Sig) Means(v Verb, r Role) bool {
	return s != nil && s.Verb == v && s.Result(0) == r
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
	rest, length, sized := strings.Cut(rest, "[")
	if sized && !s.length(strings.TrimSuffix(length, "]")) {
		return nil, false
	}
	s.Results = roles(rest)
	return s, true
}

// length reads what a signature says of the length of its result, 26, or 4n/3 of n bytes, and
// reports whether it says one.
func (s *Sig) length(text string) bool {
	scale, per, ofArg := strings.Cut(text, "n")
	if !ofArg {
		return count(text, &s.Size)
	}
	s.scale, s.per = 1, 1
	return (scale == "" || count(scale, &s.scale)) && (per == "" || count(strings.TrimPrefix(per, "/"), &s.per))
}

// count reads a number of bytes, and reports whether it is one above zero that a value can have.
func count(text string, n *int) bool {
	v, err := strconv.ParseUint(text, 10, 16)
	*n = int(v)
	return err == nil && v > 0
}

// Encoded returns how many bytes the call makes of n bytes, whole groups where it works on groups
// as base64 does (RFC 4648 section 4), -1 where the row does not say.
func (s *Sig) Encoded(n int) int {
	if s.per == 0 {
		return -1
	}
	return (n + s.per - 1) / s.per * s.scale
}

// cutAny splits a signature after its name: at the parenthesis of a call or at the space before a
// field's role.
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
