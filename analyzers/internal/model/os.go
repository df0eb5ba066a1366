package model

import "slices"

// osIO is what a program has from its system: environment, arguments, files and standard output,
// how it reads and writes them, and when its functions run.
var osIO = []Library{
	{
		Paths: []string{"os", "syscall"},
		Rows: []Row{
			{Read, "Getenv(name) env"},
			{Read, "LookupEnv(name) env, _"},
			{Default, "Setenv(name, fallback)"},
			{Read, "Hostname() host, _"},
			{Read, "ReadFile(name) file, _"},
			{Read, "Open(name) file, _"},
			{Read, "ExpandEnv(_) env"},
			{Read, "Environ() env"},
			{Hold, "Args flag"},
			{Exit, "Exit(_)"},
		},
	},
	{
		Paths: []string{"os"},
		Rows: []Row{
			{Hold, "Stdout console"}, {Hold, "Stderr console"},
			{Log, "(writer *File).WriteString(written)"},
			{Log, "(writer *File).Write(written)"},
		},
	},
	{
		Paths: []string{"io"},
		Rows: []Row{
			{Pass, "ReadAll(from) _"}, {Pass, "ReadFull(from, filled)"},
			{Pass, "ReadAtLeast(from, filled, _)"},
			{Pass, "LimitReader(from, _)"}, {Pass, "TeeReader(from, _)"},
			{Log, "WriteString(writer, written)"},
		},
	},
	{
		Paths: []string{"io/ioutil"},
		Rows: []Row{
			{Read, "ReadFile(name) file, _"}, {Pass, "ReadAll(from) _"},
		},
	},
	{
		Paths: []string{"embed"},
		Rows: []Row{
			{Read, "(FS).ReadFile(name) file, _"},
		},
	},
	{
		Paths: []string{"sync"}, // of what they return, a call runs the function once
		Rows: []Row{
			{Choose, "OnceValue(from)"}, {Choose, "OnceValues(from)"},
		},
	},
	{
		Paths: []string{"testing"},
		Rows: slices.Concat(
			plain(Exit, "(*common).", "", "FailNow", "SkipNow"),
			plain(Exit, "(*common).", "_...", "Fatal", "Skip"),
			plain(Exit, "(*common).", "_, _...", "Fatalf", "Skipf"),
			plain(Exit, "(TB).", "", "FailNow", "SkipNow"),
			plain(Exit, "(TB).", "_...", "Fatal", "Skip"),
			plain(Exit, "(TB).", "_, _...", "Fatalf", "Skipf"),
		),
	},
	{
		Paths: []string{"runtime"},
		Rows: []Row{
			{Exit, "Goexit()"},
		},
	},
}
