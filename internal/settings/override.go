package settings

// This file knows what holds for some paths only:
//
//	overrides:
//	  - paths: [internal/legacy, "**/examples"]
//	    disable: [long-expiry]
//	    severities: {hardcoded-secret: low}

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v3"
)

// Override is what holds for some paths only.
type Override struct {
	// Folders and files, from the folder of the settings: each stands for all that is below it, a *
	// for anything but a slash, ** for folders.
	Paths      []string          `json:"paths"`
	Disable    []string          `json:"disable"`
	Severities map[string]string `json:"severities"`
}

// paths is the key of what an override is about.
var paths = Key{Name: "paths"}

// overrides reads all of them.
func overrides(n *yaml.Node) (out []Override, err error) {
	if isNull(n) {
		return nil, nil
	}
	if n.Kind != yaml.SequenceNode {
		return nil, wrong(n, "overrides must be a list, each with paths")
	}
	for _, c := range n.Content {
		values, err := members(c, "an override", []string{"paths", "disable", "severities"})
		if err != nil {
			return nil, err
		}
		var o Override
		if v := values["paths"]; v != nil {
			if o.Paths, err = paths.list(v); err != nil {
				return nil, err
			}
			for i, p := range o.Paths {
				if !valid(p) {
					return nil, wrong(v.Content[i], "overrides: %q is no path below this folder", p)
				}
			}
		}
		if v := values["disable"]; v != nil {
			if o.Disable, err = Find("disable").list(v); err != nil {
				return nil, err
			}
		}
		if v := values["severities"]; v != nil {
			if o.Severities, err = Find("severities").pairs(v); err != nil {
				return nil, err
			}
		}
		if len(o.Paths) == 0 {
			return nil, wrong(c, "overrides: one has no paths: say where it holds")
		}
		out = append(out, o)
	}
	return out, nil
}

// valid reports whether a pattern can match a path below a folder. Alternatives, as in {a,b}, are
// left out: a row of them takes exponential time, and the settings may be those of a stranger.
func valid(pattern string) bool {
	if pattern == "" || strings.HasPrefix(pattern, "/") || strings.ContainsAny(pattern, `\{`) {
		return false
	}
	segments := strings.Split(within(pattern), "/")
	return !slices.Contains(segments, "..") && !slices.Contains(segments, "") &&
		doublestar.ValidatePattern(within(pattern))
}

// covers reports whether a pattern matches a path, or a folder that it is in.
func covers(pattern, file string) bool {
	pattern = within(pattern)
	return doublestar.MatchUnvalidated(pattern, file) ||
		doublestar.MatchUnvalidated(pattern+"/**", file)
}

// within returns a pattern without what does not change its meaning: ./internal/ is internal.
func within(pattern string) string {
	return strings.Trim(strings.TrimPrefix(pattern, "./"), "/")
}
