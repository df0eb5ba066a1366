package audit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file says what entries show of the keys.

// usesKey reports whether an entry says what the origins of its JWT key are.
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

// keyOutside says that a key comes from outside of the program, if need be with one that it makes at
// random where nothing is set: that one is in no source either.
func keyOutside(e inventory.Entry) string {
	set := e
	set.Keys = slices.DeleteFunc(slices.Clone(e.Keys), func(s inventory.Source) bool {
		return s.Kind == "random generator" || s.Kind == "public key"
	})
	if keyFrom("environment", "configuration", "flag", "file", "key set", "secret store")(set) == "" {
		return ""
	}
	return "key from " + words(e.Keys)
}

// ofLogins returns what shows an item by entries one at a time. Where the program issues tokens that
// are not known to be of another kind, the keys of others say nothing of them: those of mail links, or
// those by which it proves to a provider who it is, and the key sets of providers.
func ofLogins(shows func(inventory.Entry) string) func([]inventory.Entry) []Evidence {
	return func(entries []inventory.Entry) []Evidence {
		var out []Evidence
		issues := slices.ContainsFunc(entries, func(e inventory.Entry) bool {
			return e.Kind == inventory.Issue && e.Purpose != inventory.Other
		})
		for _, e := range entries {
			foreign := e.Kind == inventory.Issue && e.Purpose == inventory.Other ||
				e.Kind == inventory.Verify && !slices.ContainsFunc(e.Keys, func(s inventory.Source) bool {
					return s.Kind != "key set"
				})
			if text := shows(e); text != "" && !(issues && foreign) {
				out = append(out, evidence(e, text))
			}
		}
		return out
	}
}

func words(list []inventory.Source) string {
	var out []string
	for _, s := range list {
		out = append(out, s.String())
	}
	return strings.Join(out, " or ")
}

// rotates says that keys are fetched, several or chosen by the token's kid. Where the program issues
// tokens that do not name their key, the keys that are fetched or chosen are those of others.
func rotates(entries []inventory.Entry) []Evidence {
	var out []Evidence
	issues, names := false, false
	for _, e := range entries {
		issues = issues || e.Kind == inventory.Issue
		names = names || e.Kind == inventory.Issue && e.Detail == inventory.NamesKey &&
			e.Purpose != inventory.Other
	}
	for _, e := range entries {
		if text := rotatesIn(e, names || !issues); text != "" {
			out = append(out, evidence(e, text))
		}
	}
	return out
}

// rotatesIn says what one entry shows of it; chosen says whether the program's own keys can be
// chosen.
func rotatesIn(e inventory.Entry, chosen bool) string {
	if e.Kind != inventory.Verify && chosen {
		return measured("key-rotation", "the token says which key verifies it")(e)
	} else if e.Kind != inventory.Verify {
		return ""
	}
	for _, s := range e.Keys {
		if s.Kind == "key set" && chosen {
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
		s := setting(e)
		if s.Name == "" || e.Purpose == inventory.Both {
			return nil
		}
		if p, known := of[s]; known && p != e.Purpose {
			return nil
		}
		of[s], purposes[e.Purpose] = e.Purpose, true
		out = append(out, evidence(e, string(e.Purpose)+" tokens: key from "+words(e.Keys)))
	}
	if len(purposes) < 2 {
		return nil
	}
	return out
}

// setting returns the one setting that a key comes from, with whatever stands in where it is not
// set; without a name where there is none, or several.
func setting(e inventory.Entry) (found inventory.Source) {
	for _, s := range e.Keys {
		if s.Name != "" && found.Name != "" {
			return inventory.Source{}
		} else if s.Name != "" {
			found = s
		}
	}
	return found
}

// namedForPurposes shows keys whose names say that some are for refresh tokens and others are not.
func namedForPurposes(entries []inventory.Entry) []Evidence {
	var out []Evidence
	of := map[bool]bool{} // of refresh tokens, of others
	for _, e := range entries {
		if s := setting(e); s.Name != "" {
			of[strings.Contains(strings.ToLower(s.Name), "refresh")] = true
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
