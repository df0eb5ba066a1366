package origin

import (
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Kind is where a value comes from.
type Kind uint8

// Kinds, weakest secret first: joining two values yields the later one. The order is kept in facts.
const (
	Nothing Kind = iota // an empty or nil value
	Const               // written in the source
	Public              // a public key or certificate
	Host                // a name of machine, user or process
	Clock               // the time
	Weak                // a predictable generator
	Request             // the sender of a request
	Embed               // a file in the binary
	File                // a file read at run time
	Config
	Flag
	Env
	Random // a cryptographic generator
	Token  // a token as it is sent
	Object // built here: a composite literal or a library's constructor
	Func   // a function
	Param  // a parameter whose callers are not known here
	Unknown
)

var kindNames = [...]string{"nothing", "constant", "public key", "host or user name", "timestamp", "weak random number generator", "request", "embedded file",
	"file", "configuration", "flag", "environment", "random generator", "token", "object", "function", "parameter", "unknown"}

func (k Kind) String() string { return kindNames[k] }

// External reports whether an operator, not the source, sets the value.
func (k Kind) External() bool {
	return k == Env || k == Config || k == Flag || k == File
}

// Guessable reports whether an attacker can work the value out.
func (k Kind) Guessable() bool { return k == Host || k == Clock || k == Weak || k == Request }

// kinds maps the source roles of the model.
var kinds = map[model.Role]Kind{
	model.Env: Env, model.Config: Config, model.Flag: Flag, model.File: File, model.Random: Random, model.Weak: Weak,
	model.Clock: Clock, model.Host: Host, model.Request: Request, model.Query: Request, model.Headers: Request, model.Jose: Request, model.Public: Public, model.Token: Token,
}
