package origin

// This file names the kinds of sources:
//
//	"dev", os.Hostname(), time.Now(), rand.Int()         // Const, Host, Clock, Weak
//	r.FormValue("k"), os.ReadFile(p), os.Getenv("K")     // Request, File, Env
//	rand.Read(b), token.SignedString(k), &http.Server{}  // Random, Token, Object

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Kind is what sort of source a value has. Facts hold it as a number.
type Kind uint8

// Kinds, weakest secret first: joining two values makes the later one. The order is kept in
// facts.
const (
	Nothing Kind = iota // an empty or nil value
	Const               // written in the source
	Public              // a public key or certificate
	Host                // a name of a machine, user, process or program
	Clock               // the time
	Weak                // a predictable generator
	Request             // set by the client, who may be anyone
	Embed               // a file in the binary
	File                // a file read at run time
	Config              // a setting of a configuration library
	Flag                // a command line flag
	Env                 // an environment variable
	Store               // a service that keeps secrets
	Random              // a cryptographic generator
	Token               // a token as it is sent
	Object              // built here: a composite literal or a library's constructor
	Func                // a function
	Param               // a parameter whose callers are not known here
	Unknown             // not to be traced
)

var kindNames = [...]string{
	"nothing",
	"constant",
	"public key",
	"program, host or user name",
	"timestamp",
	"weak random number generator",
	"request",
	"embedded file",
	"file",
	"configuration",
	"flag",
	"environment",
	"secret store",
	"random generator",
	"token",
	"object",
	"function",
	"parameter",
	"unknown",
}

// String returns the name of a kind as messages use it.
func (k Kind) String() string { return kindNames[k] }

// External reports whether the operator sets the value, not the source code.
func (k Kind) External() bool {
	return k == Env || k == Config || k == Flag || k == File || k == Store
}

// Guessable reports whether an attacker can work the value out or choose it (CWE-330).
func (k Kind) Guessable() bool { return k == Host || k == Clock || k == Weak || k == Request }

// kindOf returns the kind of a source role, or other for roles that are none.
func kindOf(role model.Role, other Kind) Kind {
	if k, ok := kinds[role]; ok {
		return k
	}
	return other
}

// kinds maps the source roles of the model.
var kinds = map[model.Role]Kind{
	model.Env: Env, model.Config: Config, model.Flag: Flag, model.File: File, model.Store: Store,
	model.Random: Random, model.Weak: Weak, model.Clock: Clock, model.Host: Host,
	model.Request: Request, model.Query: Request, model.Route: Request, model.Posted: Request,
	model.Headers: Request, model.Jose: Request, model.Public: Public, model.Token: Token,
}
