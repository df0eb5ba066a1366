package gocmd

import (
	"fmt"
	"strings"
)

// remedy says what to do where what the go command says has a part. What it says
// from until on is left out.
type remedy struct{ part, until, advice string }

const (
	modTidy     = `run "go mod tidy"`
	unreachable = `if the module is private, set GOPRIVATE and its credentials ("go help private"), ` +
		`then run "go mod download"`
	embedding = "build what it embeds, or put a file there"
)

// remedies are looked through in order.
var remedies = []remedy{
	{"(running go", "",
		"install that Go, or set GOTOOLCHAIN=auto so that the go command fetches it"},
	{"checksum mismatch", " SECURITY ERROR",
		`restore go.sum from version control; "go clean -modcache" removes a damaged download`},
	{"malformed go.sum", "",
		`restore go.sum from version control, or remove it and run "go mod tidy"`},
	{MissingSum, "", modTidy},
	{"inconsistent vendoring", ": ", `run "go mod vendor"`},
	{"listed in go.work file: open ", "", "restore the module, or take it out of go.work"},
	{"-mod=vendor", "", `run "go mod vendor"`},
	{"disabled by GOPROXY=off", "", `run "go mod download" with a GOPROXY that has the module`},
	{"unrecognized import path", "", unreachable},
	{": reading http", "", unreachable},
	{"dial tcp", "", unreachable},
	{"terminal prompts disabled", "", unreachable},
	{"git ls-remote", "", unreachable},
	{NoMatch, "", embedding},
	{NoneIn, "", embedding},
}

// MissingSum begins what the go command says of a module that go.sum does not have.
const MissingSum = "missing go.sum entry"

// What the go command says of a pattern of a go:embed directive, after the pattern.
const (
	NoMatch = ": no matching files found"
	NoneIn  = ": contains no embeddable files"
)

// Advise splits what the go command says into what is wrong, in one line, and what to do.
func Advise(text string) (message, advice string) {
	line := OneLine(text)
	for _, sep := range []string{"; to add it: ", "; to add: ", "; to update it: "} {
		if what, todo, ok := strings.Cut(line, sep); ok {
			line, advice = what, fmt.Sprintf("run %q", todo)
			break
		}
	}
	for _, r := range remedies {
		if strings.Contains(line, r.part) {
			if r.until != "" {
				line, _, _ = strings.Cut(line, r.until)
			}
			return line, r.advice
		}
	}
	return line, advice
}

// OneLine joins the lines of a text.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
