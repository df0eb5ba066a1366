package inventory

import "strings"

// Token names the tokens that an entry is about: "refresh token".
func (e Entry) Token() string {
	switch e.Purpose {
	case Other:
		return "token of another kind"
	case Both:
		return string(Both) + " tokens"
	}
	return strings.TrimSpace(string(e.Purpose) + " token")
}

// Title returns what an entry is about in a few words: "issues access token", "sends cookie
// refresh_token".
func (e Entry) Title() string {
	token := e.Token()
	switch e.Kind {
	case Issue:
		return "issues " + token
	case Provide:
		of := ""
		switch e.Purpose {
		case Access, Refresh:
			of = " of " + token + "s"
		case Other:
			of = " of tokens of another kind"
		}
		return "hands a " + either(len(e.Keys) > 0, "key", "lifetime") + of + " to " + e.Call
	case Verify:
		return "verifies " + token
	case Read:
		return "reads token from " + e.place()
	case Cookie:
		return strings.TrimSpace("sends cookie " + e.Name)
	case Revoke:
		return "revokes token in " + e.store()
	case Consult:
		return "asks " + e.store() + " about token"
	case Send:
		return "sends token " + either(e.place() == "", "in a request", "to "+e.place())
	case Measure:
		return e.Name
	}
	return string(e.Kind)
}

func (e Entry) store() string {
	switch e.Medium {
	case "":
		return "a store"
	case Behind:
		return "a store behind an interface"
	}
	return string(e.Medium)
}

func (e Entry) place() string { return strings.TrimSpace(string(e.Medium) + " " + e.Name) }

// Details returns what else is known of an entry, one thing in each text.
func (e Entry) Details() []string {
	var out []string
	add := func(text string) {
		if text != "" {
			out = append(out, text)
		}
	}
	if e.Call != "" && e.Kind != Provide {
		add("by " + e.Call)
	}
	if len(e.Algorithms) > 0 {
		add(either(e.Kind == Verify, "accepts ", "") + strings.Join(e.Algorithms, ", "))
	} else {
		add(said(e.Pinned, "algorithm pinned", "any algorithm"))
	}
	if len(e.Keys) > 0 {
		add("key from " + join(e.Keys))
	}
	add(e.lifetime())
	if e.Kind == Verify {
		add(said(e.Expires, "expiration checked", "expiration not checked"))
		add(said(e.Issuer, "issuer checked", "issuer not checked here"))
		add(said(e.Audience, "audience checked", "audience not checked here"))
		add(said(e.Revoked, "revocation checked", "revocation not checked"))
	}
	if len(e.Claims) > 0 {
		add("claims " + strings.Join(e.Claims, ", "))
	}
	if e.Kind == Cookie && e.Purpose == Other {
		add(e.Token())
	}
	add(said(e.Secure, "Secure", "not Secure"))
	add(said(e.HTTPOnly, "HttpOnly", "not HttpOnly"))
	if e.SameSite != "" {
		add("SameSite " + e.SameSite)
	}
	add(e.Detail)
	return out
}

// lifetime says how long the token lives, or what is kept of it.
func (e Entry) lifetime() string {
	verb := "lives "
	if e.Kind == Cookie || e.Kind == Revoke {
		verb = "kept for "
	}
	switch {
	case e.Life > 0:
		return verb + e.Life.String()
	case e.LifeFrom != nil:
		return "lifetime from " + e.LifeFrom.String()
	case e.Kind == Issue:
		return said(e.Expires, "", "never expires")
	}
	return ""
}

func said(k Known, yes, no string) string {
	switch k {
	case Yes:
		return yes
	case No:
		return no
	}
	return ""
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// join writes sources as a list.
func join(list []Source) string {
	var out []string
	for _, s := range list {
		out = append(out, s.String())
	}
	return strings.Join(out, " or ")
}
