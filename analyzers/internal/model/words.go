package model

// This file lists the two vocabularies, for those who write rows of their own.

// Verbs holds all verbs.
var Verbs = []Verb{
	Sign, Verify, Encrypt, Decode, PinAlg, Build, Hold, Alg, Read, Default, Fill, Load, Locate,
	Pass, Pick, Choose, Hash, Derive, Mac, Exit, Require, Cookie, Send, Cors, Keep, Put, Attach, Attached,
	Log, Respond, Redirect, Listen, Fetch, SetCredentials, TokenEndpoint, FetchKeys, Ship, Script,
	TypeRole, Header, Remove, SkipClaims, SkipSignature, Check, Next, Abort, Middleware, ErrorVar,
	SQL, Claim, Time, Remember, Recall, Forget, Command, Protect,
	Password,
}

// Roles holds all roles but the names of algorithms, see [Role.Algorithm].
var Roles = []Role{
	None, Key, Keyfunc, Claims, Payload, Token, Object, Signer, Method, Methods, Options, Name, Fallback,
	Defaults, Prefix, Settings, Folder, Base, Syntax, From, Format, Mask, Filled, Life, Refresh, Required,
	Jose, Valid, Audience, Issuer, Skipped, Enforced, SignatureOnly, Leeway, Expired, Forged, Tolerant,
	Strict, Handler, Status, Statement, Segment, Parts, Between, Before, After, Exp, Nbf, Iat, Aud,
	Iss, Sub, Jti, Whole, Value, MaxAge, Expires, Secure, HTTPOnly, SameSite, SameSecure, SameLax,
	Path, Kept, Provider, Sent, Lookup, Origins, Wildcards, Credentials, Logged, Encoded, Written, Writer,
	Console, Wrapped, Response, Rendered, Address, Scheme, Hostname, Body, Head, Client, Target, Bearer,
	Plaintext, InsecureSkipVerify, ListenAddress, TLS, TTL, KeptFor, Missing, Found, Env, Config,
	Flag, File, Store, Random, Weak, State, Clock, Host, Request, Query, Route, Posted, Headers,
	Public, Bits, Curve, Instant, Duration, Seconds, Millis, Micros, Nanos, Minutes, Hours, Days,
	Months, Years, Text, Rate, Hardened, Forgery, AccessLog, Counted,
}
