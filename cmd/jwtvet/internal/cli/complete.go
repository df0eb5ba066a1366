package cli

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/completion"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/help"
)

// completion writes the script of a shell.
func (c *Command) completion(args []string) int {
	if len(args) == 1 {
		if script, ok := completion.Script(args[0]); ok {
			_, err := fmt.Fprint(c.Stdout, script)
			return c.wrote(err)
		}
	}
	return c.fail(errors.New("completion takes the name of a shell: " +
		strings.Join(completion.Shells, ", ")))
}

// complete answers such a script: a word and what it means in each line.
func (c *Command) complete(args []string) int {
	s := help.Syntax(func(command string) *flag.FlagSet {
		o := options{}
		if command == "audit" {
			o.audit = &auditing{}
		}
		return o.set()
	})
	for _, w := range s.Complete(args) {
		fmt.Fprintf(c.Stdout, "%s\t%s\n", w.Text, w.Usage)
	}
	return Clean
}
