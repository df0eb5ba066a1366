package audit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file says what entries show of the items of the checklist.

// usesKey reports whether an entry says where the key of tokens comes from.
func usesKey(e inventory.Entry) bool {
	return len(e.Keys) > 0 && (e.Kind == inventory.Issue || e.Kind == inventory.Verify ||
		e.Kind == inventory.Provide)
}

// keyFrom returns what says that all sources of a key are of one of the kinds.
func keyFrom(kinds ...string) func(inventory.Entry) string {
	return func(e inventory.Entry) string {
		if !usesKey(e) || slices.ContainsFunc(e.Keys, func(s inventory.Source) bool {
			return !slices.Contains(kinds, s.Kind)
		}) {
			return ""
		}
		return "key from " + words(e.Keys)
	}
}

func words(list []inventory.Source) string {
	var out []string
	for _, s := range list {
		out = append(out, s.String())
	}
	return strings.Join(out, " or ")
}

// rotates says that keys are fetched, several or chosen by the token's kid.
func rotates(e inventory.Entry) string {
	if e.Kind != inventory.Verify {
		return measured("key-rotation", "the token says which key verifies it")(e)
	}
	for _, s := range e.Keys {
		if s.Kind == "key set" {
			return "keys are fetched from a key set"
		} else if earlier.MatchString(s.Name) {
			return "key from " + words(e.Keys)
		}
	}
	return ""
}

// earlier matches the names of keys that were, or will be, in use.
var earlier = regexp.MustCompile(`(?i)prev|old|former|retired|secondary|next|rotat`)

// keyPerPurpose shows that access and other tokens are signed with keys of different names.
func keyPerPurpose(entries []inventory.Entry) []Evidence {
	if out := keyByPurpose(entries); out != nil {
		return out
	}
	return namedForPurposes(entries)
}

func keyByPurpose(entries []inventory.Entry) []Evidence {
	var out []Evidence
	of := map[inventory.Source]inventory.Purpose{}
	purposes := map[inventory.Purpose]bool{}
	for _, e := range entries {
		if e.Kind != inventory.Issue || e.Purpose == "" {
			continue
		}
		if len(e.Keys) != 1 || e.Keys[0].Name == "" || e.Purpose == inventory.Both {
			return nil
		}
		if p, known := of[e.Keys[0]]; known && p != e.Purpose {
			return nil
		}
		of[e.Keys[0]], purposes[e.Purpose] = e.Purpose, true
		out = append(out, evidence(e, string(e.Purpose)+" tokens: key from "+words(e.Keys)))
	}
	if len(purposes) < 2 {
		return nil
	}
	return out
}

// namedForPurposes shows keys whose names say that some are for refresh tokens and others are not.
func namedForPurposes(entries []inventory.Entry) []Evidence {
	var out []Evidence
	of := map[bool]bool{} // of refresh tokens, of others
	for _, e := range entries {
		if len(e.Keys) == 1 && e.Keys[0].Name != "" {
			of[strings.Contains(strings.ToLower(e.Keys[0].Name), "refresh")] = true
			out = append(out, evidence(e, "key from "+words(e.Keys)))
		}
	}
	if len(of) < 2 {
		return nil
	}
	return out
}

// noneCommitted shows that the sources of all keys are known and outside of the source.
func noneCommitted(entries []inventory.Entry) []Evidence {
	outside := keyFrom("environment", "configuration", "flag", "file", "key set",
		"secret store", "random generator", "public key")
	var out []Evidence
	for _, e := range entries {
		signs := e.Kind == inventory.Issue || e.Kind == inventory.Verify && e.Library != ""
		text := outside(e)
		if signs && text == "" {
			return nil
		}
		if signs {
			out = append(out, evidence(e, text))
		}
	}
	return out
}

const hour = inventory.Seconds(60 * 60)

// shortAccess says that an access token, or one of which nothing says what it is for, lives no longer
// than an hour.
func shortAccess(e inventory.Entry) string {
	of := e.Kind == inventory.Issue || e.Kind == inventory.Provide
	if of && (e.Purpose == inventory.Access || e.Purpose == "") && e.Life > 0 && e.Life <= hour {
		return strings.TrimSpace(string(e.Purpose)+" token lives ") + " " + e.Life.String()
	}
	return ""
}

// renewing matches the names of functions that exchange a refresh token for new tokens.
var renewing = regexp.MustCompile(`(?i)refresh|rotat|renew`)

// refreshes shows that refresh tokens are issued, and that the old one is retired.
func refreshes(entries []inventory.Entry) []Evidence {
	var out []Evidence
	retired := false
	for _, e := range entries {
		switch {
		case e.Kind == inventory.Issue &&
			(e.Purpose == inventory.Refresh || e.Purpose == inventory.Both):
			out = append(out, evidence(e, "refresh token is issued"))
		case e.Kind == inventory.Revoke && renewing.MatchString(e.Function),
			e.Kind == inventory.Measure && e.Name == "refresh-rotation":
			out = append(out, evidence(e, "the old refresh token is retired"))
			retired = true
		}
	}
	if !retired {
		return nil
	}
	return out
}

// revokes shows that tokens are revoked, and where a store is asked.
func revokes(entries []inventory.Entry) []Evidence {
	var out []Evidence
	kept := false
	for _, e := range entries {
		kept = kept || e.Kind == inventory.Revoke
		if e.Kind == inventory.Revoke || e.Kind == inventory.Consult {
			out = append(out, evidence(e, e.Title()))
		}
	}
	if !kept {
		return nil
	}
	return out
}

// entryEnds says that the entry of a deny list has an end.
func entryEnds(e inventory.Entry) string {
	switch {
	case e.Kind != inventory.Revoke:
	case e.Life > 0:
		return "entry is kept for " + e.Life.String()
	case e.Expires == inventory.Yes:
		return "entry has an end"
	}
	return ""
}

// overHTTPS says that a token is sent over HTTPS, or that the program listens with TLS.
func overHTTPS(e inventory.Entry) string {
	if e.Kind == inventory.Send && e.Medium == inventory.HTTPS {
		return e.Title()
	}
	return measured("redirect", "redirects to HTTPS", "tls-listener", "listens with TLS")(e)
}

// guardedCookie says that a cookie has the attributes that keep its token.
func guardedCookie(e inventory.Entry) string {
	if e.Kind != inventory.Cookie || e.HTTPOnly != inventory.Yes || e.Secure == inventory.No {
		return ""
	}
	text := strings.TrimSpace("cookie "+e.Name) + " is HttpOnly"
	if e.Secure == inventory.Yes {
		text += " and Secure"
	}
	return text
}

// againstCSRF says that a cookie is not sent with requests of other sites, or that those are told
// apart.
func againstCSRF(e inventory.Entry) string {
	if e.Kind == inventory.Cookie && (e.SameSite == "Strict" || e.SameSite == "Lax") {
		return strings.TrimSpace("cookie "+e.Name) + " is SameSite=" + e.SameSite
	}
	return measured("csrf", "defends against CSRF")(e)
}

// validates says that a verification pins the algorithm and checks the expiration.
func validates(e inventory.Entry) string {
	if e.Kind != inventory.Verify || e.Pinned != inventory.Yes || e.Expires != inventory.Yes {
		return ""
	}
	text := "algorithm pinned"
	if len(e.Algorithms) > 0 {
		text = "accepts " + strings.Join(e.Algorithms, ", ")
	}
	text += ", expiration checked"
	if e.Issuer == inventory.Yes {
		text += ", issuer checked"
	}
	if e.Audience == inventory.Yes {
		text += ", audience checked"
	}
	return text
}
