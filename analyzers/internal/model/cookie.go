package model

// cookies lists how a cookie is made and handed to the browser.
var cookies = []Library{
	{Paths: []string{"github.com/beego/beego/v2/server/web/context"}, Rows: []Row{
		{Send, "(*Context).SetCookie(name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Send, "(*Context).SetSecureCookie(_, name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Send, "(*BeegoOutput).Cookie(name, value, maxage, path, _, secure, httponly, samesite...)"},
		{Header, "(*BeegoOutput).Header(name, value)"},
	}},
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{
		{Send, "(*Controller).SetSecureCookie(_, name, value, maxage, path, _, secure, httponly, samesite...)"},
	}},
}
