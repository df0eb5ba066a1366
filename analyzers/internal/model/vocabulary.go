package model

import "slices"

// Verb says what a modelled call does. The row
//
//	{Sign, "(object *Token).SignedString(key) token"}
//
// has the verb Sign; its roles are object, key and token.
type Verb string

// The closed vocabulary of verbs.
const (
	Sign           Verb = "sign"           // makes a token: roles key, claims, object
	Verify         Verb = "verify"         // accepts a token after checking it: key, token, claims
	Decode         Verb = "decode"         // reads a token without checking it
	Encrypt        Verb = "encrypt"        // encrypts or decrypts tokens (RFC 7516): role key
	PinAlg         Verb = "pinalg"         // restricts the algorithms a verifier accepts
	Build          Verb = "build"          // makes an object to configure, sign or send later
	Hold           Verb = "hold"           // a field or variable that has a role
	Alg            Verb = "alg"            // a value that stands for an algorithm, its role
	Read           Verb = "read"           // a source: see the role of its result or argument
	Default        Verb = "default"        // sets the value that a later Read falls back to
	Fill           Verb = "fill"           // writes every field of what an argument points to
	Load           Verb = "load"           // loads environment or configuration for later reads
	Locate         Verb = "locate"         // says which settings files are loaded
	Pass           Verb = "pass"           // the result is made of the arguments in role from
	Pick           Verb = "pick"           // the result is what the receiver holds under a name
	Choose         Verb = "choose"         // the result is one of the arguments in role from
	Hash           Verb = "hash"           // the result is a digest of the arguments in role from
	Derive         Verb = "derive"         // Hash, slow: what passwords, and keys, are made into
	Mac            Verb = "mac"            // makes a digest with the key in role key
	Exit           Verb = "exit"           // does not return
	Require        Verb = "require"        // fails when the value in role from is empty
	Cookie         Verb = "cookie"         // a field or setter of a cookie
	Send           Verb = "send"           // sends a cookie; its results are the parts that it sets
	Cors           Verb = "cors"           // says which other origins may read answers
	Keep           Verb = "keep"           // puts a value into a session
	Put            Verb = "put"            // puts a value under a name into a query or form
	Attach         Verb = "attach"         // keeps a value by name or type, in a context or container
	Attached       Verb = "attached"       // the result is what Attach keeps by that name or type
	Log            Verb = "log"            // writes where operators read it
	Respond        Verb = "respond"        // writes what the sender of a request reads
	Redirect       Verb = "redirect"       // sends the browser to another address
	Listen         Verb = "listen"         // answers requests until the program ends
	Fetch          Verb = "fetch"          // sends a request, or says where to
	SetCredentials Verb = "setcredentials" // puts credentials into a request
	TokenEndpoint  Verb = "tokenendpoint"  // a field with the address of an OAuth token endpoint
	FetchKeys      Verb = "fetchkeys"      // fetches verification keys, or says where from
	Ship           Verb = "ship"           // hands files to browsers
	Script         Verb = "script"         // what a program in a browser does with the page
	TypeRole       Verb = "typerole"       // a type whose values have a role as a whole
	Header         Verb = "header"         // sets a header field of a request or an answer
	Remove         Verb = "remove"         // takes a header field out
	SkipClaims     Verb = "skipclaims"     // switches off checks of claims, or sets a leeway
	SkipSignature  Verb = "skipsignature"  // switches off the check of the signature
	Check          Verb = "check"          // checks claims, or says what must be in them
	Next           Verb = "next"           // hands a request to what handles it next
	Abort          Verb = "abort"          // keeps a request from what would handle it next
	Middleware     Verb = "middleware"     // a middleware that looks for a token
	ErrorVar       Verb = "errorvar"       // an error that says what is wrong with a token
	SQL            Verb = "sql"            // sends a statement to a database
	Claim          Verb = "claim"          // sets a claim, by name and value or by its role
	Time           Verb = "time"           // converts or adds times and durations, see the roles
	Remember       Verb = "remember"       // keeps a value under a name in a store, for a time
	Forget         Verb = "forget"         // takes a value out of a store
	Recall         Verb = "recall"         // asks a store for what it keeps under a name
	Command        Verb = "command"        // sends a store a command: its name and its arguments
	Protect        Verb = "protect"        // a measure for or around requests: its role
	Password       Verb = "password"       // compares a password with its digest: role found
)

// Role says what an argument, result, receiver or field is.
type Role string

// The closed vocabulary of roles. An algorithm's name (HS256, RS256, none ...) is a role too, see
// [Role.Algorithm].
const (
	None     Role = "_"
	Key      Role = "key"      // signing or verification key
	Keyfunc  Role = "keyfunc"  // function that returns the verification key
	Claims   Role = "claims"   // payload of a token
	Payload  Role = "payload"  // bytes that are signed, claims or not (RFC 7515)
	Token    Role = "token"    // a token as it is sent
	Object   Role = "object"   // a token, parser or payload as a Go value
	Signer   Role = "signer"   // what signs or verifies with a key of its own
	Method   Role = "method"   // the algorithm a token is signed with
	Methods  Role = "methods"  // the algorithms a verifier accepts
	Options  Role = "options"  // options that change what a call does
	Name     Role = "name"     // the name under which a source is read
	Fallback Role = "fallback" // the value of a source when nothing else is set
	Defaults Role = "defaults" // a map or struct of such values, by name
	Prefix   Role = "prefix"   // what the names of sources begin with
	Settings Role = "settings" // path of a settings file that is read
	Folder   Role = "folder"   // path of a folder in which a settings file is looked for
	Base     Role = "base"     // name of a settings file without its end
	Syntax   Role = "syntax"   // name of the format of a settings file
	From     Role = "from"     // what a result is made of
	Format   Role = "format"   // the pattern of a text, before its arguments
	Mask     Role = "mask"     // what is taken out of a text
	Filled   Role = "filled"   // pointer whose target is written
	Life     Role = "life"     // how long a token lives
	Refresh  Role = "refresh"  // how long a token can be renewed
	Required Role = "required" // true when an empty value is an error

	// Parts of a verification.
	Jose          Role = "jose"          // the header of a token (RFC 7515 section 4), unverified
	Valid         Role = "valid"         // true when a token is verified
	Audience      Role = "audience"      // whom a token must be for
	Issuer        Role = "issuer"        // whom a token must be from
	Skipped       Role = "skipped"       // true to leave a check out
	Enforced      Role = "enforced"      // false to leave a check out
	SignatureOnly Role = "signatureonly" // an error about the signature only, not the claims
	Leeway        Role = "leeway"        // how long after its expiration a token is accepted
	Expired       Role = "expired"       // a token's time is over
	Forged        Role = "forged"        // the signature of a token is wrong
	Tolerant      Role = "tolerant"      // a middleware: requests without a good token pass
	Strict        Role = "strict"        // a middleware that refuses them
	Handler       Role = "handler"       // what handles a request
	Status        Role = "status"        // status code of an answer (RFC 9110 section 15)
	Statement     Role = "statement"     // the text of a database statement
	Segment       Role = "segment"       // decoded base64, as in tokens (RFC 7515 section 7.1)
	Parts         Role = "parts"         // pieces between separators
	Between       Role = "between"       // a separator
	Before        Role = "before"        // the piece before the first separator
	After         Role = "after"         // what stands after it

	// Claims (RFC 7519 section 4.1), as what sets them names them.
	Exp Role = "exp"
	Nbf Role = "nbf"
	Iat Role = "iat"
	Aud Role = "aud"
	Iss Role = "iss"
	Sub Role = "sub"
	Jti Role = "jti"

	// Parts of a cookie (RFC 6265bis).
	Whole      Role = "whole"      // a cookie as a Go value
	Value      Role = "value"      // what it carries
	MaxAge     Role = "maxage"     // seconds until it is deleted, negative to delete it now
	Expires    Role = "expires"    // when it is deleted
	Secure     Role = "secure"     // sent over TLS only
	HTTPOnly   Role = "httponly"   // hidden from scripts
	SameSite   Role = "samesite"   // which requests of other sites carry it
	SameSecure Role = "samesecure" // SameSite, where the library makes a cookie with None secure
	SameLax    Role = "samelax"    // the same, where nothing set means Lax
	Path       Role = "path"       // which addresses get it
	Kept       Role = "kept"       // the values of a session
	Provider   Role = "provider"   // a function whose results a container hands to others, by type
	Sent       Role = "sent"       // true when a middleware sends its tokens as cookies
	Lookup     Role = "lookup"     // where a middleware looks for a token

	// Parts of a policy for other origins. Where a library answers a wildcard with a wildcard,
	// browsers send no cookies: such fields have no row.
	Origins     Role = "origins"     // true, or a function that says yes, for every origin
	Wildcards   Role = "wildcards"   // the origins, of which a star stands for any part
	Credentials Role = "credentials" // true when requests of other origins carry cookies

	// Sinks: where a value gets to.
	Logged             Role = "logged"             // printed as package fmt does it
	Encoded            Role = "encoded"            // written field by field, as by encoding/json
	Written            Role = "written"            // written to the writer of the call
	Writer             Role = "writer"             // where a call writes to
	Console            Role = "console"            // standard output or error
	Wrapped            Role = "wrapped"            // part of the text of an error
	Response           Role = "response"           // part of an answer
	Rendered           Role = "rendered"           // what a template of an answer can show
	Address            Role = "address"            // a URL
	Scheme             Role = "scheme"             // the protocol of a URL
	Hostname           Role = "hostname"           // the host of a URL
	Body               Role = "body"               // what a request brings besides its header
	Head               Role = "head"               // the header fields of a request
	Client             Role = "client"             // what sends a request
	Target             Role = "target"             // whom a gRPC client calls
	Bearer             Role = "bearer"             // a client or transport that adds a token itself
	Plaintext          Role = "plaintext"          // a connection without encryption
	InsecureSkipVerify Role = "insecureskipverify" // true when any certificate is accepted
	ListenAddress      Role = "listenaddress"      // the address that a server listens at
	TLS                Role = "tls"                // encrypts connections or says a proxy does

	// Parts of a store.
	TTL     Role = "ttl"     // how long an entry is kept, 0 forever
	KeptFor Role = "keptfor" // the same, where the store has a default for 0: -1 forever
	Missing Role = "missing" // an error says that nothing is kept
	Found   Role = "found"   // empty, zero or false where nothing is kept

	// Measures that a server takes for all that it answers. [TLS] is a redirect to HTTPS.
	Rate      Role = "rate"      // limits how often something may be asked for
	Hardened  Role = "hardened"  // header fields by which browsers protect their users
	Forgery   Role = "forgery"   // a defence against requests of other sites
	AccessLog Role = "accesslog" // logs each request with the status of its answer
	Counted   Role = "counted"   // counts what happens, for those who watch the program

	// Sources: where a value comes from.
	Env     Role = "env"
	Config  Role = "config"
	Flag    Role = "flag"
	File    Role = "file"
	Store   Role = "secretstore" // from a service that keeps secrets
	Random  Role = "random"      // from a cryptographic generator
	Weak    Role = "weak"        // from a generator an attacker can predict
	State   Role = "state"       // what an attacker must not predict (RFC 6749 section 10.12)
	Clock   Role = "clock"       // the current time, as an instant
	Host    Role = "host"        // names of machine, user or process
	Request Role = "request"     // under the control of who sends the request
	Query   Role = "query"       // the query of a request's URL
	Route   Role = "route"       // a piece of the path of a request's URL
	Posted  Role = "posted"      // the body of a request, and what is decoded from it
	Headers Role = "headers"     // a request as a whole, credentials and all
	Public  Role = "public"      // a public key or certificate

	// Quantities.
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

// Algorithms that RFC 7518 section 3.1 and RFC 8037 name, with the smallest HMAC key in bytes (RFC
// 7518 section 3.2).
var algorithms = map[Role]int{
	"HS256": 32, "HS384": 48, "HS512": 64,
	"RS256": 0, "RS384": 0, "RS512": 0, "PS256": 0, "PS384": 0, "PS512": 0,
	"ES256": 0, "ES384": 0, "ES512": 0, "EdDSA": 0, "none": 0,
}

// Algorithm reports whether the role is the name of a JWS algorithm.
func (r Role) Algorithm() bool { _, ok := algorithms[r]; return ok }

// MinKey returns the least number of bytes an HMAC key must have for the algorithm (RFC 7518
// section 3.2), 0 for others.
func (r Role) MinKey() int { return algorithms[r] }

// Claim reports whether the role is a claim that a call sets.
func (r Role) Claim() bool { return slices.Contains([]Role{Exp, Nbf, Iat, Aud, Iss, Sub, Jti}, r) }

// Source reports whether the role says where a value comes from.
func (r Role) Source() bool {
	return slices.Contains([]Role{
		Env, Config, Flag, File, Store, Random, Weak, Clock, Host, Request, Query, Route, Posted, Headers,
		Jose, Public,
	}, r)
}
