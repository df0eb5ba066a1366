package help

import (
	"flag"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/audit"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/completion"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/formats"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/manual"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Syntax returns what a command line can have. Flags returns those of a command; "" is the program
// itself.
func Syntax(flags func(command string) *flag.FlagSet) completion.Syntax {
	return completion.Syntax{
		Commands: commandWords, Words: followers,
		Flags: func(command string) []completion.Flag { return flagWords(command, flags(command)) },
	}
}

// commandWords are the commands.
var commandWords = []completion.Word{
	{Text: "audit", Usage: "inventory of what handles tokens, and a checklist"},
	{Text: "demo", Usage: "analyse a small vulnerable service"},
	{Text: "baseline", Usage: "write, prune or show the list of known reports"},
	{Text: "init", Usage: "write a commented .jwtvet.yml"},
	{Text: "config", Usage: "check or show the settings, or their schema"},
	{Text: "gopls", Usage: "build a gopls with the analyzers, or check it"},
	{Text: "list", Usage: "all analyzers and categories"},
	{Text: "explain", Usage: "all about a category or analyzer"},
	{Text: "help", Usage: "flags, commands, analyzers, categories"},
	{Text: "completion", Usage: "completion for a shell"},
	{Text: "version", Usage: "version of the program"},
}

// followers returns the words that can follow a command.
func followers(command string) []completion.Word {
	switch command {
	case "baseline":
		return []completion.Word{
			{Text: "write", Usage: "list all reports"},
			{Text: "prune", Usage: "take out what is no longer reported"},
			{Text: "show", Usage: "show what is listed"},
		}
	case "config":
		return []completion.Word{
			{Text: "check", Usage: "say whether the settings are valid"},
			{Text: "show", Usage: "show what holds"},
			{Text: "schema", Usage: "JSON Schema of the file"},
		}
	case "gopls":
		return []completion.Word{
			{Text: "install", Usage: "build it"}, {Text: "check", Usage: "say whether it is current"},
		}
	case "completion":
		var out []completion.Word
		for _, shell := range completion.Shells {
			out = append(out, completion.Word{Text: shell})
		}
		return out
	case "explain":
		return names()
	case "help":
		return append(names(), commandWords...)
	}
	return nil
}

// names returns the names of all analyzers and categories.
func names() []completion.Word {
	var out []completion.Word
	for _, a := range manual.All() {
		out = append(out, completion.Word{Text: a.Name, Usage: a.Summary})
		for _, c := range a.Categories {
			out = append(out, completion.Word{Text: c.ID, Usage: c.Title})
		}
	}
	return out
}

// flagWords returns the flags of a command.
func flagWords(command string, flags *flag.FlagSet) []completion.Flag {
	var out []completion.Flag
	switch command {
	case "list", "explain", "version":
		return append(out, completion.Flag{Word: completion.Word{Text: "-json"}})
	case "help", "completion":
		return nil
	case "gopls":
		word := completion.Word{Text: "-o", Usage: "where the gopls is"}
		return append(out, completion.Flag{Word: word, Takes: true})
	}
	flags.VisitAll(func(f *flag.Flag) {
		if f.Usage == "" {
			return
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		_, usage := flag.UnquoteUsage(f)
		out = append(out, completion.Flag{
			Word:  completion.Word{Text: "-" + f.Name, Usage: usage},
			Takes: !ok || !b.IsBoolFlag(), Values: values(command, f.Name),
		})
	})
	return out
}

// values returns the values that a flag of a command can have, nil for any.
func values(command, name string) []completion.Word {
	var out []completion.Word
	switch {
	case command == "audit" && name == "format":
		for _, f := range audit.All {
			out = append(out, completion.Word{Text: f.Name, Usage: f.Usage})
		}
	case command == "audit" && name == "diff":
	case name == "format":
		for _, f := range formats.All {
			out = append(out, completion.Word{Text: f.Name, Usage: f.Usage})
		}
	case name == "fix" || name == "diff":
		return append(out, completion.Word{Text: "all", Usage: "those too that need a decision"})
	case slices.Contains([]string{"disable", "skip", "only"}, name),
		strings.HasSuffix(name, ".disable"):
		return slices.DeleteFunc(names(), func(w completion.Word) bool {
			return w.Text == analyzers.UnresolvedModel || w.Text == "jwtvet"
		})
	}
	if k := settings.Find(name); k != nil && k.Words != nil {
		for _, w := range k.Words() {
			out = append(out, completion.Word{Text: w})
		}
	}
	return out
}
