// Package help says what a command line can have: to people in texts, to the completion of shells in
// words.
package help

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/formats"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/manual"
)

const intro = `jwtvet is a security linter (static analysis) for JSON Web Tokens in Go. It reports insecure keys, lifetimes, verification,
logging, transport and storage of tokens.

	jwtvet [flags] [packages]    analyse packages, ./... when none are named
	jwtvet audit [packages]      inventory of what handles tokens, and a checklist for reviewers
	jwtvet demo                  analyse a small vulnerable service that comes with the program
	jwtvet baseline write        list the reports that there are: -baseline hides them; prune, show
	jwtvet init                  write a commented .jwtvet.yml next to go.mod
	jwtvet config check          say whether the settings of the module are valid; show, schema
	jwtvet gopls install         build a gopls that shows the reports in editors; -o file says where it goes
	jwtvet gopls check           say whether that gopls is current: exit code 0 or 1
	jwtvet help [name]           this text, or the documentation of a command, an analyzer or a category
	jwtvet list                  all analyzers and categories; -json
	jwtvet explain name          all about a category or analyzer: attack, bad and good code, references; -json
	jwtvet completion shell      script that completes command lines: bash, zsh, fish
	jwtvet version               version of the program; -json

Flags:
`

const forms = `
Formats:
`

const each = `
Flags for each analyzer NAME below:
	-NAME                      run only this analyzer and others selected this way; =false skips it
`

const outro = `
The file .jwtvet.yml next to go.mod, above it in the repository, or next to go.work, sets the same as flags such as -disable,
-profile and -severity for everyone who runs jwtvet there, and what holds for some paths only; flags override it. Build flags other than -tags are taken from GOFLAGS. As a tool of go vet: go vet -vettool=$(which jwtvet) ./...

Exit codes:
	0  nothing to report, or nothing that -fail-on counts
	1  reports
	2  wrong usage or environment: nothing was analysed, or the output cannot be written
	3  packages that could not be loaded, compiled or analysed, or not by every analyzer; everything else was analysed
	129, 130, 143  ended by a hangup, by Ctrl-C, by kill or timeout: nothing is shown

Analyzers and their categories:
`

// commands are the texts about commands.
var commands = map[string]string{
	"audit": `jwtvet audit [flags] [packages]    inventory of what handles tokens, and a checklist for reviewers

The inventory names each place that issues, verifies, reads, sends or revokes a token, with algorithm, lifetime, source of the
key, checks and cookie attributes as far as the source says. Each item of the checklist is evidenced by such places,
contradicted by reports (with those of -strict and -advice), or not seen. An audit gives no verdict: the exit code is 0, 2 for wrong usage, and 3 where
packages were not analysed.

Flags, and those of jwtvet that choose packages and settings:
	-format list    text, json, markdown, html; NAME=FILE writes into a file
	-json           the same as -format json
	-diff revision  show what has changed since the revision: a new issuer, a longer lifetime, a check or a cookie attribute that is gone
`,
	"gopls": `jwtvet gopls install    build a gopls that shows the reports in editors
jwtvet gopls check      say whether that gopls is current: exit code 0 or 1

Flags:
	-o file    where the gopls is, for another location than its own
`,
	"init": `jwtvet init [-C dir]    write a .jwtvet.yml next to go.mod that has every setting as a comment

A file that is there is left alone.
`,
	"config": `jwtvet config check [flags]    say whether the settings of the module are valid: exit code 0 or 2
jwtvet config show [flags]     write the settings that hold, with those of flags, as a file
jwtvet config schema           write the JSON Schema of .jwtvet.yml, for editors

The flags are those of jwtvet.
`,
	"baseline": `jwtvet baseline write [flags]    list all reports of the module in a file
jwtvet baseline prune [flags]    take out of the file what is no longer reported
jwtvet baseline show [flags]     show what is in the file

jwtvet -baseline file hides what the file lists, says how many that are, and counts the rest only. A report is the same when
lines move, files are renamed, or code around it changes; not when the reported code or the name of its function does.

Flags, and those of jwtvet, except -format and -json:
	-baseline file    the file, .jwtvet-baseline.yml next to go.mod when not given
`,
	"explain": `jwtvet explain name [-json]    all about a category or an analyzer

What is reported, how it is attacked, bad and good code for each library, how to fix it, when jwtvet is silent, references,
and how to ignore it. "jwtvet list" has the names, docs/agents.md the form of the JSON.
`,
	"list": `jwtvet list [-json]    all analyzers and categories, with their severities

Those with a flag behind their title are reported with that flag only.
`,
	"version": `jwtvet version [-json]    version of the program, and of the Go that built it

The JSON has the revision of the source too, and the version of the gopls that it builds.
`,
	"completion": `jwtvet completion bash    source <(jwtvet completion bash) in ~/.bashrc
jwtvet completion zsh     source <(jwtvet completion zsh) in ~/.zshrc, behind compinit
jwtvet completion fish    jwtvet completion fish > ~/.config/fish/completions/jwtvet.fish
`,
	"demo": `jwtvet demo [flags]    analyse a small vulnerable service that comes with the program

It takes the flags of jwtvet except -C, and no packages. "jwtvet help" lists them.
`,
}

// Asked reports whether a flag among the arguments asks for help, wherever it stands.
func Asked(args []string) bool {
	return slices.ContainsFunc(args,
		func(a string) bool { return a == "-h" || a == "-help" || a == "--h" || a == "--help" })
}

// Command returns the text about a command, "" where none has the name.
func Command(name string) string { return commands[name] }

// Write writes the help text. Flags are those of the program.
func Write(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprint(w, intro)
	writeFlags(w, flags)
	fmt.Fprint(w, outro)
	for _, a := range analyzers.All {
		about(w, a, "")
	}
}

// About writes what there is to know about a command, an analyzer or a category. It reports whether
// one has the name.
func About(w io.Writer, name string) (found bool) {
	if text := commands[name]; text != "" {
		fmt.Fprint(w, text)
		return true
	}
	for _, a := range analyzers.All {
		found = about(w, a, name) || found
	}
	if other := manual.Find(name); !found && other != nil {
		return manual.Explain(w, other, name) == nil
	}
	return found
}

// writeFlags lists the flags of the program, and those of an analyzer once for all that have them.
func writeFlags(w io.Writer, flags *flag.FlagSet) {
	line := func(name string, f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			value = ""
		}
		fmt.Fprintf(w, "\t%-26s %s\n", strings.TrimSpace("-"+name+" "+value), usage)
	}
	of := map[string]bool{}
	for _, a := range analyzers.All {
		of[a.Name] = true
		a.Flags.VisitAll(func(f *flag.Flag) { of[a.Name+"."+f.Name] = true })
	}
	flags.VisitAll(func(f *flag.Flag) {
		if !of[f.Name] && f.Usage != "" {
			line(f.Name, f)
		}
	})
	fmt.Fprint(w, forms)
	for _, f := range formats.All {
		fmt.Fprintf(w, "\t%-26s %s\n", f.Name, f.Usage)
	}
	fmt.Fprint(w, each)
	seen := map[string]bool{}
	for _, a := range analyzers.All {
		a.Flags.VisitAll(func(f *flag.Flag) {
			if !seen[f.Name] {
				line("NAME."+f.Name, f)
			}
			seen[f.Name] = true
		})
	}
}

// about writes what an analyzer is about and its categories, all of them when name is empty
// or the analyzer's, or the whole text of the category that has the name. It reports
// whether it wrote anything.
func about(w io.Writer, a *analysis.Analyzer, name string) (found bool) {
	if name == "" || name == a.Name {
		intro, _, _ := strings.Cut(a.Doc, "\n# ")
		summary, rest, _ := strings.Cut(intro, "\n")
		fmt.Fprintf(w, "\n%s: %s\n", a.Name, summary)
		if rest = strings.TrimSpace(rest); rest != "" && name != "" {
			fmt.Fprintf(w, "\n%s\n\n", rest)
		}
		found = true
	}
	for _, cat := range analyzers.Categories(a.Name) {
		switch {
		case found:
			fmt.Fprintf(w, "\t%-22s %-9s %s\n", cat.ID, cat.Severity, Title(cat))
		case cat.ID == name:
			fmt.Fprintf(w, "%s: %s\n%s\n\nTo fix: %s.\n\n%s\n",
				cat.ID, cat.Title, Rules(cat), cat.Fix, analyzers.Text(a, name))
			return true
		}
	}
	return found
}

// Title says what a category reports, and with which flag only.
func Title(c analyzers.Category) string {
	if f := c.Flag(); f != "" {
		return c.Title + " (" + f + ")"
	}
	return c.Title
}

// Rules names the severity of a category and the rules that it stands for.
func Rules(c analyzers.Category) string {
	var cwe []string
	for _, n := range c.CWE {
		cwe = append(cwe, fmt.Sprintf("CWE-%d", n))
	}
	severity := string(c.Severity)
	if f := c.Flag(); f != "" {
		severity += ", with " + f
	}
	return fmt.Sprintf("%s; %s; %s; OWASP ASVS 5.0 %s",
		severity, strings.Join(cwe, ", "), c.RFC, c.ASVS)
}
