package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gopls"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/help"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/manual"
	"github.com/jwtvet/jwtvet/internal/nearest"
)

// words takes the flag -json out of the arguments of a command, which may stand anywhere, and
// returns the others.
func words(command string, args []string) (names []string, asJSON bool, err error) {
	for _, arg := range args {
		switch {
		case arg == "-json" || arg == "--json":
			asJSON = true
		case strings.HasPrefix(arg, "-"):
			return nil, false, fmt.Errorf("%s takes the flag -json and no other: leave %s out",
				command, arg)
		default:
			names = append(names, arg)
		}
	}
	return names, asJSON, nil
}

// help writes the help text, or what it knows about a command, an analyzer or a category.
func (c *Command) help(args []string) int {
	if len(args) == 0 {
		help.Write(c.Stdout, new(options).set())
	} else if !help.About(c.Stdout, args[0]) {
		return c.fail(fmt.Errorf(
			`no command, analyzer or category is called %q; "jwtvet help" lists them`, args[0]))
	}
	return Clean
}

// explain says all that is known of a category, or of an analyzer.
func (c *Command) explain(args []string) int {
	names, asJSON, err := words("explain", args)
	if err == nil && len(names) != 1 {
		err = fmt.Errorf(`explain takes the name of one category or analyzer: "jwtvet list" has them`)
	}
	if err != nil {
		return c.fail(err)
	}
	found := manual.Find(names[0])
	switch {
	case found == nil:
		return c.fail(fmt.Errorf("no category or analyzer is called %q%s", names[0],
			nearest.Hint(names[0], `; "jwtvet list" has them`, manual.Names()...)))
	case asJSON:
		err = manual.WriteJSON(c.Stdout, []manual.Analyzer{*found})
	default:
		err = manual.Explain(c.Stdout, found, names[0])
	}
	return c.wrote(err)
}

// list lists analyzers and categories.
func (c *Command) list(args []string) int {
	names, asJSON, err := words("list", args)
	if err == nil && len(names) > 0 {
		err = fmt.Errorf("list takes no names: leave %s out", names[0])
	}
	switch {
	case err != nil:
		return c.fail(err)
	case asJSON:
		err = manual.WriteJSON(c.Stdout, manual.All())
	default:
		err = manual.Write(c.Stdout, manual.All())
	}
	return c.wrote(err)
}

// build is what the program says of itself.
type build struct {
	Tool     string `json:"tool"`
	Version  string `json:"version"`
	Go       string `json:"go"` // that built it
	OS       string `json:"os"`
	Arch     string `json:"arch"`
	Revision string `json:"revision,omitempty"` // of the source
	Time     string `json:"time,omitempty"`     // of that revision
	Modified bool   `json:"modified,omitempty"` // the source was no longer that of the revision
	Gopls    string `json:"gopls"`              // that "jwtvet gopls install" builds
}

// version says which program this is.
func (c *Command) version(args []string) int {
	names, asJSON, err := words("version", args)
	if err == nil && len(names) > 0 {
		err = fmt.Errorf("version takes no names: leave %s out", names[0])
	}
	if err != nil {
		return c.fail(err)
	}
	if !asJSON {
		_, err := fmt.Fprintln(c.Stdout, "jwtvet "+version())
		return c.wrote(err)
	}
	b := build{
		Tool: "jwtvet", Version: release(), Go: runtime.Version(),
		OS: runtime.GOOS, Arch: runtime.GOARCH, Gopls: gopls.Version,
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Revision = s.Value
			case "vcs.time":
				b.Time = s.Value
			case "vcs.modified":
				b.Modified = s.Value == "true"
			}
		}
	}
	enc := json.NewEncoder(c.Stdout)
	enc.SetIndent("", "\t")
	return c.wrote(enc.Encode(b))
}

// wrote returns the exit code of a command that writes to the standard output.
func (c *Command) wrote(err error) int {
	if err != nil {
		return c.fail(fmt.Errorf("cannot write the output: %w", err))
	}
	return Clean
}

// version returns the version of the module that the program was built from
// and the Go it was built with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "of unknown version"
	}
	return info.Main.Version + " built with " + info.GoVersion
}

// release returns the version of the module that the program was built from.
func release() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}
