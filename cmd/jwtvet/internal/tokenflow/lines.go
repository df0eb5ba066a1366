package tokenflow

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file writes the lines of boxes.

// where names the function of an entry as its callers do.
func where(e inventory.Entry) string {
	return strings.Trim(path.Base(e.Package)+"."+e.Function, ".")
}

// about says how a token is made.
func about(algorithms []string, life string) string {
	return strings.Trim(strings.Join(algorithms, ", ")+" · "+life, " ·")
}

// store names what keeps revoked tokens.
func store(e inventory.Entry) string {
	switch e.Medium {
	case "":
		return "store of another package"
	case inventory.Behind:
		return "store behind an interface"
	}
	return string(e.Medium)
}

// key says where the key comes from; of several it names one.
func key(e inventory.Entry) string {
	switch n := len(e.Keys); n {
	case 0:
		return ""
	case 1:
		return "key: " + e.Keys[0].String()
	default:
		return fmt.Sprintf("keys: %s +%d", cmp.Or(e.Keys[0].Name, e.Keys[0].Kind), n-1)
	}
}

// accepted says which algorithms a verification accepts.
func accepted(e inventory.Entry) string {
	if len(e.Algorithms) == 0 && e.Pinned == inventory.No {
		return "any algorithm"
	}
	return strings.Join(e.Algorithms, ", ")
}

// checked says what a verification checks.
func checked(e inventory.Entry) string {
	var out []string
	for name, k := range map[string]inventory.Known{
		"1 exp": e.Expires, "2 iss": e.Issuer, "3 aud": e.Audience, "4 revocation": e.Revoked,
	} {
		if k == inventory.Yes {
			out = append(out, name)
		}
	}
	if slices.Sort(out); len(out) == 0 {
		return ""
	}
	for i := range out {
		out[i] = out[i][2:]
	}
	return "checks " + strings.Join(out, " ")
}

// flagsOf returns the attributes that all cookies of a part have.
func flagsOf(p part) string {
	secure, httpOnly, sameSite, cookies := true, true, "", 0
	for _, e := range p.entries {
		if e.Kind != inventory.Cookie {
			continue
		}
		secure = secure && e.Secure == inventory.Yes
		httpOnly = httpOnly && e.HTTPOnly == inventory.Yes
		if cookies++; cookies > 1 && sameSite != e.SameSite {
			e.SameSite = ""
		}
		sameSite = e.SameSite
	}
	var out []string
	if secure && cookies > 0 {
		out = append(out, "Secure")
	}
	if httpOnly && cookies > 0 {
		out = append(out, "HttpOnly")
	}
	if slices.Contains([]string{"Strict", "Lax", "None"}, sameSite) {
		out = append(out, sameSite)
	}
	return strings.Join(out, " · ")
}
