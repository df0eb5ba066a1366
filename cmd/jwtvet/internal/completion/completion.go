// Package completion completes command lines in shells. The script of a shell asks the program for
// what can follow, so that it never knows less than the program.
package completion

import (
	"embed"
	"slices"
	"strings"
)

//go:embed scripts
var scripts embed.FS

// Ask is the first argument of the program when a script asks it; the words of the command line
// follow, the last one as far as it is written.
const Ask = "_complete"

// Shells are those that have a script.
var Shells = []string{"bash", "zsh", "fish"}

// Script returns the script of a shell.
func Script(shell string) (string, bool) {
	if !slices.Contains(Shells, shell) {
		return "", false
	}
	data, err := scripts.ReadFile("scripts/" + shell)
	return string(data), err == nil
}

// Word is something that can follow.
type Word struct {
	Text  string
	Usage string
}

// Flag is a flag. What follows it is one of Values, or several with commas between them; the name of
// a file where there are none.
type Flag struct {
	Word
	Takes  bool // a value
	Values []Word
}

// Syntax is what a command line can have.
type Syntax struct {
	Commands []Word
	Words    func(command string) []Word // that can follow a command
	Flags    func(command string) []Flag // of a command; "" is the program itself
}

// Complete returns what can take the place of the last of the words.
func (s Syntax) Complete(words []string) []Word {
	words = joined(words)
	last, before := "", ""
	if n := len(words); n > 0 {
		last = words[n-1]
		words = words[:n-1]
	}
	if n := len(words); n > 0 {
		before = words[n-1]
	}
	command := ""
	if len(words) > 0 && slices.ContainsFunc(s.Commands,
		func(w Word) bool { return w.Text == words[0] }) {
		command = words[0]
	}
	flags := s.Flags(command)
	if name, value, ok := strings.Cut(last, "="); ok {
		return prefixed(listed(valuesOf(flags, name), value), name+"=")
	}
	if i := slices.IndexFunc(flags, func(f Flag) bool { return f.Text == dashed(before) }); i >= 0 &&
		flags[i].Takes {
		return listed(flags[i].Values, last)
	}
	var out []Word
	switch {
	case strings.HasPrefix(last, "-"):
		for _, f := range flags {
			out = append(out, f.Word)
		}
	case len(words) == 0:
		out = s.Commands
	case command != "" && (len(words) == 1 || strings.HasPrefix(before, "-")):
		out = s.Words(command)
	}
	return matching(out, last)
}

// joined puts together what a shell has taken apart: bash makes three words of -format=text.
func joined(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if n := len(out); words[i] == "=" && n > 0 {
			out[n-1] += "="
			if i+1 < len(words) {
				i++
				out[n-1] += words[i]
			}
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// dashed returns the name of a flag with one dash.
func dashed(name string) string {
	if strings.HasPrefix(name, "--") {
		return name[1:]
	}
	return name
}

func valuesOf(flags []Flag, name string) []Word {
	for _, f := range flags {
		if f.Text == dashed(name) {
			return f.Values
		}
	}
	return nil
}

// listed returns how a list with commas can go on.
func listed(values []Word, last string) []Word {
	head, tail := "", last
	if i := strings.LastIndexByte(last, ','); i >= 0 {
		head, tail = last[:i+1], last[i+1:]
	}
	return prefixed(matching(values, tail), head)
}

func prefixed(words []Word, head string) []Word {
	var out []Word
	for _, w := range words {
		out = append(out, Word{head + w.Text, w.Usage})
	}
	return out
}

// matching returns the words that begin with a text.
func matching(words []Word, text string) []Word {
	var out []Word
	for _, w := range words {
		if strings.HasPrefix(w.Text, text) {
			out = append(out, w)
		}
	}
	return out
}
