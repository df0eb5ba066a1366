package settings

// This file knows what holds for some paths only:
//
//	overrides:
//	  - paths: [internal/legacy, "**/examples"]
//	    disable: [long-expiry]
//	    severities: {hardcoded-secret: low}

import (
	"path"
	"slices"
	"strings"

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

// segments returns the folders of a pattern.
func segments(pattern string) []string {
	return strings.Split(strings.Trim(strings.TrimPrefix(pattern, "./"), "/"), "/")
}

// valid reports whether a pattern can match a path below a folder.
func valid(pattern string) bool {
	if pattern == "" || strings.HasPrefix(pattern, "/") || strings.Contains(pattern, "\\") {
		return false
	}
	return !slices.ContainsFunc(segments(pattern), func(s string) bool {
		_, err := path.Match(s, "")
		return err != nil || s == ".." || s == ""
	})
}

// covers reports whether a pattern matches a path, or a folder that it is in.
func covers(pattern, file string) bool {
	return match(append(segments(pattern), "**"), strings.Split(file, "/"))
}

// match reports whether names match patterns, of which ** stands for any number of them. Behind a
// mismatch it goes on at the last ** only, which is enough.
func match(patterns, names []string) bool {
	p, n, star, from := 0, 0, -1, 0
	for n < len(names) {
		if p < len(patterns) && patterns[p] == "**" {
			star, from = p, n
			p++
			continue
		}
		if p < len(patterns) {
			if ok, _ := path.Match(patterns[p], names[n]); ok {
				p, n = p+1, n+1
				continue
			}
		}
		if star < 0 {
			return false
		}
		from++
		p, n = star+1, from
	}
	for p < len(patterns) && patterns[p] == "**" {
		p++
	}
	return p == len(patterns)
}
