package model

// commandLines lists what reads a command line, or gives a program commands of its own.
var commandLines = []Library{
	{Family: "flag", CLI: true},
	{Family: "github.com/spf13/pflag", CLI: true},
	{
		Paths: []string{"flag", "github.com/spf13/pflag"},
		Rows: []Row{
			{Read, "String(name, fallback, _) flag"},
			{Read, "StringP(name, _, fallback, _) flag"},
			{Read, "StringVar(flag, name, fallback, _)"},
			{Read, "StringVarP(flag, name, _, fallback, _)"},
			{Read, "Duration(name, fallback, _) flag"},
			{Read, "DurationVar(flag, name, fallback, _)"},
			{Read, "Int(name, fallback, _) flag"},
			{Read, "IntVar(flag, name, fallback, _)"},
			{Read, "(*FlagSet).String(name, fallback, _) flag"},
			{Read, "(*FlagSet).StringP(name, _, fallback, _) flag"},
			{Read, "(*FlagSet).StringVar(flag, name, fallback, _)"},
			{Read, "(*FlagSet).StringVarP(flag, name, _, fallback, _)"},
			{Read, "(*FlagSet).Duration(name, fallback, _) flag"},
			{Read, "(*FlagSet).DurationVar(flag, name, fallback, _)"},
			{Read, "(*FlagSet).Int(name, fallback, _) flag"},
			{Read, "(*FlagSet).IntVar(flag, name, fallback, _)"},
			{Read, "(*FlagSet).GetString(name) flag, _"},
			{Read, "(*FlagSet).GetDuration(name) flag, _"},
		},
	},
	{Family: "github.com/spf13/cobra", Commands: true},
	{Family: "github.com/urfave/cli", Commands: true},
	{
		Paths: []string{
			"github.com/urfave/cli",
			"github.com/urfave/cli/v2",
			"github.com/urfave/cli/v3",
		},
		Rows: []Row{
			{Read, "(*Context).String(name) flag"},
			{Read, "(*Context).GlobalString(name) flag"},
			{Read, "(*Context).Int64(name) flag"},
			{Read, "(*Context).Duration(name) flag"},
			{Read, "(*Context).Int(name) flag"},
			{Read, "(*Command).String(name) flag"},
			{Read, "(*Command).Duration(name) flag"},
			{Read, "(*Command).Int(name) flag"},
			{Default, "FlagBase.Name name"}, // every flag of v3
			{Default, "FlagBase.Value fallback"},
			{Default, "StringFlag.Name name"},
			{Default, "StringFlag.Value fallback"},
			{Default, "StringFlag.Destination flag"},
			{Default, "DurationFlag.Name name"},
			{Default, "DurationFlag.Value fallback"},
			{Default, "IntFlag.Name name"},
			{Default, "IntFlag.Value fallback"},
		},
	},
	{Family: "github.com/alecthomas/kong", Commands: true},
	{
		Paths: []string{"github.com/alecthomas/kong"},
		Rows: []Row{
			{Fill, "Parse(filled, _...)"}, {Fill, "New(filled, _...)"},
			{Fill, "Must(filled, _...)"},
		},
	},
	{Family: "github.com/alecthomas/kingpin", Commands: true},
	{Family: "github.com/jessevdk/go-flags", CLI: true},
	{Family: "github.com/docopt/docopt-go", CLI: true},
}
