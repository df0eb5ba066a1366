package audit

import (
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file says what entries show of the items of the checklist.

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

// renews reports whether an entry stands in a function that exchanges: its own name says so, not that
// of the type whose method it is.
func renews(e inventory.Entry) bool {
	return inventory.Renews(e.Function[strings.LastIndex(e.Function, ".")+1:])
}

// refreshes shows that refresh tokens are issued, and that the old one is retired.
func refreshes(entries []inventory.Entry) []Evidence {
	var out []Evidence
	retired := false
	for _, e := range entries {
		switch {
		case e.Kind == inventory.Issue &&
			(e.Purpose == inventory.Refresh || e.Purpose == inventory.Both):
			out = append(out, evidence(e, "refresh token is issued"))
		case e.Kind == inventory.Revoke && renews(e),
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

// entryEnds says that the entry of a deny list has an end, or that those that have ended are taken out.
func entryEnds(e inventory.Entry) string {
	switch {
	case e.Kind == inventory.Measure:
		return measured("deny-list-expiry", "takes out what has expired")(e)
	case e.Kind != inventory.Revoke:
	case e.Life > 0:
		return "entry is kept for " + e.Life.String()
	case e.Expires == inventory.Yes:
		return "entry has an end"
	}
	return ""
}

// overHTTPS says that a token is sent over HTTPS, or that the program listens with TLS. A program
// that answers the same without TLS, where that is not set up, shows a part of it, unless it sends
// those who ask without TLS elsewhere.
func overHTTPS(entries []inventory.Entry) []Evidence {
	var out []Evidence
	listens := measured("redirect", "redirects to HTTPS", "tls-listener", "listens with TLS",
		"tls-optional", "listens with TLS or without")
	redirects := slices.ContainsFunc(entries, func(e inventory.Entry) bool {
		return e.Kind == inventory.Measure && e.Name == "redirect"
	})
	for _, e := range entries {
		text, shows := listens(e), Whole
		if e.Kind == inventory.Send && e.Medium == inventory.HTTPS {
			text = e.Title()
		} else if e.Name == "tls-optional" && !redirects {
			shows = Part
		}
		if text != "" {
			out = append(out, evidence(e, text).as(shows))
		}
	}
	return out
}

// guardedCookie says that a cookie has the attributes that keep its token, which lets a user in.
func guardedCookie(e inventory.Entry) string {
	if e.Kind != inventory.Cookie || e.Purpose == inventory.Other ||
		e.HTTPOnly != inventory.Yes || e.Secure == inventory.No {
		return ""
	}
	text := strings.TrimSpace("cookie "+e.Name) + " is HttpOnly"
	if e.Secure == inventory.Yes {
		text += " and Secure"
	}
	return text
}

// againstCSRF says what there is against requests of other sites: a cookie is not sent with them, or
// they are told apart. A cookie that is sent with them, where nothing is, shows the opposite.
func againstCSRF(entries []inventory.Entry) []Evidence {
	var out []Evidence
	defends := measured("csrf", "defends against CSRF")
	defended := slices.ContainsFunc(entries, func(e inventory.Entry) bool { return defends(e) != "" })
	for _, e := range entries {
		text, shows := defends(e), Whole
		if e.Kind == inventory.Cookie && e.Purpose != inventory.Other &&
			(e.SameSite == "Strict" || e.SameSite == "Lax" || e.SameSite == "None" && !defended) {
			text = strings.TrimSpace("cookie "+e.Name) + " is SameSite=" + e.SameSite
			if e.SameSite == "None" {
				shows = Opposite
			}
		}
		if text != "" {
			out = append(out, evidence(e, text).as(shows))
		}
	}
	return out
}

// validates says what verifications look at. One that does not look at all, as far as its package
// shows, is a part of it.
func validates(entries []inventory.Entry) []Evidence {
	var out []Evidence
	for _, e := range entries {
		looks := e.Pinned == inventory.Yes || e.Expires == inventory.Yes
		if e.Kind != inventory.Verify || e.Library == "" || !looks {
			continue
		}
		var seen, missing []string
		see := func(k inventory.Known, what, text string) {
			if k == inventory.Yes {
				seen = append(seen, text)
			} else {
				missing = append(missing, what)
			}
		}
		pinned := "algorithm pinned"
		if len(e.Algorithms) > 0 {
			pinned = "accepts " + strings.Join(e.Algorithms, ", ")
		}
		see(e.Pinned, "algorithm", pinned)
		see(e.Expires, "expiration", "expiration checked")
		see(e.Issuer, "issuer", "issuer checked")
		see(e.Audience, "audience", "audience checked")
		if len(missing) == 0 {
			out = append(out, evidence(e, strings.Join(seen, ", ")))
		} else {
			out = append(out, evidence(e, strings.Join(seen, ", ")+"; check not seen of "+
				strings.Join(missing, ", ")).as(Part))
		}
	}
	return out
}

// logged says what of refused tokens and logins is logged. A log of requests may have the tokens that
// are read from their addresses.
func logged(entries []inventory.Entry) []Evidence {
	var out []Evidence
	requests := measured("access-log", "logs requests")
	var query []inventory.Entry
	for _, e := range entries {
		if text := measured("failure-log", "logs what is refused")(e); text != "" {
			out = append(out, evidence(e, text))
		} else if e.Kind == inventory.Read && e.Medium == inventory.Query {
			query = append(query, e)
		}
	}
	for _, e := range entries {
		text := requests(e)
		if text == "" {
			continue
		}
		shows := Whole
		if len(query) > 0 {
			text += ", and the tokens in their addresses unless it leaves those out: query " + query[0].Name
			shows = Part
		}
		out = append(out, evidence(e, text).as(shows))
	}
	return out
}
