// Package inventory has the types of an inventory: every place of a program that issues, verifies,
// reads, stores, revokes or sends a token, with what its source says of it. The analysis fills it,
// "jwtvet audit" shows it.
//
// An inventory gives no verdict. What is not known is left out, and nothing in it is a secret: of a
// key it has the kind of its source and the name of the setting.
package inventory

import "encoding/json"

// Kind says what is done with a token at a place.
type Kind string

// Kinds of entries, in the order in which an inventory shows them.
const (
	Issue   Kind = "issue"   // signs a token
	Provide Kind = "provide" // hands a key, or a life, to a function that signs or verifies
	Verify  Kind = "verify"  // checks a token before its claims are used
	Read    Kind = "read"    // takes a token out of a request
	Cookie  Kind = "cookie"  // sends a token to the browser as a cookie
	Revoke  Kind = "revoke"  // puts a token into a deny list, or takes it out of a store
	Consult Kind = "consult" // asks a store whether a token is revoked
	Send    Kind = "send"    // sends a request that carries a token
	Measure Kind = "measure" // protects what handles tokens: a rate limiter, a security header
)

// Kinds holds all of them in that order.
var Kinds = []Kind{Issue, Provide, Verify, Read, Cookie, Revoke, Consult, Send, Measure}

// Purpose is what a token is for, "" where that is not known.
type Purpose string

// Purposes.
const (
	Access  Purpose = "access"
	Refresh Purpose = "refresh"
	Both    Purpose = "access and refresh" // by one helper, for callers in other packages
	Other   Purpose = "other"              // mail links, API keys, invitations
)

// Entry is one place of an inventory.
type Entry struct {
	Kind     Kind     `json:"kind"`
	Package  string   `json:"package"`            // import path
	Function string   `json:"function,omitempty"` // Login, (*Server).Login; "" outside of functions
	Position Position `json:"position,omitzero"`
	Call     string   `json:"call,omitempty"`    // what is called there: SignedString, auth.NewService
	Library  string   `json:"library,omitempty"` // import path of what is called, where it is a library

	// Of a token that is issued, verified or sent as a cookie.
	Purpose    Purpose  `json:"purpose,omitempty"`
	Algorithms []string `json:"algorithms,omitempty"` // it is signed with, or that are accepted
	Keys       []Source `json:"keys,omitempty"`       // it is signed or verified with
	Claims     []string `json:"claims,omitempty"`     // names of the claims that are set
	Expires    Known    `json:"expires,omitzero"`     // it has an expiration; the expiration is checked
	Life       Seconds  `json:"life,omitempty"`       // how long it lives, or its cookie or entry is kept
	LifeFrom   *Source  `json:"life_from,omitempty"`  // where the life comes from, unless it is constant

	// Of a verification.
	Pinned   Known `json:"pinned,omitzero"`   // the accepted algorithms are restricted
	Issuer   Known `json:"issuer,omitzero"`   // iss is checked
	Audience Known `json:"audience,omitzero"` // aud is checked
	Revoked  Known `json:"revoked,omitzero"`  // a store is asked whether the token is revoked

	// Of where a token travels or is kept: the header, cookie, query parameter or setting that
	// holds it, the kind of store, the scheme and host of an address.
	Medium Medium `json:"medium,omitempty"`
	Name   string `json:"name,omitempty"` // of the cookie, header or parameter; of a measure

	// Of a cookie.
	Secure   Known  `json:"secure,omitzero"`
	HTTPOnly Known  `json:"http_only,omitzero"`
	SameSite string `json:"same_site,omitempty"` // Strict, Lax, None

	Detail string `json:"detail,omitempty"` // what else a reader wants to know, in a few words

	// What packages hand to each other, by the names of the parameters and fields that get it. The
	// audit joins them: an entry that takes what another one gives has its keys and life.
	Takes []string `json:"takes,omitempty"`
	Gives string   `json:"gives,omitempty"`
}

// NamesKey is the detail of a token that says which key it is signed with.
const NamesKey = "names its key (kid)"

// Medium is what a token travels by, or what keeps it.
type Medium string

// Media of kinds Read and Cookie, of Revoke and Consult, and of Send.
const (
	Header   Medium = "header"
	InCookie Medium = "cookie"
	Query    Medium = "query"
	Body     Medium = "body"
	Path     Medium = "path"

	Redis    Medium = "redis"
	Database Medium = "database"
	Cache    Medium = "cache"
	Memory   Medium = "memory"
	Behind   Medium = "interface" // of the program's own: which store it is, is not seen

	HTTPS Medium = "https"
	HTTP  Medium = "http"
)

// Source is where a key or a length of time comes from.
type Source struct {
	Kind string `json:"kind"`           // environment, configuration, file, random, constant, ...
	Name string `json:"name,omitempty"` // of the variable or setting: JWT_SECRET
}

// String returns the source in words.
func (s Source) String() string {
	if s.Name == "" {
		return s.Kind
	}
	return s.Kind + " " + s.Name
}

// Position is a place in a file. Line and column count from 1.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Encode returns an entry as the text of a diagnostic.
func (e Entry) Encode() (string, error) {
	data, err := json.Marshal(e)
	return string(data), err
}

// Decode reads the text of a diagnostic.
func Decode(text string) (e Entry, err error) {
	err = json.Unmarshal([]byte(text), &e)
	return e, err
}
