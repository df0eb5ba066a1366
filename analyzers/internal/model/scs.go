package model

// scs is alexedwards/scs, sessions of which the cookie holds only a name. New sets HttpOnly and
// SameSite Lax.
var scs = []Library{{
	Paths: []string{"github.com/alexedwards/scs/v2"},
	Rows: []Row{
		{Send, "New() httponly, samesite"},
		{Hold, "SessionManager.Cookie whole"},
		{Cookie, "SessionCookie.Path path"},
		{Cookie, "SessionCookie.Secure secure"},
		{Cookie, "SessionCookie.HttpOnly httponly"},
		{Cookie, "SessionCookie.SameSite samesite"},
		{Keep, "(*SessionManager).Put(_, name, value)"},
	},
}}
