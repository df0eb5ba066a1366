package cli

import (
	"flag"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
)

const intro = `jwtvet finds where a Go program makes, keeps, sends or believes a JSON Web Token in a way an attacker can use.

	jwtvet [flags] [packages]    analyse packages, ./... when none are named
	jwtvet demo                  analyse a small vulnerable service that comes with the program
	jwtvet help [name]           this text, or what an analyzer or a category is about
	jwtvet version

Flags:
`

const outro = `
Build flags other than -tags are taken from GOFLAGS. As a tool of go vet: go vet -vettool=$(which jwtvet) ./...

Exit codes:
	0  nothing to report
	1  reports
	2  wrong usage or surroundings: nothing was analysed
	3  packages that could not be loaded or compiled; all others were analysed

Analyzers and their categories:
`

// help writes the help text, or what it knows about one analyzer or category.
func (c *Command) help(args []string) int {
	if len(args) == 0 {
		fmt.Fprint(c.Stdout, intro)
		new(options).set().VisitAll(func(f *flag.Flag) {
			value, usage := flag.UnquoteUsage(f)
			if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
				value = ""
			}
			fmt.Fprintf(c.Stdout, "\t%-26s %s\n", strings.TrimSpace("-"+f.Name+" "+value), usage)
		})
		fmt.Fprint(c.Stdout, outro)
		for _, a := range analyzers.All {
			c.about(a.Name, "", a.Doc)
		}
		return Clean
	}
	found := false
	for _, a := range analyzers.All {
		found = c.about(a.Name, args[0], a.Doc) || found
	}
	if !found {
		return c.fail(fmt.Errorf(`no analyzer or category is called %q; "jwtvet help" lists them`, args[0]))
	}
	return Clean
}

// about writes an analyzer's document and categories: all of them when name is empty or the analyzer's, else the one
// that has the name. It reports whether it wrote anything.
func (c *Command) about(analyzer, name, doc string) (found bool) {
	summary, rest, _ := strings.Cut(doc, "\n")
	all := name == "" || name == analyzer
	if all {
		fmt.Fprintf(c.Stdout, "\n%s: %s\n", analyzer, summary)
		if rest = strings.TrimSpace(rest); rest != "" && name != "" {
			fmt.Fprintf(c.Stdout, "\n%s\n\n", rest)
		}
	}
	for _, cat := range analyzers.Categories(analyzer) {
		if all || cat.ID == name {
			fmt.Fprintf(c.Stdout, "\t%-22s %-9s %s\n", cat.ID, cat.Severity, cat.Title)
			found = true
		}
	}
	return found || all
}
